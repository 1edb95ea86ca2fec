import { snap } from '../exact.ts'
import { derivedFacts } from '../facts/derived-facts.ts'
import { stated } from '../facts/record.ts'
import type { Run } from '../facts/run.ts'
import { isInterval } from '../facts/values.ts'

/** A derived fact that the record also states; what is stated wins, and the difference is reported. */
export function disagreements(run: Run): { fact: string; stated: unknown; derived: unknown }[] {
  return Object.entries(derivedFacts).flatMap(([fact, derive]) => {
    const recorded = stated(run.record, fact)
    const derived = recorded === undefined ? undefined : derive(run)
    if (derived === undefined || isSame(fact, recorded, derived)) return []
    return [{ fact, stated: recorded, derived }]
  })
}

/** Of a trend only the direction counts. */
function isSame(fact: string, recorded: unknown, derived: unknown): boolean {
  if (isInterval(derived))
    return typeof recorded === 'number' && recorded >= derived.least - 0.005 && recorded <= derived.most + 0.005
  if (typeof recorded !== 'number' || typeof derived !== 'number') return recorded === derived
  return fact.endsWith('.trend') ? Math.sign(recorded) === derived : Math.abs(snap(recorded - derived)) < 0.005
}
