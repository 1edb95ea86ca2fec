import type { Relationship } from '@joinery/core'
import type { Indicator } from '../rule-set/document.ts'
import { factsIn } from '../rule-set/facts-in.ts'
import type { View } from './view.ts'

export type Proof = NonNullable<Relationship['evidence']>[number]

/** What is on record to show for an indicator. */
export function proofOf({ state }: View, indicator: Indicator): Proof | undefined {
  const { evidence } = state.record
  if (evidence === undefined) return undefined
  const paths = pathsOf(indicator)
  return evidence.find(({ factPath }) => factPath !== undefined && paths.includes(factPath))
}

/** The facts that it would prove. */
export function pathsOf({ id, conditions }: Indicator): readonly string[] {
  if (conditions === undefined) return [`answers.${id}`]
  const facts = [...factsIn(conditions)].filter((fact) => !fact.startsWith('profile.'))
  // a list stands for its fields
  return facts.filter((fact) => !facts.some((other) => fact.startsWith(`${other}.`)))
}
