import type { ResultSummary as Summary, Tx } from '@joinery/store'
import * as z from 'zod'
import { basisOf, dayOf, optionsFor, type Basis } from '../assess/basis.ts'
import { newResult } from '../assess/figures.ts'
import { ownResult } from '../assess/own-result.ts'
import { ownRelationship } from '../access/ownership.ts'
import { defineOperation } from '../kernel/operation.ts'
import { pageReply, pageRequest } from '../kernel/paging.ts'
import { Problem } from '../kernel/problem.ts'
import { noSectors } from '../sectors/sectors.ts'
import type { Service } from '../kernel/service.ts'
import { AssessmentWish, KeptResult, ResultSummary, RuleSetId } from '../schemas/assessment.ts'
import { etagHeader, Id, pageOf, pageQuery } from '../schemas/common.ts'

const tag = 'Results'
const ofRelationship = z.strictObject({ relationship: Id })

const keepResult = defineOperation({
  id: 'keepResult',
  method: 'post',
  path: '/v1/relationships/{relationship}/results',
  tag,
  summary: 'Assess a relationship and keep the result',
  description:
    'The result never changes: it stays with the version of the rule set, the engine, the day, the scope and the record that made it.',
  access: { scope: 'assessments:write', allow: { firm: ['own'], embed: ['own'] } },
  params: ofRelationship,
  body: { schema: AssessmentWish },
  answer: {
    status: 201,
    description: 'The result',
    schema: KeptResult,
    headers: { ...etagHeader, Location: 'Address of the result' },
  },
  // code of plugins is waited for before the transaction, and only where a sector is concerned
  prepare: async ({ principal, params: { relationship }, body, now, service }) => {
    if (service.sectors === noSectors || !('tenant' in principal)) return undefined
    const { stored, basis } = await service.store.read(principal.tenant, async (tx) => ({
      stored: await ownRelationship(principal, relationship, tx),
      basis: await basisOf(body, { service, now, place: 'body' }, tx),
    }))
    if (!service.sectors.concern(stored.record, basis.ruleSet)) return undefined
    const options = optionsFor(basis, stored, service)
    // facts from elsewhere are asked for by the firm alone, about its own relationship, and stay with its result
    const isFirm = principal.kind === 'firm'
    const fetched = isFirm ? await service.sectors.gather(stored.record, basis.ruleSet, basis.asOf) : []
    const sectors = await service.sectors.assess(stored.record, basis, { ...options, fetched })
    return { made: madeOf(stored, basis), sectors }
  },
  write: async ({ principal, params: { relationship }, body, now, service }, tx, prepared) => {
    const stored = await ownRelationship(principal, relationship, tx)
    const basis = await basisOf(body, { service, now, place: 'body' }, tx)
    if (prepared !== undefined && prepared.made !== madeOf(stored, basis))
      throw new Problem('conflict', 'The relationship changed while it was assessed; try again.')
    await pin(basis, service, tx)
    const core = basis.assessor.assess(stored.record, optionsFor(basis, stored, service))
    const result = prepared === undefined ? core : { ...core, sectors: prepared.sectors }
    const kept = await tx.results.add(newResult(result, stored))
    if (isCurrent(basis, now)) await tx.scores.put([scoreOf(kept)])
    return {
      body: { ...shownSummary(kept), result },
      etag: `"${kept.id}"`,
      headers: { Location: `/v1/results/${kept.id}` },
      audit: { action: 'result.keep', target: `result/${kept.id}`, firm: stored.firm, after: result.provenance },
    }
  },
})

const listResults = defineOperation({
  id: 'listResults',
  method: 'get',
  path: '/v1/relationships/{relationship}/results',
  tag,
  summary: 'List the results of a relationship',
  description: 'Newest first, without the words. An association needs the consent of the firm.',
  access: { scope: 'assessments:read', allow: { firm: ['own'], association: ['own'], embed: ['own'] } },
  params: ofRelationship,
  query: z.strictObject({ ...pageQuery, ruleSet: RuleSetId.optional() }),
  answer: { status: 200, description: 'One page of results', schema: pageOf(ResultSummary) },
  read: async (call, tx) => {
    const { relationship } = call.params
    await ownRelationship(call.principal, relationship, tx)
    const { ruleSet } = call.query
    const filter = ruleSet === undefined ? { relationship } : { relationship, ruleSet }
    const page = await tx.results.history({ ...pageRequest(call), ...filter })
    return { body: pageReply(call, page, shownSummary) }
  },
})

const getResult = defineOperation({
  id: 'getResult',
  method: 'get',
  path: '/v1/results/{result}',
  tag,
  summary: 'See one result',
  description: 'As it was kept. It never changes, so it can be kept by whoever has read it.',
  access: { scope: 'assessments:read', allow: { firm: ['own'], association: ['own'], embed: ['own'] } },
  params: z.strictObject({ result: Id }),
  answer: { status: 200, description: 'The result', schema: KeptResult, headers: etagHeader },
  read: async ({ principal, params }, tx) => {
    const kept = await ownResult(principal, params.result, tx)
    return { etag: `"${kept.id}"`, headers: forEver, body: () => ({ ...shownSummary(kept), result: kept.result }) }
  },
})

export const results = [keepResult, listResults, getResult]

/** What a result is made from. */
function madeOf({ version }: { readonly version: number }, { digest, asOf, scope }: Basis): string {
  return `${version} ${digest} ${asOf} ${scope}`
}

const forEver = { 'cache-control': 'private, max-age=31536000, immutable' }

/** What comes with the service may go with its next release; the version that made a result stays with the association. */
async function pin({ digest, ruleSet }: Basis, { catalogue }: Service, tx: Tx): Promise<void> {
  const { items } = await tx.ruleSets.bundles({ ruleSet: ruleSet.id, limit: 500 })
  if (items.some((bundle) => bundle.digest === digest)) return
  const text = (await catalogue.text(tx, digest))!
  await tx.ruleSets.addBundle({ digest, ruleSet: ruleSet.id, ruleSetVersion: ruleSet.version, text, signatures: [] })
}

/** Whether it says where the relationship stands now. */
function isCurrent({ asOf, scope }: Basis, now: Date): boolean {
  return scope === 'full' && asOf === dayOf(now)
}

function scoreOf({ relationship, firm, ruleSet, digest, relationshipVersion, asOf, scores }: Summary) {
  return { relationship, firm, ruleSet, digest, relationshipVersion, asOf, scores }
}

function shownSummary(summary: Summary): z.input<typeof ResultSummary> {
  const { id, relationship, firm, ruleSet, ruleSetVersion: version, digest } = summary
  const { asOf, scope, engine, inputHash, createdAt } = summary
  const { headline, principles } = summary.scores
  const figures = { headline, principles: { ...principles } }
  return {
    id,
    relationship,
    firm,
    ruleSet,
    version,
    digest,
    asOf,
    scope,
    engine,
    inputHash,
    scores: figures,
    createdAt,
  }
}
