import { didYouMean, pointerOf, shown } from '../fault.ts'
import { given, type Data } from '../facts/record.ts'
import type { Indicator, RuleSet } from '../rule-set/rule-set.ts'
import type { Notice } from '../schema/result.ts'

/** A declared answer as scoring sees it. */
export type Declared =
  | { readonly is: 'share'; readonly value: string; readonly share: number }
  | { readonly is: 'notApplicable'; readonly value: 'notApplicable' }

export interface Declarations {
  /** By position of the indicator; none where nothing was declared, or "not sure". */
  readonly byIndicator: ReadonlyMap<number, Declared>
  readonly notices: readonly Notice[]
}

const nothing: Declarations = { byIndicator: new Map(), notices: [] }

/** Finds the answer to each indicator, by its id or its citation, and refuses what may not be answered so. */
export function readAnswers(ruleSet: RuleSet, record: Data): Declarations {
  const answers = record['answers'] as Data | undefined
  if (answers === undefined) return nothing
  const notices: Notice[] = []
  const byIndicator = new Map<number, Declared>()
  for (const key of Object.keys(answers)) {
    const indicator = ruleSet.indicators[ruleSet.answerKeys.get(key) ?? -1]
    if (indicator === undefined) notices.push(stranger(ruleSet, key))
    else if (key !== indicator.id && Object.hasOwn(answers, indicator.id)) notices.push(twoAnswers(indicator))
    else declare(ruleSet, { indicator, key, answer: answers[key] }, { byIndicator, notices })
  }
  return { byIndicator: withinLimit(ruleSet, byIndicator, notices), notices }
}

interface Entry {
  readonly indicator: Indicator
  readonly key: string
  readonly answer: unknown
}

function declare(
  ruleSet: RuleSet,
  { indicator, key, answer }: Entry,
  into: { byIndicator: Map<number, Declared>; notices: Notice[] },
): void {
  const declared = declaredOf(ruleSet, given(answer, 'value'))
  if (declared === undefined) return
  const refusal = declared.is === 'notApplicable' ? refusalOf(ruleSet, indicator, given(answer, 'reason')) : undefined
  if (refusal === undefined) into.byIndicator.set(indicator.index, declared)
  else into.notices.push({ code: 'not-applicable-refused', path: pointerOf('answers', key), message: refusal })
}

const notApplicable: Declared = { is: 'notApplicable', value: 'notApplicable' }

function declaredOf(ruleSet: RuleSet, value: unknown): Declared | undefined {
  return value === 'notApplicable' ? notApplicable : ruleSet.answerValues.get(value as string)
}

function refusalOf(ruleSet: RuleSet, indicator: Indicator, reason: unknown): string | undefined {
  const rules = ruleSet.document.answers.notApplicable
  if (rules === undefined) return 'this rule set has no "does not apply"; the answer counts as not sure'
  if (indicator.critical) return 'a critical indicator always applies; the answer counts as not sure'
  if (!indicator.mayNotApply) return 'this indicator always applies; the answer counts as not sure'
  const codes = rules.reasons.map(({ code }) => code)
  if (typeof reason === 'string' && codes.includes(reason)) return undefined
  const wanted = `give one of the reasons ${codes.join(', ')}`
  if (typeof reason !== 'string') return `"does not apply" needs a reason; ${wanted}`
  return `${shown(reason)} is not a reason${didYouMean(reason, codes)}; ${wanted}`
}

/** Past the limit of a principle, "does not apply" is refused, in the order of the rule set. */
function withinLimit(
  ruleSet: RuleSet,
  byIndicator: Map<number, Declared>,
  notices: Notice[],
): ReadonlyMap<number, Declared> {
  const isLeftOut = ({ index }: Indicator) => byIndicator.get(index)?.is === 'notApplicable'
  for (const principle of ruleSet.principles) {
    const indicators = principle.clauses.flatMap((clause) => clause.indicators)
    const leftOut = indicators.filter(isLeftOut).toSorted((left, right) => left.index - right.index)
    const most = Math.floor(indicators.length * (ruleSet.document.answers.notApplicable?.limit ?? 0) + 1e-9)
    for (const indicator of leftOut.slice(most)) {
      byIndicator.delete(indicator.index)
      const message = `at most ${most} of the ${indicators.length} indicators of a principle may not apply; this one counts as not sure`
      notices.push({ code: 'not-applicable-refused', path: pointerOf('answers', indicator.id), message })
    }
  }
  return byIndicator
}

function twoAnswers({ id, citation }: Indicator): Notice {
  const message = `"${id}" and "${citation}" are the same indicator; the answer to "${id}" counts`
  return { code: 'two-answers', path: pointerOf('answers', citation), message }
}

function stranger(ruleSet: RuleSet, key: string): Notice {
  const message = `this rule set has no indicator "${key}"${didYouMean(key, ruleSet.answerKeys.keys())}`
  return { code: 'answer-for-nothing', path: pointerOf('answers', key), message }
}
