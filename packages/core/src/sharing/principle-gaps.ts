import { snap } from '../exact.ts'
import { readAnswers } from '../score/answers.ts'
import { modelField } from '../schema/model.ts'
import type { Relationship } from '../schema/relationship.ts'
import type { Indicator, Principle, RuleSet } from '../rule-set/rule-set.ts'
import { gapBetween, notAnonymous, type Gap, type Side } from './gap.ts'

/** What one side answered to statements of a rule set. */
export interface SideAnswers {
  /** When, `YYYY-MM-DD`. */
  readonly at: string
  /** How many people answered; one where nobody said. */
  readonly respondents?: number | undefined
  /** Values of the rule set's answer scale, such as `yes`, by id of the indicator; others count as not answered. */
  readonly answers: Readonly<Record<string, string>>
}

/** A statement that both sides answered. */
export interface ComparedStatement {
  readonly indicator: string
  readonly statement: string
  readonly us: string
  readonly partner: string
}

/** How far apart the two sides see one principle. */
export interface PrincipleGap extends Gap {
  readonly principle: string
  readonly clause: string
  readonly title: string
  /** What it is worked out from. */
  readonly statements: readonly ComparedStatement[]
}

/** How far apart the two sides see each principle, opened when both have answered. */
export interface PrincipleGaps {
  readonly at: Readonly<Record<Side, string>>
  readonly respondents: Readonly<Record<Side, number>>
  /** The principles of which both sides answered at least one statement, in the order of the rule set. */
  readonly gaps: readonly PrincipleGap[]
  readonly notAnonymous: readonly Side[]
}

/**
 * The perception gap of each principle, from the statements that both sides answered. The mean answer of a side goes on the
 * scale of the pulse, from 1 (no to all) to 5 (yes to all), so that the same thresholds hold for both. Where only one
 * statement can be compared and the sides are a single step apart, they should talk, and never before anything else: one
 * step is the least by which they can differ. Pure.
 *
 * @example
 * principleGaps(ruleSet, {
 *   us: { at: '2026-11-24', answers: { 'p01.plan/1': 'yes' } },
 *   partner: { at: '2026-11-26', answers: { 'p01.plan/1': 'no' } },
 * }).gaps[0].kind // 'blind-spot'
 */
export function principleGaps(ruleSet: RuleSet, sides: Readonly<Record<Side, SideAnswers>>): PrincipleGaps {
  const { us, partner } = sides
  const respondents = { us: us.respondents ?? 1, partner: partner.respondents ?? 1 }
  return {
    at: { us: us.at, partner: partner.at },
    respondents,
    gaps: ruleSet.principles.flatMap((principle) => gapOf(ruleSet, principle, sides) ?? []),
    notAnonymous: notAnonymous(respondents),
  }
}

/**
 * The statements that may be put to a partner, in the order of the rule set: of the scope, or of all, those that read
 * nothing private, so that nobody is asked about what is none of its business.
 */
export function statementsForPartner(ruleSet: RuleSet, scope?: string): Indicator[] {
  const inScope = ruleSet.document.scopes?.find(({ id }) => id === scope)?.indicators
  return ruleSet.indicators.filter(
    (indicator) => !readsPrivate(indicator) && (inScope === undefined || inScope.includes(indicator.id)),
  )
}

/** What a record declares of statements, by id of the indicator: what counts as an answer of its own side. */
export function declaredAnswers(ruleSet: RuleSet, record: Relationship): Record<string, string> {
  const { byIndicator } = readAnswers(ruleSet, record as Readonly<Record<string, unknown>>)
  const declared = ruleSet.indicators.flatMap(({ id, index }) => {
    const answer = byIndicator.get(index)
    return answer?.is === 'share' ? [[id, answer.value] as const] : []
  })
  return Object.fromEntries(declared)
}

function readsPrivate({ supportedBy }: Indicator): boolean {
  return supportedBy.some((facts) => [...facts].some((fact) => modelField(fact)?.visibility === 'private'))
}

function gapOf(
  ruleSet: RuleSet,
  { id, document, clauses }: Principle,
  sides: Readonly<Record<Side, SideAnswers>>,
): PrincipleGap | undefined {
  const compared = clauses
    .flatMap(({ indicators }) => indicators)
    .flatMap((indicator) => comparedOf(ruleSet, indicator, sides) ?? [])
  if (compared.length === 0) return undefined
  const gap = gapBetween(ratingOf(compared, 'us'), ratingOf(compared, 'partner'))
  const isOneStep = compared.length === 1 && Math.abs(gap.gap) <= widestStep(ruleSet) * range
  return {
    principle: id,
    clause: document.citation ?? id,
    title: document.title,
    ...gap,
    flag: gap.flag === 'priority' && isOneStep ? 'talk' : gap.flag,
    statements: compared.map(({ statement }) => statement),
  }
}

interface Compared {
  readonly statement: ComparedStatement
  readonly shares: Readonly<Record<Side, number>>
}

function comparedOf(
  { answerValues }: RuleSet,
  { id, document }: Indicator,
  { us, partner }: Readonly<Record<Side, SideAnswers>>,
): Compared | undefined {
  const [ours, theirs] = [us, partner].map(({ answers }) =>
    Object.hasOwn(answers, id) ? answerValues.get(answers[id]!) : undefined,
  )
  if (ours === undefined || theirs === undefined) return undefined
  const shares = { us: ours.share, partner: theirs.share }
  return {
    statement: { indicator: id, statement: document.statement, us: ours.value, partner: theirs.value },
    shares,
  }
}

/** From 1 to 5, as the pulse is rated. */
const range = 4

function ratingOf(compared: readonly Compared[], side: Side): number {
  const sum = compared.reduce((total, { shares }) => total + shares[side], 0)
  return snap(1 + (range * sum) / compared.length)
}

/** The widest step between neighbours on the scale of answers. */
function widestStep({ answerValues }: RuleSet): number {
  const shares = [...answerValues.values()].map(({ share }) => share).toSorted((left, right) => left - right)
  return Math.max(...shares.slice(1).map((share, index) => share - shares[index]!), 0)
}
