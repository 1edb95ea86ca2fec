import { generateKey, publicHalf } from '@joinery/kit'
import type { Example } from './examples.ts'
import { craft, guildAsking, guildRuleSet } from './guild.ts'
import { allowUnsigned, checkedDraft, publishNow, tenantOf } from './members.ts'
import type { World } from './world.ts'

/** Makes what a request needs, where it is going to be let in; otherwise any name will do. */
type Prepared = (world: World, isLetIn: boolean) => Promise<Example>

const nowhere = '0199c2a0-5f00-7abc-8def-ffffffffffff'
const anyVersion = { 'if-match': '*' }
const document = guildRuleSet()

const draftOf = async (world: World, isLetIn: boolean): Promise<string> =>
  isLetIn ? (await checkedDraft(world, document)).id : nowhere

/** The guild's own rule set, published so many times. */
async function published(world: World, isLetIn: boolean, times = 1): Promise<string> {
  if (!isLetIn) return 'guild'
  await allowUnsigned(world)
  await publishNow(world, guildRuleSet())
  if (times > 1) await publishNow(world, guildAsking(4, '1.1.0'))
  return 'guild'
}

/** A key that is to be registered. */
export function aKey() {
  return generateKey({ owner: 'Guild', validFrom: '2026-11-24T09:00:00Z', validUntil: '2027-11-24T09:00:00Z' }).then(
    publicHalf,
  )
}

/** A quarter that is frozen; in it, nobody. */
async function frozen(world: World, isLetIn: boolean): Promise<string> {
  if (!isLetIn) return 'craft'
  const body = { asOf: '2026-09-30', leastFirms: 5, groups: [] }
  const quarter = '2026-Q3'
  await world.store.write(await tenantOf(world), async (tx) => {
    const known = await tx.benchmarks.snapshot('craft', quarter)
    return known ?? tx.benchmarks.freeze({ ruleSet: 'craft', quarter, body })
  })
  return 'craft'
}

export const ruleSetExamples: Readonly<Record<string, Prepared>> = {
  listRuleSets: async () => ({ path: '/v1/rule-sets' }),
  getRuleSet: async () => ({ path: '/v1/rule-sets/craft' }),
  getCurrentBundle: async () => ({ path: '/v1/rule-sets/craft/current' }),
  listRuleSetVersions: async () => ({ path: '/v1/rule-sets/craft/versions' }),
  listRuleSetMoves: async (world, isLetIn) => ({ path: `/v1/rule-sets/${await published(world, isLetIn)}/moves` }),
  rollBackRuleSet: async (world, isLetIn) => ({
    path: `/v1/rule-sets/${await published(world, isLetIn, 2)}/roll-back`,
    body: { reason: 'Too strict' },
    headers: anyVersion,
  }),
  getBundle: async () => ({ path: `/v1/bundles/${craft.hash.replace('sha256:', '')}` }),
  getBundleSignatures: async () => ({ path: `/v1/bundles/${craft.hash.replace('sha256:', '')}/signatures` }),
  listDrafts: async () => ({ path: '/v1/drafts' }),
  createDraft: async () => ({ path: '/v1/drafts', body: { document } }),
  getDraft: async (world, isLetIn) => ({ path: `/v1/drafts/${await draftOf(world, isLetIn)}` }),
  replaceDraft: async (world, isLetIn) => ({
    path: `/v1/drafts/${await draftOf(world, isLetIn)}`,
    body: { document },
    headers: anyVersion,
  }),
  deleteDraft: async (world, isLetIn) => ({ path: `/v1/drafts/${await draftOf(world, isLetIn)}`, headers: anyVersion }),
  checkDraft: async (world, isLetIn) => ({ path: `/v1/drafts/${await draftOf(world, isLetIn)}/check` }),
  getDraftBundle: async (world, isLetIn) => ({ path: `/v1/drafts/${await draftOf(world, isLetIn)}/bundle` }),
  publishDraft: async (world, isLetIn) => {
    if (isLetIn) await allowUnsigned(world)
    return { path: `/v1/drafts/${await draftOf(world, isLetIn)}/publish`, body: { reason: 'First version' } }
  },
  previewDraft: async (world, isLetIn) => {
    await published(world, isLetIn)
    const draft = isLetIn ? (await checkedDraft(world, guildAsking(4, '1.1.0'))).id : nowhere
    return { path: `/v1/drafts/${draft}/impact` }
  },
  getRollout: async (world, isLetIn) => ({ path: `/v1/rule-sets/${await published(world, isLetIn)}/rollout` }),
  startRollout: async (world, isLetIn) => ({ path: `/v1/rule-sets/${await published(world, isLetIn)}/rollout` }),
  changeRollout: async (world, isLetIn) => ({
    path: `/v1/rule-sets/${await published(world, isLetIn)}/rollout`,
    body: { status: 'paused' },
  }),
  getBenchmark: async (world, isLetIn) => ({ path: `/v1/benchmarks/${await frozen(world, isLetIn)}` }),
  listBenchmarkQuarters: async () => ({ path: '/v1/benchmarks/craft/quarters' }),
  collectBenchmark: async (world, isLetIn) => {
    if (isLetIn) world.clock.now = new Date('2027-01-02T10:00:00.000Z')
    return { path: '/v1/benchmarks/craft/quarters' }
  },
  listSigningKeys: async () => ({ path: '/v1/signing-keys' }),
  addSigningKey: async () => ({ path: '/v1/signing-keys', body: await aKey() }),
  revokeSigningKey: async (world, isLetIn) => {
    const body = await aKey()
    if (isLetIn) await world.ask('POST', '/v1/signing-keys', { as: world.credentials.association, body })
    return { path: `/v1/signing-keys/${body.kid}` }
  },
  getPublishingSettings: async () => ({ path: '/v1/association/publishing' }),
  changePublishingSettings: async () => ({
    path: '/v1/association/publishing',
    body: { signatures: 'optional', leastFirms: 6 },
    headers: anyVersion,
  }),
}
