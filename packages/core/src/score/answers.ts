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

/** Finds the answer to each indicator, by its id or its citation, and refuses what may not be answered so. */
export function readAnswers(ruleSet: RuleSet, record: Data): Declarations {
  const answers = (given(record, 'answers') ?? {}) as Data
  const notices: Notice[] = []
  const byIndicator = new Map<number, Declared>()
  for (const indicator of ruleSet.indicators) {
    const key = keyOf(indicator, answers, notices)
    const answer = key === undefined ? undefined : given(answers, key)
    const declared = declaredOf(ruleSet, given(answer, 'value'))
    if (key === undefined || declared === undefined) continue
    const refusal = declared.is === 'notApplicable' ? refusalOf(ruleSet, indicator, given(answer, 'reason')) : undefined
    if (refusal === undefined) byIndicator.set(indicator.index, declared)
    else notices.push({ code: 'not-applicable-refused', path: pointerOf('answers', key), message: refusal })
  }
  return {
    byIndicator: withinLimit(ruleSet, byIndicator, notices),
    notices: [...notices, ...strangers(ruleSet, answers)],
  }
}

function keyOf(indicator: Indicator, answers: Data, notices: Notice[]): string | undefined {
  const keys = [...new Set([indicator.id, indicator.citation])].filter((key) => given(answers, key) !== undefined)
  if (keys.length === 2)
    notices.push({
      code: 'two-answers',
      path: pointerOf('answers', keys[1]!),
      message: `"${keys[0]}" and "${keys[1]}" are the same indicator; the answer to "${keys[0]}" counts`,
    })
  return keys[0]
}

function declaredOf(ruleSet: RuleSet, value: unknown): Declared | undefined {
  if (value === 'notApplicable') return { is: 'notApplicable', value }
  const step = ruleSet.document.answers.scale.find((candidate) => candidate.value === value)
  return step === undefined ? undefined : { is: 'share', value: step.value, share: step.share }
}

function refusalOf(ruleSet: RuleSet, indicator: Indicator, reason: unknown): string | undefined {
  const rules = ruleSet.document.answers.notApplicable
  if (rules === undefined) return 'this rule set has no "does not apply"; the answer counts as not sure'
  if (indicator.critical) return 'a critical indicator always applies; the answer counts as not sure'
  if (!indicator.mayNotApply) return 'this indicator always applies; the answer counts as not sure'
  const codes = rules.reasons.map(({ code }) => code)
  if (typeof reason === 'string' && codes.includes(reason)) return undefined
  const wanted = `give one of the reasons ${codes.join(', ')}`
  return reason === undefined
    ? `"does not apply" needs a reason; ${wanted}`
    : `${shown(reason)} is not a reason${typeof reason === 'string' ? didYouMean(reason, codes) : ''}; ${wanted}`
}

/** Past the limit of a principle, "does not apply" is refused, in the order of the rule set. */
function withinLimit(
  ruleSet: RuleSet,
  byIndicator: Map<number, Declared>,
  notices: Notice[],
): ReadonlyMap<number, Declared> {
  const limit = ruleSet.document.answers.notApplicable?.limit ?? 0
  for (const principle of ruleSet.principles) {
    const indicators = principle.clauses.flatMap((clause) => clause.indicators)
    const most = Math.floor(indicators.length * limit + 1e-9)
    const left = indicators
      .filter(({ index }) => byIndicator.get(index)?.is === 'notApplicable')
      .toSorted((a, b) => a.index - b.index)
    for (const indicator of left.slice(most)) {
      byIndicator.delete(indicator.index)
      notices.push({
        code: 'not-applicable-refused',
        path: pointerOf('answers', indicator.id),
        message: `at most ${most} of the ${indicators.length} indicators of a principle may not apply; this one counts as not sure`,
      })
    }
  }
  return byIndicator
}

function strangers(ruleSet: RuleSet, answers: Data): Notice[] {
  const known = new Set(ruleSet.indicators.flatMap(({ id, citation }) => [id, citation]))
  return Object.keys(answers)
    .filter((key) => !known.has(key))
    .map((key) => ({
      code: 'answer-for-nothing' as const,
      path: pointerOf('answers', key),
      message: `this rule set has no indicator "${key}"${didYouMean(key, known)}`,
    }))
}
