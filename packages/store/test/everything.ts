import type { ReadTx, Store, TenantContext, Tx } from '../src/index.ts'

interface Ids {
  readonly firm: string
  readonly relationship: string
  readonly campaign: string
  readonly draft: string
  readonly link: string
  readonly key: string
  readonly result: string
  readonly exchange: string
}

const figures = { score: 2, potential: 3, level: 2, coverage: 0.8, confidence: 0.5 }
const scores = { headline: figures, principles: { p01: figures } }
const claim = { principal: 'p', key: 'k', fingerprint: 'f', expiresAt: '2099-01-01T00:00:00.000Z' }
const cell = { ruleSet: 'iso-44003', sector: 's', size: 's', quarter: '2026-Q4' }

/** One of everything, marked with a name. */
export async function furnish(store: Store, tenant: TenantContext, name: string): Promise<Ids> {
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
    await tx.mails.add(link, { to: `${name}@example.org` })
    const remark = { kind: 'remark' as const, state: 'open' as const, content: { name } }
    const exchange = (await tx.exchanges.add({ ...remark, relationship })).id
    await tx.idempotency.claim(claim)
    await tx.idempotency.keep(claim, { status: 200, headers: {}, body: name })
    await tx.audit.append({ actor: name, action: 'x', target: 'x', firm })
    await tx.audit.seal()
    return { firm, relationship, campaign, draft, link, key, result, exchange }
  })
}

const limit = 500
type Read = (tx: ReadTx, foreign: Ids) => Promise<unknown>
/** What can be asked without an id. */
export const listings: Readonly<Record<string, Read>> = {
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
  'waiting mails': (tx) => tx.mails.waiting(),
  audit: (tx) => tx.audit.list({ limit }),
  seals: (tx) => tx.audit.seals({ limit }),
  verdict: (tx) => tx.audit.verify(),
}

/** What can be asked of an id. */
export const byId: Readonly<Record<string, Read>> = {
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
  'sealed exchanges': (tx) => tx.exchanges.sealedBefore('2099-01-01T00:00:00.000Z', limit),
  'scores of a chunk': async (tx, { relationship }) => [
    ...(await tx.scores.between('iso-44003', { from: relationship, to: relationship })),
  ],
  draft: (tx, { draft }) => tx.ruleSets.draft(draft),
  campaign: (tx, { campaign }) => tx.campaigns.get(campaign),
  'dead chunks': (tx, { campaign }) => tx.campaigns.dead(campaign),
  key: (tx, { key }) => tx.keys.get(key),
  link: (tx, { link }) => tx.links.get(link),
  exchange: (tx, { exchange }) => tx.exchanges.get(exchange),
  exchanges: async (tx, { relationship }) => (await tx.exchanges.list({ relationship, kind: 'remark', limit })).items,
  links: async (tx, { relationship }) => (await tx.links.list({ relationship, limit })).items,
  mails: async (tx, { link }) => [...(await tx.mails.states([link]))],
}

type Change = (tx: Tx, foreign: Ids) => Promise<unknown>
/** What fails when the id is not one of the tenant's. */
export const changes: readonly Change[] = [
  (tx, { firm }) => tx.firms.update(firm, 1, { name: 'Taken' }),
  (tx, { firm }) => tx.consents.record({ firm, purpose: 'answers', given: true, by: 'x' }),
  (tx, { firm }) => tx.relationships.create({ firm, record: {} }),
  (tx, { relationship }) => tx.relationships.update(relationship, 1, { record: {} }),
  (tx, { relationship }) => tx.relationships.delete(relationship, 1),
  (tx, { link }) => tx.mails.add(link, {}),
  (tx, { draft }) => tx.ruleSets.updateDraft(draft, 1, {}),
  (tx, { draft }) => tx.ruleSets.setDraftStatus(draft, 1, { status: 'checked' }),
  (tx, { draft }) => tx.ruleSets.deleteDraft(draft, 1),
  (tx, { campaign }) => tx.campaigns.setStatus(campaign, 1, 'cancelled'),
  (tx, { key }) => tx.keys.revoke(key),
  (tx, { key }) => tx.keys.expire(key, '2026-01-01T00:00:00.000Z'),
  (tx, { link }) => tx.links.revoke(link),
  (tx, { link }) => tx.links.use(link),
  (tx, { relationship }) => tx.exchanges.add({ kind: 'pulse', state: 'sealed', relationship, content: {} }),
  (tx, { exchange }) => tx.exchanges.update(exchange, 1, { state: 'closed', content: {} }),
  (tx, { firm }) => tx.rights.eraseFirm(firm),
]

/** What does not. */
export const quiet: readonly Change[] = [
  (tx, { link }) => tx.visits.forget(link),
  (tx, { relationship, firm }) =>
    tx.scores.put([
      { relationship, firm, ruleSet: 'iso-44003', digest: 'z', relationshipVersion: 1, asOf: 'z', scores },
    ]),
  (tx, { campaign }) => tx.campaigns.retryDead(campaign),
  (tx, { firm }) => tx.benchmarks.withdraw(firm),
  (tx, { key }) => tx.keys.touch(new Map([[key, '2026-12-01T00:00:00.000Z']])),
  (tx) => tx.idempotency.sweep(),
  (tx) => tx.keys.sweep('2099-01-01T00:00:00.000Z', 500),
  (tx) => tx.links.sweep('2099-01-01T00:00:00.000Z', 500),
  (tx) => tx.audit.append({ actor: 'x', action: 'x', target: 'x' }),
  (tx) => tx.audit.seal(),
  (tx) => tx.firms.create({ name: 'Another' }),
  (tx) => tx.campaigns.start({ kind: 'x', input: {} }),
  (tx) => tx.ruleSets.createDraft({ ruleSet: 'own', document: {} }),
]
