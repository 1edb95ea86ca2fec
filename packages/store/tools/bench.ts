import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
// @boundaries-ignore the tools of the workspace are no package
import { startPostgres } from '../../../tools/postgres.ts'
import { openStore, type NewScore, type Store, type TenantContext } from '../src/index.ts'

/** How fast the store is on this machine. `--seconds 5`, `--engine sqlite`. */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    engine: { type: 'string' },
    writers: { type: 'string', default: '64' },
  },
})
const seconds = Number(values.seconds)
const writers = Number(values.writers)

const example = new URL('../../../apps/cli/examples/harbour-joinery.json', import.meta.url)
const record = JSON.parse(readFileSync(example, 'utf8')) as object

const folder = mkdtempSync(join(tmpdir(), 'joinery-bench-'))
if (values.engine !== 'postgres') await measure(`sqlite:${join(folder, 'joinery.sqlite')}`)
if (values.engine !== 'sqlite') {
  const postgres = await startPostgres()
  await measure(postgres.url)
  await postgres.stop()
}
rmSync(folder, { recursive: true })

async function measure(url: string): Promise<void> {
  const store = await openStore(url, { masterKey: new Uint8Array(32), poolSize: 8 })
  await store.migrate()
  const { version } = await store.health()
  const tenant = await store.platform.createTenant({ name: 'Bench', slug: 'bench' })
  const { id: firm } = await store.write(tenant, (tx) => tx.firms.create({ name: 'Harbour Joinery' }))
  const small = { answers: { 'p01.plan/2': { value: 'yes' } } }
  console.log(`${version}, ${writers} at once, ${seconds} s each, on a busy machine a lower bound`)
  const ids: string[] = []
  await rate('durable writes: a small record and its audit entry', () =>
    store.write(tenant, async (tx) => {
      const { id } = await tx.relationships.create({ firm, record: small })
      await tx.audit.append({ actor: 'key:1', action: 'relationship.create', target: id, firm })
      ids.push(id)
    }),
  )
  const size = Math.round(JSON.stringify(record).length / 1000)
  await rate(`durable writes: a whole record of ${size} kB and its audit entry`, () =>
    store.write(tenant, async (tx) => {
      const { id } = await tx.relationships.create({ firm, record })
      await tx.audit.append({ actor: 'key:1', action: 'relationship.create', target: id, firm })
    }),
  )
  await rate('durable writes: one consent', () =>
    store.write(tenant, (tx) => tx.consents.record({ firm, purpose: 'benchmark', given: true, by: 'x' })),
  )
  let next = 0
  await rate('reads: one small record', () =>
    store.read(tenant, (tx) => tx.relationships.get(ids[next++ % ids.length]!)),
  )
  await bulk(store, tenant, { firm, ids: ids.slice(0, 500) })
  const { commits, writes, commitMs, retries } = store.stats()
  console.log(`  ${writes} writes in ${commits} commits of ${(commitMs / commits).toFixed(2)} ms, ${retries} retries\n`)
  await store.close()
}

async function rate(what: string, once: () => Promise<unknown>): Promise<void> {
  let count = 0
  const cpu = process.cpuUsage()
  const started = performance.now()
  const until = started + seconds * 1000
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (performance.now() < until) {
        await once()
        count += 1
      }
    }),
  )
  const { user, system } = process.cpuUsage(cpu)
  const perSecond = Math.round(count / ((performance.now() - started) / 1000))
  const each = Math.round((user + system) / count)
  console.log(`  ${String(perSecond).padStart(7)}/s  ${what}: ${each} µs of this process each`)
}

async function bulk(store: Store, tenant: TenantContext, { firm, ids }: { firm: string; ids: readonly string[] }) {
  const figures = { score: 2, potential: 3, level: 2, coverage: 0.8, confidence: 0.5 }
  const names = Array.from({ length: 12 }, (_, index) => `p${String(index + 1).padStart(2, '0')}`)
  const scores = { headline: figures, principles: Object.fromEntries(names.map((name) => [name, figures])) }
  const rest = { firm, ruleSet: 'iso-44003', digest: 'd', asOf: '2026-11-20', relationshipVersion: 1, scores }
  const rows: NewScore[] = ids.map((relationship) => ({ relationship, ...rest }))
  let runs = 0
  const started = performance.now()
  while (performance.now() - started < seconds * 1000) {
    await store.write(tenant, (tx) => tx.scores.put(rows))
    runs += 1
  }
  const each = (performance.now() - started) / runs
  console.log(
    `  ${Math.round((rows.length * 1000) / each)
      .toString()
      .padStart(7)}/s  scores, ${rows.length} at once: ${each.toFixed(1)} ms`,
  )
}
