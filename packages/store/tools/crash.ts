import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openStore } from '../src/index.ts'
import { killTrial } from '../test/crash/kill-trial.ts'

/** Many kills in a row on one SQLite file: `--trials 200`. The seed of the times is printed. */
const { values } = parseArgs({ options: { trials: { type: 'string', default: '200' }, seed: { type: 'string' } } })
const masterKey = new Uint8Array(32).fill(7)
const trials = Number(values.trials)
let seed = Number(values.seed ?? Date.now() % 1_000_000)
console.log(`${trials} trials, --seed ${seed}`)

const total = { acknowledged: 0, lost: 0, broken: 0 }
for (let trial = 0; trial < trials; trial++) {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-crash-'))
  const url = `sqlite:${join(folder, 'joinery.sqlite')}`
  const store = await openStore(url, { masterKey })
  await store.migrate()
  const tenant = await store.platform.createTenant({ name: 'Crash', slug: 'crash' })
  const { id: firm } = await store.write(tenant, (tx) => tx.firms.create({ name: 'Harbour Joinery' }))
  await store.close()
  seed = (seed * 16_807) % 2_147_483_647
  const open = () => openStore(url, { masterKey })
  const result = await killTrial({ url, firm, tenant: tenant.id, killAfter: 5 + (seed % 300), open })
  for (const name of ['acknowledged', 'lost', 'broken'] as const) total[name] += result[name]
  if (result.lost + result.broken > 0) {
    console.log(`trial ${trial}: ${JSON.stringify(result)}; its files are in ${folder}`)
    continue
  }
  rmSync(folder, { recursive: true })
}
console.log(`${total.acknowledged} acknowledged, ${total.lost} lost, ${total.broken} in half or doubled`)
process.exitCode = total.lost + total.broken === 0 ? 0 : 1
