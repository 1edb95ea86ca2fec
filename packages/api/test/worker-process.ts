import { openStore } from '@joinery/store'
import { runCampaignWorker } from '../src/index.ts'
import { craft } from './guild.ts'

// a worker in a process of its own, for tests that kill it: node worker-process.ts <address of the database>
const store = await openStore(process.argv[2]!, { masterKey: new Uint8Array(32).fill(7), poolSize: 2 })
runCampaignWorker(store, {
  secret: new Uint8Array(32).fill(42),
  ruleSets: [craft],
  idleMs: 20,
  leaseMs: 1_500,
  housekeepingMs: 3_600_000,
  log: ({ level, message }) => process.stdout.write(`${level} ${message}\n`),
})
