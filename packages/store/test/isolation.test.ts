import {
  BinaryOperationNode,
  ColumnNode,
  OperationNodeTransformer,
  OperatorNode,
  ReferenceNode,
  ValueNode,
  type KyselyPlugin,
} from 'kysely'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReadTx, Store, TenantContext, Tx } from '../src/index.ts'
import { engines, newStore, newTenant, reopen } from './stores.ts'

/** A programmer's slip: every `tenant = …` of a query is gone. */
class WithoutTenant extends OperationNodeTransformer {
  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    const { leftOperand: left } = node
    const column = ReferenceNode.is(left) ? left.column : left
    const one = ValueNode.createImmediate(1)
    return ColumnNode.is(column) && column.column.name === 'tenant'
      ? BinaryOperationNode.create(one, OperatorNode.create('='), one)
      : super.transformBinaryOperation(node)
  }
}

const slip: KyselyPlugin = {
  transformQuery: ({ node }) => new WithoutTenant().transformNode(node),
  transformResult: ({ result }) => Promise.resolve(result),
}

interface Ids {
  readonly firm: string
  readonly relationship: string
  readonly campaign: string
  readonly draft: string
  readonly link: string
  readonly key: string
  readonly result: string
}

const figures = { score: 2, potential: 3, level: 2, coverage: 0.8, confidence: 0.5 }
const scores = { headline: figures, principles: { p01: figures } }
const claim = { principal: 'p', key: 'k', fingerprint: 'f', expiresAt: '2099-01-01T00:00:00.000Z' }
const cell = { ruleSet: 'iso-44003', sector: 's', size: 's', quarter: '2026-Q4' }

async function furnish(store: Store, tenant: TenantContext, name: string): Promise<Ids> {
  return store.write(tenant, async (tx) => {
    const firm = (await tx.firms.create({ name })).id
    await tx.consents.record({ firm, purpose: 'benchmark', given: true, by: name })
    const relationship = (await tx.relationships.create({ firm, record: {}, partner: 'Rowe' })).id
    const origin = { relationship, ruleSet: 'iso-44003', digest: name, asOf: '2026-11-20', relationshipVersion: 1 }
    const more = { ruleSetVersion: '1.0.0', scope: 'full', inputHash: 'h', engine: 'e', scores, record: {} }
    const result = (await tx.results.add({ ...origin, ...more, result: {} as never })).id
    await tx.scores.put([{ ...origin, firm, scores }])
    const draft = (await tx.ruleSets.createDraft({ ruleSet: 'own', document: { name } })).id
    await tx.ruleSets.addBundle({ digest: name, ruleSet: 'own', ruleSetVersion: '1.0.0', text: '{}', signatures: [] })
    await tx.ruleSets.movePointer({ ruleSet: 'own', to: name, reason: 'first', by: 'x', expected: 0 })
    const publicKey = { keyId: name, publicKey: 'x', validFrom: '2026-01-01T00:00:00.000Z', validUntil: null }
    await tx.ruleSets.addSigningKey(publicKey)
    const campaign = (await tx.campaigns.start({ kind: 'rescore', input: {} })).id
    await tx.benchmarks.contribute([{ ...cell, relationship, firm, scores: { p01: 2 } }])
    await tx.benchmarks.freeze({ ruleSet: 'iso-44003', quarter: '2026-Q3', body: name })
    const door = { label: name, expiresAt: '2099-01-01T00:00:00.000Z' }
    const powers = { hint: 'h', scopes: [], origins: [], firm, kind: 'secret' as const }
    const key = (await tx.keys.create({ ...powers, ...door, hash: name })).id
    const shared = { purpose: 'partner' as const, sharedFields: [], relationship, hash: name }
    const link = (await tx.links.create({ ...shared, ...door })).id
    await tx.idempotency.claim(claim)
    await tx.idempotency.keep(claim, { status: 200, headers: {}, body: name })
    await tx.audit.append({ actor: name, action: 'x', target: 'x', firm })
    await tx.audit.seal()
    return { firm, relationship, campaign, draft, link, key, result }
  })
}

const limit = 500
type Read = (tx: ReadTx, foreign: Ids) => Promise<unknown>
const listings: Readonly<Record<string, Read>> = {
  tenant: (tx) => tx.tenants.get(),
  firms: (tx) => tx.firms.list({ limit }),
  relationships: (tx) => tx.relationships.list({ limit }),
  'relationships between': (tx) => tx.relationships.between('0', 'z'),
  count: (tx) => tx.relationships.count(),
  scores: (tx) => tx.scores.list({ ruleSet: 'iso-44003', limit }),
  freshness: (tx) => tx.scores.freshness('iso-44003', 'x'),
  drafts: (tx) => tx.ruleSets.drafts({ limit }),
  bundles: (tx) => tx.ruleSets.bundles({ limit }),
  pointer: (tx) => tx.ruleSets.pointer('own'),
  pointers: (tx) => tx.ruleSets.pointers(),
  moves: (tx) => tx.ruleSets.moves('own'),
  'signing keys': (tx) => tx.ruleSets.signingKeys(),
  campaigns: (tx) => tx.campaigns.list({ limit }),
  cells: (tx) => tx.benchmarks.cells({ ruleSet: 'iso-44003', quarter: '2026-Q4' }),
  shares: async (tx) => [...(await tx.benchmarks.shares({ ruleSet: 'iso-44003', quarter: '2026-Q4' }))],
  snapshot: (tx) => tx.benchmarks.snapshot('iso-44003', '2026-Q3'),
  snapshots: (tx) => tx.benchmarks.snapshots('iso-44003'),
  keys: (tx) => tx.keys.list({ limit }),
  claim: (tx) => tx.idempotency.find(claim),
  audit: (tx) => tx.audit.list({ limit }),
  seals: (tx) => tx.audit.seals({ limit }),
  verdict: (tx) => tx.audit.verify(),
}

const byId: Readonly<Record<string, Read>> = {
  firm: (tx, { firm }) => tx.firms.get(firm),
  consents: (tx, { firm }) => tx.consents.history(firm),
  'firms with consent': async (tx, { firm }) => [...(await tx.consents.firmsWith('benchmark', [firm]))],
  relationship: (tx, { relationship }) => tx.relationships.get(relationship),
  partner: (tx, { firm }) => tx.relationships.findByPartner(firm, 'Rowe'),
  result: (tx, { result }) => tx.results.get(result),
  latest: (tx, { relationship }) => tx.results.latest(relationship, 'iso-44003'),
  history: async (tx, { relationship }) => (await tx.results.history({ relationship, limit })).items,
  score: (tx, { relationship }) => tx.scores.get(relationship, 'iso-44003'),
  scores: async (tx, { relationship }) => [...(await tx.scores.getMany([relationship], 'iso-44003'))],
  draft: (tx, { draft }) => tx.ruleSets.draft(draft),
  campaign: (tx, { campaign }) => tx.campaigns.get(campaign),
  'dead chunks': (tx, { campaign }) => tx.campaigns.dead(campaign),
  key: (tx, { key }) => tx.keys.get(key),
  link: (tx, { link }) => tx.links.get(link),
  links: async (tx, { relationship }) => (await tx.links.list({ relationship, limit })).items,
}

type Change = (tx: Tx, foreign: Ids) => Promise<unknown>
const changes: readonly Change[] = [
  (tx, { firm }) => tx.firms.update(firm, 1, { name: 'Taken' }),
  (tx, { firm }) => tx.consents.record({ firm, purpose: 'answers', given: true, by: 'x' }),
  (tx, { firm }) => tx.relationships.create({ firm, record: {} }),
  (tx, { relationship }) => tx.relationships.update(relationship, 1, { record: {} }),
  (tx, { relationship }) => tx.relationships.delete(relationship, 1),
  (tx, { draft }) => tx.ruleSets.updateDraft(draft, 1, {}),
  (tx, { draft }) => tx.ruleSets.setDraftStatus(draft, 1, { status: 'checked' }),
  (tx, { draft }) => tx.ruleSets.deleteDraft(draft, 1),
  (tx, { campaign }) => tx.campaigns.setStatus(campaign, 1, 'cancelled'),
  (tx, { key }) => tx.keys.revoke(key),
  (tx, { key }) => tx.keys.expire(key, '2026-01-01T00:00:00.000Z'),
  (tx, { link }) => tx.links.revoke(link),
  (tx, { link }) => tx.links.use(link),
  (tx, { firm }) => tx.rights.eraseFirm(firm),
]

const quiet: readonly Change[] = [
  (tx, { relationship, firm }) =>
    tx.scores.put([
      { relationship, firm, ruleSet: 'iso-44003', digest: 'z', relationshipVersion: 1, asOf: 'z', scores },
    ]),
  (tx, { campaign }) => tx.campaigns.retryDead(campaign),
  (tx, { firm }) => tx.benchmarks.withdraw(firm),
  (tx, { key }) => tx.keys.touch(new Map([[key, '2026-12-01T00:00:00.000Z']])),
  (tx) => tx.idempotency.sweep(),
  (tx) => tx.audit.append({ actor: 'x', action: 'x', target: 'x' }),
  (tx) => tx.audit.seal(),
  (tx) => tx.firms.create({ name: 'Another' }),
  (tx) => tx.campaigns.start({ kind: 'x', input: {} }),
  (tx) => tx.ruleSets.createDraft({ ruleSet: 'own', document: {} }),
]

describe.each(engines)('on %s', (engine) => {
  test('as one tenant, any row of operations leaves everything of another as it was', async () => {
    const { store } = await newStore(engine)
    const [mine, theirs] = [await newTenant(store), await newTenant(store)]
    const foreign = await furnish(store, theirs, 'theirs')
    const own = await furnish(store, mine, 'mine')
    const before = await store.digest(theirs)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...changes, ...quiet), fc.constantFrom(own, foreign, foreign)), {
          maxLength: 30,
        }),
        async (steps) => {
          for (const [change, ids] of steps) await store.write(mine, (tx) => change(tx, ids)).catch(() => {})
          expect(await store.digest(theirs)).toBe(before)
        },
      ),
      { numRuns: 12 },
    )
    for (const change of changes) {
      await expect(store.write(mine, (tx) => change(tx, foreign))).rejects.toMatchObject({ code: 'absent' })
    }
    expect(await store.findKey(mine.id, 'theirs')).toBeUndefined()
    expect(await store.findLink(mine.id, 'theirs')).toBeUndefined()
    expect((await store.findKey(theirs.id, 'theirs'))?.key.id).toBe(foreign.key)
    expect((await store.findLink(theirs.id, 'theirs'))?.link.id).toBe(foreign.link)
  })
})

test('on postgres a query that forgets the tenant still sees and changes nothing of another', async () => {
  const { store, url } = await newStore('postgres')
  const [mine, theirs] = [await newTenant(store), await newTenant(store)]
  const own = await furnish(store, mine, 'mine')
  const foreign = await furnish(store, theirs, 'theirs')
  const before = await store.digest(theirs)
  const careless = await reopen(url, {}, { rewrite: slip })
  const tenant = (await careless.tenant(mine.id))!
  for (const [name, read] of Object.entries(listings)) {
    const wanted = await store.read(mine, (tx) => read(tx, own))
    expect(await careless.read(tenant, (tx) => read(tx, own)), name).toEqual(wanted)
  }
  for (const [name, read] of Object.entries(byId)) {
    const found = await careless.read(tenant, (tx) => read(tx, foreign))
    expect(Array.isArray(found) ? found[0] : found, name).toBeUndefined()
    expect(await careless.read(tenant, (tx) => read(tx, own)), name).toEqual(
      await store.read(mine, (tx) => read(tx, own)),
    )
  }
  for (const change of changes) {
    await expect(careless.write(tenant, (tx) => change(tx, foreign))).rejects.toMatchObject({ code: 'absent' })
  }
  for (const change of quiet) await careless.write(tenant, (tx) => change(tx, foreign)).catch(() => {})
  expect(await store.digest(theirs)).toBe(before)
})

test('the same slip shows rows of another where there is no wall, so the test above can see it', async () => {
  const { store, url } = await newStore('sqlite')
  const [mine, theirs] = [await newTenant(store), await newTenant(store)]
  await furnish(store, mine, 'mine')
  const foreign = await furnish(store, theirs, 'theirs')
  await store.close()
  const careless = await reopen(url, {}, { rewrite: slip })
  const tenant = (await careless.tenant(mine.id))!
  expect(await careless.read(tenant, (tx) => tx.ruleSets.draft(foreign.draft))).toMatchObject({ id: foreign.draft })
})

test('on sqlite, which has no such wall, every query names its tenant', async () => {
  const seen = new Set<string>()
  const { store } = await newStore('sqlite', {}, { onStatement: (sql) => seen.add(sql) })
  const tenant = await newTenant(store)
  const ids = await furnish(store, tenant, 'mine')
  for (const read of [...Object.values(listings), ...Object.values(byId)])
    await store.read(tenant, (tx) => read(tx, ids))
  for (const change of [...quiet, ...changes]) await store.write(tenant, (tx) => change(tx, ids)).catch(() => {})
  await store.queue.claim({ worker: 'w', limit: 1, leaseMs: 1000 })
  await store.queue.depth()
  const open = [...seen].filter((sql) => /^(?:select|update|delete)/u.test(sql) && !/"?tenant"? = \?/u.test(sql))
  // the operator's own: tenants by slug, and what waits in the queue of every tenant
  expect(
    open.filter((sql) => !/(?:from|update) "(?:meta|tenant|job|migration)"|from sqlite_master/u.test(sql)),
  ).toEqual([])
  expect(seen.size).toBeGreaterThan(100)
})
