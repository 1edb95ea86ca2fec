import { checkRelationship } from '@joinery/core'
import * as z from 'zod'
import { basisOf, optionsFor, tagOf } from '../assess/basis.ts'
import { explanationOf } from '../assess/explanation.ts'
import { withSectors } from '../assess/with-sectors.ts'
import { ownRelationship } from '../access/ownership.ts'
import { defineOperation } from '../kernel/operation.ts'
import { NewAssessment, ResultDocument, wishQuery } from '../schemas/assessment.ts'
import { Explanation, Paths } from '../schemas/explanation.ts'
import { etagHeader, Id } from '../schemas/common.ts'
import { refuseFaults } from '../sectors/check-record.ts'

const tag = 'Assessments'
const params = z.strictObject({ relationship: Id })
const reads = {
  scope: 'assessments:read',
  allow: { firm: ['own'], association: ['own'], embed: ['own'] },
} as const

const assessRecord = defineOperation({
  id: 'assessRecord',
  method: 'post',
  path: '/v1/assessments',
  tag,
  summary: 'Assess any record',
  description:
    'Nothing is kept. The same bytes as the command and the widget give: what the record says of confirmations is taken as claimed, and the result says so.',
  access: reads,
  body: { schema: NewAssessment },
  answer: { status: 200, description: 'The result', schema: ResultDocument },
  read: async ({ body, now, service }, tx) => {
    const basis = await basisOf(body, { service, now, place: 'body' }, tx)
    // a record that is sent along must fit the rule set: answers of its scale, sector data of its types
    const rules = service.sectors.rulesFor(basis.ruleSet)
    refuseFaults(body.record, (record, faults) => checkRelationship(record, rules, faults), {
      detail: 'The record does not fit the rule set.',
      place: '/record',
    })
    const { assessor, asOf, scope } = basis
    const core = () => assessor.assess(body.record, { asOf, scope })
    if (!service.sectors.concern(body.record, basis.ruleSet)) return { body: core }
    return { later: () => withSectors(core(), { record: body.record, basis, options: { asOf, scope }, service }) }
  },
})

const assessRelationship = defineOperation({
  id: 'assessRelationship',
  method: 'get',
  path: '/v1/relationships/{relationship}/assessment',
  tag,
  summary: 'Assess a relationship as it is now',
  description: 'The whole result; nothing is kept. Only what the service saw the partner confirm counts as confirmed.',
  access: reads,
  params,
  query: z.strictObject(wishQuery),
  answer: { status: 200, description: 'The result', schema: ResultDocument, headers: etagHeader },
  read: async ({ principal, params: { relationship }, query, now, service }, tx) => {
    const stored = await ownRelationship(principal, relationship, tx)
    const basis = await basisOf(query, { service, now, place: 'query' }, tx)
    const { record } = stored
    const options = optionsFor(basis, stored, service)
    const core = () => basis.assessor.assess(record, options)
    // whether code of a plugin came through may differ from one time to the next: such an answer has no tag
    if (service.sectors.concern(record, basis.ruleSet))
      return { later: () => withSectors(core(), { record, basis, options, service }) }
    return { etag: tagOf(stored, basis), body: core }
  },
})

const explainIndicator = defineOperation({
  id: 'explainIndicator',
  method: 'get',
  path: '/v1/relationships/{relationship}/explanation',
  tag,
  summary: 'Explain one indicator',
  description: 'What it asks, what was looked at and found, what holds its clause back, and what to do.',
  access: reads,
  params,
  query: z.strictObject({
    ...wishQuery,
    indicator: z.string().min(1).max(120).meta({ description: 'Its id (p10.own/2) or its citation (5.10.3.2/2)' }),
  }),
  answer: { status: 200, description: 'The explanation', schema: Explanation, headers: etagHeader },
  read: async ({ principal, params: { relationship }, query, now, service }, tx) => {
    const stored = await ownRelationship(principal, relationship, tx)
    const basis = await basisOf(query, { service, now, place: 'query' }, tx)
    const explain = explanationOf(basis, query.indicator)
    return {
      etag: tagOf(stored, basis),
      body: () => explain(basis.assessor.assess(stored.record, optionsFor(basis, stored, service))),
    }
  },
})

const getPaths = defineOperation({
  id: 'getPaths',
  method: 'get',
  path: '/v1/relationships/{relationship}/paths',
  tag,
  summary: 'Find the cheapest ways to the next level',
  description: 'Of the whole, of each principle and of each clause: which steps, and how long they take.',
  access: reads,
  params,
  query: z.strictObject(wishQuery),
  answer: { status: 200, description: 'The ways', schema: Paths, headers: etagHeader },
  read: async ({ principal, params: { relationship }, query, now, service }, tx) => {
    const stored = await ownRelationship(principal, relationship, tx)
    const basis = await basisOf(query, { service, now, place: 'query' }, tx)
    return {
      etag: tagOf(stored, basis),
      body: () => ({ items: basis.assessor.paths(stored.record, optionsFor(basis, stored, service)) }),
    }
  },
})

export const assessments = [assessRecord, assessRelationship, explainIndicator, getPaths]
