import type { Relationship, RuleSet } from '@joinery/core'
import { UsageError } from '../exits.ts'
import { faultLines } from '../output/print-faults.ts'
import { say } from '../terminal.ts'
import { isSeveral, readInputs, sourcesOf } from './inputs.ts'

/** The one relationship that was named, or came in on standard input; undefined where it is faulty, after its faults were said. */
export async function oneRelationship(
  names: readonly string[],
  ruleSet: RuleSet,
  verb: string,
): Promise<Relationship | undefined> {
  const [source, ...others] = await sourcesOf(names)
  if (source === undefined || others.length > 0 || isSeveral([source]))
    throw new UsageError(`name one .json file to ${verb}, or - for standard input`)
  for await (const { relationship, faults } of readInputs([source], ruleSet, () => {})) {
    if (relationship === undefined) say(faultLines(faults))
    return relationship
  }
  return undefined
}
