import type { CompactScores, CurrentScore as Kept, StoredRelationship } from '@joinery/store'
import * as z from 'zod'
import { basisOf, optionsFor, tagOf, type Basis } from '../assess/basis.ts'
import { scoresText } from '../assess/figures.ts'
import { ownAnswers } from '../access/ownership.ts'
import { ownUnlessKnown } from '../access/unless-known.ts'
import { defineOperation } from '../kernel/operation.ts'
import { pageReply, pageRequest } from '../kernel/paging.ts'
import type { Service } from '../kernel/service.ts'
import { CurrentScore, RuleSetId } from '../schemas/assessment.ts'
import { etagHeader, Id, pageOf, pageQuery } from '../schemas/common.ts'

const tag = 'Assessments'

const getScore = defineOperation({
  id: 'getScore',
  method: 'get',
  path: '/v1/relationships/{relationship}/score',
  tag,
  summary: 'See where a relationship stands today',
  description:
    'The figures by the current version of the rule set. Scored again where the record, the rules or the day have changed since.',
  access: { scope: 'assessments:read', allow: { firm: ['own'], association: ['own'], embed: ['own'] } },
  params: z.strictObject({ relationship: Id }),
  lasting: true,
  query: z.strictObject({ ruleSet: RuleSetId }),
  answer: { status: 200, description: 'The figures', schema: CurrentScore, headers: etagHeader },
  read: async (call, tx) => {
    const { query, now, service } = call
    const basis = await basisOf(query, { service, now, place: 'query' }, tx)
    const found = await ownUnlessKnown(call, tx, (head) => tagOf(head, basis))
    if ('unchanged' in found) return found
    const { etag, stored } = found
    // scoring costs less than asking the store for a score
    const scoring = { stored, basis, service, tenant: tx.tenant.id }
    return {
      etag,
      body: () => currentScore(scoring, undefined),
      json: () => currentScoreText(scoring, recentText(scoring)),
      again: () => scoredAgain(scoring),
    }
  },
})

const listScores = defineOperation({
  id: 'listScores',
  method: 'get',
  path: '/v1/firms/{firm}/scores',
  tag,
  summary: 'See where all relationships of a firm stand today',
  description: 'Oldest relationship first. An association needs the consent of the firm.',
  access: { scope: 'assessments:read', allow: { firm: ['own'], association: ['own'] } },
  params: z.strictObject({ firm: Id }),
  query: z.strictObject({ ...pageQuery, ruleSet: RuleSetId }),
  problems: ['consent-required'],
  answer: { status: 200, description: 'One page of figures', schema: pageOf(CurrentScore) },
  read: async (call, tx) => {
    const { principal, params, query, now, service } = call
    await ownAnswers(principal, params.firm, tx)
    const basis = await basisOf(query, { service, now, place: 'query' }, tx)
    const page = await tx.relationships.list({ ...pageRequest(call), firm: params.firm })
    const ids = page.items.map(({ id }) => id)
    const kept = await tx.scores.getMany(ids, query.ruleSet)
    return {
      body: () =>
        pageReply(call, page, (stored) =>
          currentScore({ stored, basis, service, tenant: tx.tenant.id }, kept.get(stored.id)),
        ),
    }
  },
})

export const scores = [getScore, listScores]

interface Scoring {
  readonly stored: StoredRelationship
  readonly basis: Basis
  readonly service: Service
  readonly tenant: string
}

/** Four bytes in memory for a character of JSON, and the objects around it. */
const bytesOf = (record: unknown) => 4 * JSON.stringify(record).length + 600

/** Holds on to the record, and to nothing of the reading that brought it. */
function scoredAgain({ stored, ...scoring }: Scoring) {
  const { id, firm, version, createdAt, updatedAt, record } = stored
  const again = { ...scoring, stored: { id, firm, version, createdAt, updatedAt, record } }
  // what came out is kept as an answer; to remember it twice would only be more to throw away
  return { make: () => currentScoreText(again, freshText(again)), bytes: bytesOf(record) }
}

/** What was kept, if it still holds; scored anew otherwise, which costs less than the reading. */
function currentScore(scoring: Scoring, kept: Kept | undefined): z.input<typeof CurrentScore> {
  const { stored, basis } = scoring
  const isFresh =
    kept?.digest === basis.digest && kept.relationshipVersion === stored.version && kept.asOf === basis.asOf
  return { ...headOf(scoring), scores: isFresh ? kept.scores : (JSON.parse(recentText(scoring)) as CompactScores) }
}

/** The same as JSON, around the scores. */
function currentScoreText(scoring: Scoring, scores: string): string {
  return `${JSON.stringify(headOf(scoring)).slice(0, -1)},"scores":${scores}}`
}

function headOf({ stored, basis: { ruleSet, digest, asOf } }: Scoring) {
  return { relationship: stored.id, firm: stored.firm, ruleSet: ruleSet.id, version: ruleSet.version, digest, asOf }
}

function recentText(scoring: Scoring): string {
  const { stored, basis, service, tenant } = scoring
  return service.recentScores.of({ tenant, head: stored, basis }, () => freshText(scoring))
}

function freshText({ stored, basis, service }: Scoring): string {
  return scoresText(basis.assessor.score(stored.record, optionsFor(basis, stored, service)))
}
