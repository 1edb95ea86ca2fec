import { runCases, type CasesRun } from '@joinery/kit'
import { search } from '../input/rules.ts'
import type { engines } from '../input/scorer.ts'

/** Runs the cases of rule sets, one after the other. */
export async function runAll(places: readonly string[], engine: (typeof engines)[number]): Promise<CasesRun[]> {
  const assess = engine === 'compiled' ? {} : { assess: await referenceAssess() }
  const runs: CasesRun[] = []
  for (const place of places) runs.push(await runCases(place, { ...search(), ...assess }))
  return runs
}

async function referenceAssess() {
  const { createReferenceAssessor } = await import('@joinery/core/reference')
  return (ruleSet: Parameters<typeof createReferenceAssessor>[0]) => createReferenceAssessor(ruleSet).assess
}
