import { jointActionFor, withJointAction, type Relationship, type SideAnswers } from '@joinery/core'
import type { ReadTx, StoredRelationship } from '@joinery/store'
import * as z from 'zod'
import { conflict, dayOf } from '../assess/basis.ts'
import { keepRound, sideOf, waitingOf, withSaid } from '../assess/rounds.ts'
import {
  answersGiven,
  askedIn,
  principleSource,
  readStatementRounds,
  statementRoundsOf,
  statementsOutcome,
  type Asked,
  type StatementsContent,
  type StatementsRounds,
} from '../assess/statement-rounds.ts'
import { ownRelationship } from '../access/ownership.ts'
import { defineOperation, type Call } from '../kernel/operation.ts'
import {
  NewPrincipleAction,
  NewStatements,
  statementsParams as params,
  StatementsStanding,
} from '../schemas/statements.ts'

const tag = 'Partner links'

const getStatements = defineOperation({
  id: 'getStatements',
  method: 'get',
  path: '/v1/relationships/{relationship}/statements',
  tag,
  summary: 'See where both sides are with the statements',
  description:
    'A few statements of the rule set that both sides answer; what one side answered can be read by nobody until the other side has answered too.',
  access: { scope: 'statements:read', allow: { firm: ['own'], partner: ['own'] } },
  params,
  query: z.strictObject({
    ruleSet: z.string().max(100).optional().meta({ description: 'Whose statements a new round would ask' }),
    language: z
      .string()
      .max(35)
      .optional()
      .meta({ description: 'The language of the texts, such as "de", where the rule set has them; else its own' }),
  }),
  answer: { status: 200, description: 'The statements', schema: StatementsStanding },
  read: async (call, tx) => {
    const { query, service, now } = call
    const { before, rounds } = await standingNow(call, tx)
    const { record } = before
    const asked = await askedIn(rounds, query, { asking: { service, now, place: 'query' }, tx })
    return { body: await standingOf({ rounds, asked, record, language: query.language }, call, tx) }
  },
})

const answerStatements = defineOperation({
  id: 'answerStatements',
  method: 'post',
  path: '/v1/relationships/{relationship}/statements',
  tag,
  summary: 'Answer the statements for your side',
  description:
    'Once a round. The first answer opens a round of 30 days and stays sealed; the second one opens both. What may be asked reads nothing private.',
  access: { scope: 'statements:write', allow: { firm: ['own'], partner: ['own'] } },
  params,
  body: { schema: NewStatements },
  problems: ['conflict'],
  answer: { status: 200, description: 'The statements as they are now', schema: StatementsStanding },
  write: async (call, tx) => {
    const { principal, body, service, now } = call
    const { relationship } = call.params
    const { before, rounds } = await standingNow(call, tx)
    const side = sideOf(principal)
    checkChoice(body, rounds, side)
    const asked = await askedIn(rounds, body, { asking: { service, now, place: 'body' }, tx })
    const answers = answersGiven(body.answers, asked, { side, record: before.record })
    const kept = rounds.open?.content ?? { digest: asked.digest, asked: asked.indicators.map(({ id }) => id) }
    const said: SideAnswers = { at: dayOf(now), respondents: body.respondents ?? 1, answers }
    const content = withSaid<StatementsContent, SideAnswers>(kept, said, principal)
    await keepRound({ rounds, content, of: statementRoundsOf(relationship) }, tx)
    // changes the version: two sides that begin at once do not begin two rounds
    if (rounds.open === undefined)
      await tx.relationships.update(relationship, before.version, { record: before.record })
    const after = { rounds: await readStatementRounds(relationship, now, tx), asked, record: before.record }
    return {
      body: await standingOf(after, call, tx),
      // without the answers: so few are possible that a hash would tell them
      audit: { action: 'statements.answer', target: `relationship/${relationship}`, firm: before.firm },
    }
  },
})

const planPrincipleAction = defineOperation({
  id: 'planPrincipleAction',
  method: 'post',
  path: '/v1/relationships/{relationship}/statements/actions',
  tag,
  summary: 'Plan what both sides do about the gap of a principle',
  description: 'One action for each side goes into the record, due on the day on which both look again.',
  access: { scope: 'relationships:write', allow: { firm: ['own'] } },
  params,
  body: { schema: NewPrincipleAction },
  answer: { status: 201, description: 'The statements with the action', schema: StatementsStanding },
  write: async (call, tx) => {
    const { body, service, now } = call
    const { relationship } = call.params
    const { before, rounds } = await standingNow(call, tx)
    const { principle, ...action } = body
    const record = withJointAction(before.record, await flaggedSource(principle, { rounds, call }, tx), action)
    await tx.relationships.update(relationship, before.version, { record })
    const asked = await askedIn(rounds, {}, { asking: { service, now, place: 'body' }, tx })
    const target = `relationship/${relationship}`
    return {
      body: await standingOf({ rounds, asked, record }, call, tx),
      audit: { action: 'gap.plan', target, firm: before.firm, before: before.record, after: record },
    }
  },
})

export const statements = [getStatements, answerStatements, planPrincipleAction]

/** The relationship of who asks, and what was asked and answered so far. */
async function standingNow(
  {
    principal,
    params: { relationship },
    now,
  }: Pick<Call<z.output<typeof params>, unknown, unknown>, 'principal' | 'params' | 'now'>,
  tx: ReadTx,
): Promise<{ readonly before: StoredRelationship; readonly rounds: StatementsRounds }> {
  const before = await ownRelationship(principal, relationship, tx)
  return { before, rounds: await readStatementRounds(relationship, now, tx) }
}

type Asking = Pick<Call<unknown, unknown, unknown>, 'principal' | 'service'>

/** What is asked is chosen by the firm, once a round: where it opens it. */
function checkChoice(
  { ruleSet, statements: chosen }: z.output<typeof NewStatements>,
  { open }: StatementsRounds,
  side: 'us' | 'partner',
): void {
  if (chosen !== undefined && (side === 'partner' || open !== undefined)) {
    const message =
      side === 'partner' ? 'is chosen by the firm; leave it out' : 'was chosen when the round began; leave it out'
    throw conflict('body', 'statements', { value: chosen, message })
  }
  if (ruleSet !== undefined && open !== undefined)
    throw conflict('body', 'ruleSet', { value: ruleSet, message: 'was chosen when the round began; leave it out' })
}

async function flaggedSource(
  principle: string,
  { rounds: { last }, call }: { readonly rounds: StatementsRounds; readonly call: Asking },
  tx: ReadTx,
): Promise<string> {
  const outcome = last && (await statementsOutcome(last, call.service, tx))
  const gap = outcome?.gaps.find((found) => found.principle === principle)
  if (last !== undefined && gap !== undefined && gap.flag !== null) return principleSource(principle, last)
  const message =
    gap === undefined ? 'no statements that both sides have answered tell of this' : 'the two sides see this alike'
  throw conflict('body', 'principle', { value: principle, message })
}

interface Standing {
  readonly rounds: StatementsRounds
  readonly asked: Asked
  readonly record: Relationship
  readonly language?: string | undefined
}

async function standingOf(
  { rounds, asked: { ruleSet, indicators }, record, language }: Standing,
  { principal, service }: Asking,
  tx: ReadTx,
): Promise<z.input<typeof StatementsStanding>> {
  const titles = new Map(
    ruleSet.principles.flatMap(({ document, clauses }) => clauses.map(({ id }) => [id, document] as const)),
  )
  const { document } = ruleSet
  const locales = document.locales ?? {}
  const spoken = language !== undefined && Object.hasOwn(locales, language) ? language : undefined
  const own = spoken === undefined ? undefined : locales[spoken]
  const inLanguage = (id: string, field: string, text: string) => own?.[id]?.[field] ?? text
  return {
    ruleSet: ruleSet.id,
    language: spoken ?? document.language,
    scale: document.answers.scale.map(({ value, label }) => ({ value, label: inLanguage('answers', value, label) })),
    asked: indicators.map(({ id, clause, document: { statement } }) => {
      const principle = titles.get(clause)!
      return {
        indicator: id,
        principle: principle.id,
        title: inLanguage(principle.id, 'title', principle.title),
        statement: inLanguage(id, 'statement', statement),
      }
    }),
    waiting: waitingOf(rounds),
    opened: await openedOf(rounds, record, { service, tx }),
    firmOfOne: principal.kind === 'firm' && record.org?.headcount === 1,
  }
}

async function openedOf(
  { last }: StatementsRounds,
  record: Relationship,
  { service, tx }: Pick<Asking, 'service'> & { readonly tx: ReadTx },
): Promise<z.input<typeof StatementsStanding>['opened']> {
  const outcome = last && (await statementsOutcome(last, service, tx))
  if (last === undefined || outcome === undefined) return null
  const { at, respondents, gaps, notAnonymous } = outcome
  return {
    at,
    respondents,
    gaps: gaps.map((gap) =>
      Object.assign({}, gap, {
        statements: [...gap.statements],
        action: jointActionFor(principleSource(gap.principle, last), record),
      }),
    ),
    notAnonymous: [...notAnonymous],
  }
}
