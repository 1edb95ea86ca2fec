import { join } from 'node:path'
import { openStore, type Store } from '@joinery/store'
import { expect, onTestFinished, test } from 'vitest'
import { newFolder } from '../../test/service-process.ts'
import { createLog } from '../log/create-log.ts'
import { startBackground } from './background.ts'
import { loadRuleSets } from './rule-sets.ts'

const ruleSets = loadRuleSets([])
const { id: ruleSet, hash: digest } = ruleSets[0]!

async function openAssociation() {
  const { folder, remove } = newFolder()
  const store = await openStore(`sqlite:${join(folder, 'joinery.sqlite')}`)
  await store.migrate()
  const tenant = await store.platform.createTenant({ name: 'Larkmoor Builders', slug: 'larkmoor' })
  const lines: string[] = []
  const log = createLog({
    level: 'info',
    secret: new Uint8Array(32),
    destination: { write: (line) => lines.push(line) },
  })
  const background = startBackground(store, { ruleSets, secret: new Uint8Array(32), workers: 2, log, lookMs: 20 })
  const end = async () => {
    await background.stop()
    await store.close()
    remove()
  }
  onTestFinished(end)
  const written = () => (log.flush(), lines.join(''))
  return { store, tenant, written, background }
}

type Association = Awaited<ReturnType<typeof openAssociation>>

function startCampaign({ store, tenant }: Association, chunkSize: number) {
  return store.write(tenant, async (tx) => {
    const { id: firm } = await tx.firms.create({ name: 'Harbour Joinery' })
    for (let made = 0; made < 20; made++) await tx.relationships.create({ firm, record: { org: { headcount: made } } })
    return tx.campaigns.start({ kind: 'rescore', input: { ruleSet, digest, from: null }, chunkSize })
  })
}

const statusOf = async ({ store, tenant }: Association, id: string) =>
  (await store.read(tenant, (tx) => tx.campaigns.get(id)))?.status

test('work is done by a thread that comes when there is some, goes when there is none, and comes again', async () => {
  const association = await openAssociation()
  const { store, tenant, written } = association
  expect(written()).toBe('')
  for (const round of [1, 2]) {
    const { id } = await startCampaign(association, 5)
    await expect.poll(() => statusOf(association, id), { timeout: 30_000 }).toBe('done')
    await expect.poll(() => written().split('the thread for background work has ended').length - 1).toBe(round)
  }
  const { items } = await store.read(tenant, (tx) => tx.scores.list({ ruleSet, limit: 500 }))
  expect(items.map((score) => score.digest)).toEqual(Array.from({ length: 40 }, () => digest))
}, 60_000)

test('a service that stops waits for the chunk that its thread is at, and leaves the rest', async () => {
  const association = await openAssociation()
  const { store, background } = association
  const { id } = await startCampaign(association, 1)
  await expect.poll(() => progressOf(store, association, id), { timeout: 30_000 }).toBeGreaterThan(0)
  await background.stop()
  const { running } = await store.queue.depth()
  expect(running).toBe(0)
}, 60_000)

async function progressOf(store: Store, { tenant }: Association, id: string) {
  return (await store.read(tenant, (tx) => tx.campaigns.get(id)))!.progress.chunks.done
}
