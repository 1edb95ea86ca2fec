import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Relationship } from '@joinery/core'
import { openStore, type Store, type TenantContext } from '@joinery/store'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from './campaigns.ts'
import { craft, recordWith } from './guild.ts'

const members = 300
const chunkSize = 1

let store: Store
let url: string
let tenant: TenantContext
const children: ChildProcess[] = []

beforeAll(async () => {
  // @boundaries-ignore the tools of the workspace are no package
  const database = await import('../../../tools/test-database.ts')
  url = await database.newDatabase()
  store = await openStore(url, { masterKey: new Uint8Array(32).fill(7), poolSize: 2 })
  await store.migrate()
  tenant = await store.platform.createTenant({ name: 'Woodworkers', slug: 'woodworkers' })
  await store.write(tenant, async (tx) => {
    const { id: firm } = await tx.firms.create({ name: 'Harbour Joinery', sector: 'Joinery', size: 'micro' })
    await tx.consents.record({ firm, purpose: 'benchmark', given: true, by: 'Ada Harbour' })
    const record = recordWith(2) as Relationship
    for (let index = 0; index < members; index++) await tx.relationships.create({ firm, record })
  })
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await store.close()
})

/** Starts a worker process; settles when it has done its first chunk. One that halts stands still in the middle of another. */
function startProcess(...how: readonly 'halt'[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'worker-process.ts'), url, ...how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return new Promise((resolve, reject) => {
    child.stdout.once('data', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)))
  })
}

test('workers that are killed in the middle of a rollout leave nothing out and do nothing twice', async () => {
  const input = { ruleSet: 'craft', digest: craft.hash, from: null }
  const { id } = await store.write(tenant, (tx) => tx.campaigns.start({ kind: 'rescore', chunkSize, input }))
  const progress = async () => (await store.read(tenant, (tx) => tx.campaigns.get(id)))!.progress
  const [first, second] = await Promise.all([startProcess('halt'), startProcess('halt')])
  first.kill('SIGKILL')
  expect((await progress()).chunks.waiting).toBeGreaterThan(0)
  const third = await startProcess('halt')
  second.kill('SIGKILL')
  await startProcess()
  third.kill('SIGKILL')
  await until(async () => (await progress()).chunks.done === members / chunkSize)
  // the first score of each relationship counts once
  expect(await progress()).toMatchObject({ chunks: { dead: 0 }, relationships: { done: members, changed: members } })
  const scored = await store.read(tenant, (tx) => tx.scores.freshness('craft', craft.hash))
  expect(scored).toEqual({ fresh: members, stale: 0 })
  const quarter = `${new Date().getUTCFullYear()}-Q${Math.floor(new Date().getUTCMonth() / 3) + 1}`
  const cells = await store.read(tenant, (tx) =>
    tx.benchmarks.cells({ ruleSet: 'craft', quarter, principle: 'headline' }),
  )
  expect(cells.map(({ count }) => count)).toEqual([members])
}, 120_000)
