import type { IndicatorScore } from '../score/indicator-score.ts'
import type { Observation } from '../schema/result.ts'
import type { AnswerScale } from '../schema/rule-set.ts'

type Judged = Pick<IndicatorScore, 'indicator' | 'declared' | 'outcome'>

/** Why an indicator came out as it did, in one or two plain sentences. */
export function reasonOf(score: Judged, observed: readonly Observation[], answers: AnswerScale): string {
  const unmet = score.indicator.document.unmet ?? 'This is not in place yet.'
  switch (score.outcome) {
    case 'met':
      return score.declared?.is === 'share' ? declaredWords(score, answers) : 'The record shows all of it.'
    case 'partly':
    case 'unmet':
      return score.declared?.is === 'share' ? `${declaredWords(score, answers)} ${unmet}` : unmet
    case 'unknown':
      return unknownWords(observed)
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

function unknownWords(observed: readonly Observation[]): string {
  const open = observed.filter(({ state }) => state === 'unknown').map(({ words }) => words.split(':')[0]!)
  if (open.length === 0) return 'Nobody has answered this yet.'
  return `Not known yet: ${[...new Set(open)].join('; ')}.`
}
