import { compareAssessments, DocumentError, timelineOf, type Compared } from '@joinery/core'
import type { ReadTx, ResultSummary } from '@joinery/store'
import * as z from 'zod'
import { basisOf, conflict, optionsFor } from '../assess/basis.ts'
import { comparedAll, comparedOf } from '../assess/compared.ts'
import { ownResult } from '../assess/own-result.ts'
import { trendOf } from '../assess/trend.ts'
import { notFound, ownRelationship } from '../access/ownership.ts'
import { defineOperation } from '../kernel/operation.ts'
import { limits } from '../limits.ts'
import { wishQuery } from '../schemas/assessment.ts'
import { ComparisonDocument, TimelineDocument, Trend } from '../schemas/comparison.ts'
import { Id } from '../schemas/common.ts'

const tag = 'Results'
const reads = {
  scope: 'assessments:read',
  allow: { firm: ['own'], association: ['own'], embed: ['own'] },
} as const

const getTrend = defineOperation({
  id: 'getTrend',
  method: 'get',
  path: '/v1/relationships/{relationship}/trend',
  tag,
  summary: 'See how the scores went',
  description: `Over the kept results of one rule set, oldest first, at most the latest ${limits.trend}.`,
  access: reads,
  params: z.strictObject({ relationship: Id }),
  query: z.strictObject({ ruleSet: wishQuery.ruleSet, scope: wishQuery.scope }),
  answer: { status: 200, description: 'The series', schema: Trend },
  read: async ({ principal, params: { relationship }, query: { ruleSet, scope }, now, service }, tx) => {
    await ownRelationship(principal, relationship, tx)
    const basis = await basisOf({ ruleSet, scope }, { service, now, place: 'query' }, tx)
    const { items, next } = await tx.results.history({ relationship, ruleSet, limit: limits.trend })
    return { body: () => trendOf(items, { basis, complete: next === undefined }) }
  },
})

const getTimeline = defineOperation({
  id: 'getTimeline',
  method: 'get',
  path: '/v1/relationships/{relationship}/timeline',
  tag,
  summary: 'See why the scores went as they did',
  description: `Over the kept results of one rule set and scope, oldest first, at most the latest ${limits.timeline}: from each to the next what you changed, what aged, and what the rules changed.`,
  access: reads,
  params: z.strictObject({ relationship: Id }),
  query: z.strictObject({ ruleSet: wishQuery.ruleSet, scope: wishQuery.scope }),
  answer: { status: 200, description: 'The timeline', schema: TimelineDocument },
  read: async ({ principal, params: { relationship }, query: { ruleSet, scope }, now, service }, tx) => {
    await ownRelationship(principal, relationship, tx)
    const basis = await basisOf({ ruleSet, scope }, { service, now, place: 'query' }, tx)
    const { items, next } = await tx.results.history({ relationship, ruleSet, limit: limits.trend })
    const latest = items.filter((result) => result.scope === basis.scope).slice(0, limits.timeline)
    const sides = await comparedAll(latest, service, tx)
    return {
      body: () => {
        const { points, ...rows } = timelineOf(sides.map(({ side }) => side))
        const named = points.map((point, index) => Object.assign({ result: sides[index]!.id }, point))
        return {
          ruleSet,
          scope: basis.scope,
          points: named,
          ...rows,
          complete: next === undefined && latest.length === items.length,
        }
      },
    }
  },
})

const compareResults = defineOperation({
  id: 'compareResults',
  method: 'get',
  path: '/v1/results/{result}/comparison',
  tag,
  summary: 'Compare a result with an earlier one',
  description:
    'Tells apart what you changed, what changed in the rules, and what came by the passing of time. Without "with", the one before it.',
  access: reads,
  params: z.strictObject({ result: Id }),
  query: z.strictObject({
    with: Id.optional().meta({ description: 'Another result of the same relationship, rule set and scope' }),
  }),
  answer: { status: 200, description: 'What moved, and why', schema: ComparisonDocument },
  read: async ({ principal, params, query, service }, tx) => {
    const later = await ownResult(principal, params.result, tx)
    const earlier = query.with === undefined ? await before(later, tx) : await ownResult(principal, query.with, tx)
    if (earlier.relationship !== later.relationship)
      throw conflict('query', 'with', { value: query.with, message: 'is of another relationship; choose one of this' })
    const sides = [await comparedOf(earlier, service, tx), await comparedOf(later, service, tx)] as const
    return { body: () => comparisonOf(...sides) }
  },
})

const getChanges = defineOperation({
  id: 'getChanges',
  method: 'get',
  path: '/v1/relationships/{relationship}/changes',
  tag,
  summary: 'See what has changed since a result',
  description: 'Compares a kept result with the relationship as it is now, by the current rules, today.',
  access: reads,
  params: z.strictObject({ relationship: Id }),
  query: z.strictObject({ since: Id.meta({ description: 'A kept result of the relationship' }) }),
  answer: { status: 200, description: 'What moved, and why', schema: ComparisonDocument },
  read: async ({ principal, params: { relationship }, query, now, service }, tx) => {
    const stored = await ownRelationship(principal, relationship, tx)
    const earlier = await tx.results.get(query.since)
    if (earlier?.relationship !== relationship)
      throw conflict('query', 'since', { value: query.since, message: 'is no result of this relationship' })
    const { ruleSet, scope } = earlier
    const basis = await basisOf({ ruleSet, scope }, { service, now, place: 'query' }, tx)
    const { record } = stored
    const today: Compared = {
      assessor: basis.assessor,
      relationship: record,
      options: optionsFor(basis, stored, service),
    }
    const then = await comparedOf(earlier, service, tx)
    return { body: () => comparisonOf(then, today) }
  },
})

export const trends = [getTrend, getTimeline, compareResults, getChanges]

/** The result before this one, of the same rule set and scope. */
async function before({ id, relationship, ruleSet, scope, createdAt }: ResultSummary, tx: ReadTx) {
  const { items } = await tx.results.history({ relationship, ruleSet, after: { at: createdAt, id }, limit: 100 })
  const found = items.find((item) => item.scope === scope)
  const earlier = found && (await tx.results.get(found.id))
  if (earlier === undefined) throw notFound()
  return earlier
}

function comparisonOf(from: Compared, to: Compared) {
  try {
    return compareAssessments(from, to)
  } catch (error) {
    const fault = error instanceof DocumentError ? error.faults[0] : undefined
    if (fault === undefined) throw error
    throw conflict('query', 'with', { value: fault.value, message: fault.message })
  }
}
