import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { openStore } from '@joinery/store'
import { runCampaignWorker } from '../src/index.ts'
import { craft } from './guild.ts'

// a worker in a process of its own, for tests that kill it: node worker-process.ts <address of the database> [halt]
const [, , url, halt] = process.argv
const store = await openStore(url!, { masterKey: new Uint8Array(32).fill(7), poolSize: 2 })
const anHour = 3_600_000
let done = 0
runCampaignWorker(store, {
  secret: new Uint8Array(32).fill(42),
  ruleSets: [craft],
  idleMs: 20,
  leaseMs: 1_500,
  housekeepingMs: anHour,
  // in the middle of the chunk after its first one: whoever starts later still finds something to do, however slow the machine
  giveWay: () => (halt === 'halt' && done > 0 ? sleep(anHour) : setImmediate()),
  log: ({ level, message }) => {
    done++
    process.stdout.write(`${level} ${message}\n`)
  },
})
