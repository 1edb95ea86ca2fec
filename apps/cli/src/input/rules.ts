import type { RuleSet } from '@joinery/core'
import { findRuleSet, loadRuleSet, ruleSetNotFound } from '@joinery/kit'
import { UsageError } from '../exits.ts'
import { faultLines } from '../output/print-faults.ts'
import { say } from '../terminal.ts'
import { search } from './search.ts'

/** The rule set of `--rules`; undefined where it is faulty, after its faults were said. */
export function ruleSetOf(nameOrPath: string): RuleSet | undefined {
  const { ruleSet, faults } = loadRuleSet(placeOf(nameOrPath), search())
  if (ruleSet === undefined) say(faultLines(faults))
  return ruleSet
}

/** The folder or file of a rule set. */
export function placeOf(nameOrPath: string): string {
  const place = findRuleSet(nameOrPath, search())
  if (place === undefined) throw new UsageError(`${nameOrPath}: ${ruleSetNotFound(nameOrPath, search())}`)
  return place
}
