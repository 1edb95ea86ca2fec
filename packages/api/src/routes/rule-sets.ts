import type { BundleSummary, Move, ReadTx, Store, Tenant } from '@joinery/store'
import * as z from 'zod'
import { everybody } from '../access/everybody.ts'
import { notFound } from '../access/ownership.ts'
import type { Principal, TenantPrincipal } from '../access/principal.ts'
import { etagOf } from '../kernel/etag.ts'
import { defineOperation } from '../kernel/operation.ts'
import { pageReply, pageRequest } from '../kernel/paging.ts'
import { Problem } from '../kernel/problem.ts'
import { bundleAddress } from '../rule-sets/address.ts'
import type { Catalogue, Current } from '../rule-sets/catalogue.ts'
import { startRollout } from '../rule-sets/rollout.ts'
import { etagHeader, pageOf, pageQuery } from '../schemas/common.ts'
import { CurrentRuleSet, Digest, reason, RuleSetId, RuleSetMove, RuleSetVersion } from '../schemas/rule-set.ts'

const tag = 'Rule sets'
const params = z.strictObject({ ruleSet: RuleSetId })
const access = {
  scope: 'rule-sets:read',
  allow: { association: ['own', 'sibling'], firm: ['own'], embed: ['own'], publishable: ['own'] },
} as const
const ours = { scope: 'rule-sets:write', allow: { association: ['own', 'sibling'] } } as const

const published = z.strictObject({ digest: Digest })
const publisher = z.strictObject({
  association: z.string().min(2).max(64).optional().meta({ description: 'Short name of who published it' }),
})

const listRuleSets = defineOperation({
  id: 'listRuleSets',
  method: 'get',
  path: '/v1/rule-sets',
  tag,
  summary: 'List the rule sets to assess by',
  access,
  answer: {
    status: 200,
    description: 'What each rule set stands for now',
    schema: z.strictObject({ items: z.array(CurrentRuleSet) }),
  },
  read: async (_call, tx) => {
    const [tenant, all] = [await tx.tenants.get(), await _call.service.catalogue.all(tx)]
    return { body: { items: all.map((current) => shownCurrent(current, tenant)) } }
  },
})

const getRuleSet = defineOperation({
  id: 'getRuleSet',
  method: 'get',
  path: '/v1/rule-sets/{ruleSet}',
  tag,
  summary: 'See which version a rule set stands for now',
  access,
  params,
  answer: { status: 200, description: 'The current version', schema: CurrentRuleSet, headers: etagHeader },
  read: async ({ params: { ruleSet }, service }, tx) => {
    const current = await found(ruleSet, tx, service.catalogue)
    const tenant = await tx.tenants.get()
    return { body: shownCurrent(current, tenant), etag: currentTag(current) }
  },
})

const getCurrentBundle = defineOperation({
  id: 'getCurrentBundle',
  method: 'get',
  path: '/v1/rule-sets/{ruleSet}/current',
  tag,
  summary: 'Read the current version of a rule set',
  description: 'Canonical JSON; its SHA-256 is the ETag. Asking again costs next to nothing while it stays the same.',
  access,
  params,
  answer: { status: 200, description: 'The rule set', mediaType: 'application/json', headers: etagHeader },
  read: async ({ params: { ruleSet }, service }, tx) => {
    const { digest } = await found(ruleSet, tx, service.catalogue)
    const text = await service.catalogue.text(tx, digest)
    return { text: text!, etag: `"${digest}"` }
  },
})

const listVersions = defineOperation({
  id: 'listRuleSetVersions',
  method: 'get',
  path: '/v1/rule-sets/{ruleSet}/versions',
  tag,
  summary: 'List the published versions of a rule set',
  description: 'Newest first. What comes with the service has the one version that came with it.',
  access,
  params,
  query: z.strictObject(pageQuery),
  answer: { status: 200, description: 'One page of versions', schema: pageOf(RuleSetVersion) },
  read: async (call, tx) => {
    const { ruleSet } = call.params
    const current = await found(ruleSet, tx, call.service.catalogue)
    const tenant = await tx.tenants.get()
    const page = await tx.ruleSets.bundles({ ...pageRequest(call), ruleSet })
    return { body: pageReply(call, page, (bundle) => shownVersion(bundle, { current, tenant })) }
  },
})

const listMoves = defineOperation({
  id: 'listRuleSetMoves',
  method: 'get',
  path: '/v1/rule-sets/{ruleSet}/moves',
  tag,
  summary: 'See what was current when, and why',
  access: ours,
  params,
  answer: {
    status: 200,
    description: 'Every publication and every way back, newest first',
    schema: z.strictObject({ items: z.array(RuleSetMove) }),
  },
  read: async ({ params: { ruleSet }, service }, tx) => {
    await found(ruleSet, tx, service.catalogue)
    return { body: { items: (await tx.ruleSets.moves(ruleSet)).map(shownMove) } }
  },
})

const rollBack = defineOperation({
  id: 'rollBackRuleSet',
  method: 'post',
  path: '/v1/rule-sets/{ruleSet}/roll-back',
  tag,
  summary: 'Go back to an earlier version',
  description: 'To the one before, unless another is named. It is current at once; stored scores follow.',
  access: ours,
  params,
  body: { schema: z.strictObject({ reason, to: Digest.optional() }).meta({ id: 'RollBack' }) },
  conditional: true,
  problems: ['conflict'],
  answer: { status: 200, description: 'What is current now', schema: CurrentRuleSet, headers: etagHeader },
  write: async ({ params: { ruleSet }, body, principal, ifMatch, service: { catalogue } }, tx) => {
    const current = await found(ruleSet, tx, catalogue)
    ifMatch.check(currentTag(current))
    const to = body.to ?? (await tx.ruleSets.moves(ruleSet))[0]?.from
    const bundle = to == null ? undefined : await tx.ruleSets.bundle(to)
    if (bundle?.ruleSet !== ruleSet || bundle.digest === current.digest)
      throw new Problem('conflict', 'There is no such earlier version to go back to; see the list of versions.')
    const { digest } = bundle
    const { reason: why } = body
    await tx.ruleSets.movePointer({ ruleSet, to: digest, reason: why, by: principal.id, expected: current.moves })
    await startRollout(tx, { ruleSet, digest, from: current.digest })
    const now = await found(ruleSet, tx, catalogue)
    const audit = {
      action: 'rule-set.roll-back',
      target: `rule-set/${ruleSet}`,
      before: current.digest,
      after: digest,
    }
    return { body: shownCurrent(now, await tx.tenants.get()), etag: currentTag(now), audit }
  },
})

const getBundle = defineOperation({
  id: 'getBundle',
  method: 'get',
  path: '/v1/bundles/{digest}',
  tag,
  summary: 'Read a published rule set by its digest',
  description: 'For anybody, and for ever: what stands here never changes. Its SHA-256 is its address.',
  access: { scope: 'public', allow: everybody },
  params: published,
  query: publisher,
  answer: { status: 200, description: 'The rule set', mediaType: 'application/json', headers: etagHeader },
  plain: async ({ params: { digest }, query: { association }, principal, service: { store, catalogue } }) => {
    const tenant = await publisherOf({ association, principal, store })
    const text =
      (await catalogue.text(undefined, digest)) ??
      (tenant && (await store.read(tenant, (tx) => catalogue.text(tx, digest))))
    if (text === undefined) throw notFound()
    return { text, etag: `"${digest}"`, headers: forEverybody }
  },
})

const getBundleSignatures = defineOperation({
  id: 'getBundleSignatures',
  method: 'get',
  path: '/v1/bundles/{digest}/signatures',
  tag,
  summary: 'Read the signatures of a published rule set',
  description:
    'For anybody: detached signatures, one on each line, so that a page can check them against the keys that it trusts. Empty where nobody has signed.',
  access: { scope: 'public', allow: everybody },
  params: published,
  query: publisher,
  answer: { status: 200, description: 'The signatures', mediaType: 'text/plain' },
  plain: async ({ params: { digest }, query: { association }, principal, service: { store, catalogue } }) => {
    const tenant = await publisherOf({ association, principal, store })
    const bundle = tenant && (await store.read(tenant, (tx) => tx.ruleSets.bundle(digest)))
    if (bundle === undefined && (await catalogue.text(undefined, digest)) === undefined) throw notFound()
    const text = (bundle?.signatures ?? []).map(({ jws }) => `${jws}\n`).join('')
    // a version may be signed again later
    return { text, headers: { ...forEverybody, 'cache-control': 'public, max-age=300' } }
  },
})

const bundles = [getBundle, getBundleSignatures]
export const ruleSets = [listRuleSets, getRuleSet, getCurrentBundle, listVersions, listMoves, rollBack, ...bundles]

interface Asking {
  readonly association: string | undefined
  readonly principal: Principal
  readonly store: Store
}

/** Who published what is asked for: the association that is named, or that of who asks. */
async function publisherOf({ association, principal, store }: Asking): Promise<TenantPrincipal['tenant'] | undefined> {
  if (association !== undefined) return store.platform.tenantBySlug(association)
  return 'tenant' in principal ? (principal as TenantPrincipal).tenant : undefined
}

/** Pages of every site load it, isolated ones too. */
const forEverybody = {
  'cache-control': 'public, max-age=31536000, immutable',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
} as const

/** The current version; for what nobody published here, there is nothing. */
async function found(ruleSet: string, tx: ReadTx, catalogue: Catalogue): Promise<Current> {
  const current = await catalogue.current(tx, ruleSet)
  if (current === undefined) throw notFound()
  return current
}

/** What comes with the service changes when the service does, so its digest is its version. */
function currentTag({ moves, digest }: Current): string {
  return moves === 0 ? `"${digest}"` : etagOf(moves)
}

function shownCurrent(current: Current, tenant: Tenant): z.input<typeof CurrentRuleSet> {
  const { ruleSet, version, digest, source, since } = current
  const bundle = bundleAddress(digest, source === 'bundled' ? undefined : tenant)
  return { ruleSet, version, digest, source, since, bundle }
}

function shownVersion(
  { digest, ruleSetVersion: version, signatures, createdAt: publishedAt }: BundleSummary,
  { current, tenant }: { readonly current: Current; readonly tenant: Tenant },
): z.input<typeof RuleSetVersion> {
  const signedBy = signatures.map(({ keyId }) => keyId)
  const isCurrent = digest === current.digest
  return { version, digest, isCurrent, signedBy, publishedAt, bundle: bundleAddress(digest, tenant) }
}

function shownMove({ from, to, reason: why, by, at }: Move): z.input<typeof RuleSetMove> {
  return { from, to, reason: why, by, at }
}
