import { createAssessor, type Relationship } from '@joinery/core'
import { ruleSetOf, type BenchRule } from '../workload.ts'
import type { Peer } from './peer.ts'

const options = { asOf: '2026-11-23' }

/** Every depth of the compiled evaluator, and the complete result that is printed and stored. */
export function joinery(rules: readonly BenchRule[]): Peer[] {
  const assessor = createAssessor(ruleSetOf(rules))
  const met = (outcomes: readonly string[]) => outcomes.filter((outcome) => outcome === 'met').length
  const score = (record: object) => assessor.score(record as Relationship, options)
  return [
    { name: 'Joinery, verdicts', judge: (record) => met(assessor.verdicts(record as Relationship, options)) },
    {
      name: 'Joinery, scores with lazy explanation',
      judge: (record) => (score(record).headline.score === null ? 0 : undefined),
    },
    {
      name: 'Joinery, complete explanation',
      judge: (record) =>
        score(record)
          .traces()
          .filter(({ outcome }) => outcome === 'met').length,
    },
    {
      name: 'Joinery, whole result (sentences, next steps, hashes)',
      judge: (record) =>
        met(
          assessor
            .assess(record as Relationship, options)
            .clauses.flatMap(({ outcomes }) => outcomes.map(({ outcome }) => outcome)),
        ),
    },
  ]
}
