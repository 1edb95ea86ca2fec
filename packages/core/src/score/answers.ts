import { given, type Data } from '../facts/record.ts'
import type { Indicator, RuleSet } from '../rule-set/rule-set.ts'

/** A declared answer as scoring sees it. */
export type Declared =
  | { readonly is: 'share'; readonly value: string; readonly share: number }
  | { readonly is: 'notApplicable'; readonly value: 'notApplicable' }

/** Why an answer does not count as it stands. */
export type Refusal =
  /** No indicator has this id or citation. */
  | { readonly why: 'stranger'; readonly key: string }
  /** The same indicator is answered by id and by citation; the id counts. */
  | { readonly why: 'twice'; readonly indicator: Indicator }
  /** "Does not apply" where it may not be said. */
  | { readonly why: 'not-offered' | 'critical' | 'always-applies'; readonly key: string }
  /** "Does not apply" without a reason that the rule set knows. */
  | { readonly why: 'reason'; readonly key: string; readonly reason: unknown }
  /** "Does not apply" beyond the limit of its principle. */
  | { readonly why: 'limit'; readonly key: string; readonly most: number; readonly of: number }

export interface Declarations {
  /** By position of the indicator; none where nothing was declared, or "not sure". */
  readonly byIndicator: ReadonlyMap<number, Declared>
  readonly refused: readonly Refusal[]
}

const nothing: Declarations = { byIndicator: new Map(), refused: [] }

/** Finds the answer to each indicator, by its id or its citation, and refuses what may not be answered so. */
export function readAnswers(ruleSet: RuleSet, record: Data): Declarations {
  const answers = record['answers'] as Data | undefined
  if (answers === undefined) return nothing
  const into: Declaring = { byIndicator: new Map(), refused: [] }
  let leftOut = 0
  for (const key of Object.keys(answers)) {
    const indicator = ruleSet.indicators[ruleSet.answerKeys.get(key) ?? -1]
    if (indicator === undefined) into.refused.push({ why: 'stranger', key })
    else if (key !== indicator.id && Object.hasOwn(answers, indicator.id))
      into.refused.push({ why: 'twice', indicator })
    else if (declare(ruleSet, { indicator, key, answer: answers[key] }, into) === notApplicable) leftOut++
  }
  if (leftOut > 0) keepToLimit(ruleSet, into)
  return into
}

interface Declaring {
  readonly byIndicator: Map<number, Declared>
  readonly refused: Refusal[]
}

interface Entry {
  readonly indicator: Indicator
  readonly key: string
  readonly answer: unknown
}

function declare(ruleSet: RuleSet, { indicator, key, answer }: Entry, into: Declaring): Declared | undefined {
  const declared = declaredOf(ruleSet, given(answer, 'value'))
  if (declared === undefined) return undefined
  const refusal = declared.is === 'notApplicable' ? refusalOf(ruleSet, { indicator, key, answer }) : undefined
  if (refusal === undefined) into.byIndicator.set(indicator.index, declared)
  else into.refused.push(refusal)
  return declared
}

const notApplicable: Declared = { is: 'notApplicable', value: 'notApplicable' }

function declaredOf(ruleSet: RuleSet, value: unknown): Declared | undefined {
  return value === 'notApplicable' ? notApplicable : ruleSet.answerValues.get(value as string)
}

function refusalOf(ruleSet: RuleSet, { indicator, key, answer }: Entry): Refusal | undefined {
  const rules = ruleSet.document.answers.notApplicable
  if (rules === undefined) return { why: 'not-offered', key }
  if (indicator.critical) return { why: 'critical', key }
  if (!indicator.mayNotApply) return { why: 'always-applies', key }
  const reason = given(answer, 'reason')
  return rules.reasons.some(({ code }) => code === reason) ? undefined : { why: 'reason', key, reason }
}

/** Past the limit of a principle, "does not apply" is refused, in the order of the rule set. */
function keepToLimit(ruleSet: RuleSet, { byIndicator, refused }: Declaring): void {
  const isLeftOut = ({ index }: Indicator) => byIndicator.get(index)?.is === 'notApplicable'
  for (const principle of ruleSet.principles) {
    const indicators = principle.clauses.flatMap((clause) => clause.indicators)
    const leftOut = indicators.filter(isLeftOut).toSorted((left, right) => left.index - right.index)
    const most = Math.floor(indicators.length * (ruleSet.document.answers.notApplicable?.limit ?? 0) + 1e-9)
    for (const { index, id } of leftOut.slice(most)) {
      byIndicator.delete(index)
      refused.push({ why: 'limit', key: id, most, of: indicators.length })
    }
  }
}
