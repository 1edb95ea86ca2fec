import type { NamedTest } from '../evaluate/evaluation.ts'
import { fourDecimals } from '../exact.ts'
import { UNKNOWN } from '../operators/state.ts'
import type { IndicatorResult } from '../schema/result.ts'
import type { AnswerScale } from '../schema/rule-set.ts'
import { usesAnswer, type IndicatorScore } from '../score/indicator-score.ts'
import type { ScoreInput } from '../score/score-input.ts'
import type { ScoredClause } from '../score/scored.ts'

/** How one indicator came out, and why; without what was looked at. */
export type IndicatorReason = Omit<IndicatorResult, 'observed'>

/** Why the indicators of a clause came out as they did, in order. */
export function reasonsOf({ indicators, applies }: ScoredClause, input: ScoreInput): IndicatorReason[] {
  return indicators.map((score) => indicatorReason(score, applies === 'no', input))
}

function indicatorReason(
  score: IndicatorScore,
  isLeftOut: boolean,
  { ruleSet, evaluation }: ScoreInput,
): IndicatorReason {
  const { indicator } = score
  const outcome = isLeftOut ? 'notDue' : score.outcome
  const declared = usesAnswer(score) ? score.declared : undefined
  const open = () =>
    evaluation
      .tracesOf(indicator.index)
      .flatMap((trace) => (trace.state === UNKNOWN ? [labelOf(trace.test, ruleSet.labels)] : []))
  return {
    indicator: indicator.id,
    level: indicator.level ?? null,
    outcome,
    value: isLeftOut ? 0 : fourDecimals(score.value),
    potential: isLeftOut ? 0 : fourDecimals(score.potential),
    declared: declared?.value ?? null,
    reason: reasonOf({ indicator, declared, outcome }, open, ruleSet.document.answers),
  }
}

/** Names of facts in plain words, by id. */
export type Labels = Readonly<Record<string, string>>

/** What a test looks at, in plain words. */
export function labelOf({ fact, of }: NamedTest, labels: Labels): string {
  return labels[of ?? fact] ?? of ?? fact
}

type Judged = Pick<IndicatorScore, 'indicator' | 'declared' | 'outcome'>

/** Why an indicator came out as it did, in one or two plain sentences; `open` names what is not known. */
function reasonOf(score: Judged, open: () => readonly string[], answers: AnswerScale): string {
  const unmet = score.indicator.document.unmet ?? 'This is not in place yet.'
  switch (score.outcome) {
    case 'met':
      return score.declared?.is === 'share' ? declaredWords(score, answers) : 'The record shows all of it.'
    case 'partly':
    case 'unmet':
      return score.declared?.is === 'share' ? `${declaredWords(score, answers)} ${unmet}` : unmet
    case 'unknown':
      return unknownWords(open())
    case 'notDue':
      return 'There is nothing to judge here yet.'
    case 'notApplicable':
      return 'It was declared that this does not apply.'
    case 'error':
      return 'A rule failed, so this counts as not known.'
  }
}

function declaredWords({ declared }: Judged, answers: AnswerScale): string {
  const label = answers.scale.find(({ value }) => value === declared?.value)?.label ?? declared?.value
  return `Answered: ${label}.`
}

function unknownWords(open: readonly string[]): string {
  return open.length === 0 ? 'Nobody has answered this yet.' : `Not known yet: ${[...new Set(open)].join('; ')}.`
}
