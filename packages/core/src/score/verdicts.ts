import type { Evaluation } from '../evaluate/evaluation.ts'
import type { Run } from '../facts/run.ts'
import { ERROR, UNKNOWN } from '../operators/state.ts'
import type { Indicator, RuleSet } from '../rule-set/rule-set.ts'
import type { Outcome } from '../schema/result.ts'
import { readAnswers } from './answers.ts'
import { scoreIndicator } from './indicator-score.ts'

/** The outcome of every indicator; the answers are read, and nothing is scored. */
export function verdictsOf({ run, evaluation }: { run: Run; evaluation: Evaluation }, ruleSet: RuleSet): Outcome[] {
  const { indicators } = ruleSet
  const outcomes = plainOutcomes(indicators, evaluation)
  for (const [index, declared] of readAnswers(ruleSet, run.record).byIndicator)
    outcomes[index] = scoreIndicator(indicators[index]!, declared, evaluation).outcome
  return outcomes
}

/** The outcomes of all indicators as if nobody had answered. */
function plainOutcomes(indicators: readonly Indicator[], { states, parts }: Evaluation): Outcome[] {
  return indicators.map(({ parts: { length }, firstPart }) => {
    const end = firstPart + length
    let found = 0
    for (let part = firstPart; part < end; part++) found |= 1 << states[parts[part]!]!
    return plainOutcome[found]!
  })
}

/** What an indicator comes out as by the states that any of its parts has, as bits; without parts nothing is known. */
const plainOutcome = Array.from({ length: 32 }, (_, found): Outcome => {
  if (found >> ERROR > 0) return 'error'
  if (found === 0 || (found >> UNKNOWN) % 2 > 0) return 'unknown'
  return (['notDue', 'unmet', 'met', 'partly'] as const)[found % 4]!
})
