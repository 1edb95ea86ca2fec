import type { Relationship, RuleSet } from '@joinery/core'
import { readJsonFile } from '../json/json-source.ts'
import { collectCases, isFolder } from '../rule-set/collect-files.ts'
import { readCases } from './read-case.ts'

/**
 * The relationships that the cases of a rule set are about, each with its day. Faulty cases are left out, and so are the lines
 * of short forms: they hold what one rule reads, and are nobody's relationship.
 */
export function casesOf(
  place: string,
  ruleSet: RuleSet,
): { readonly file: string; readonly relationship: Relationship; readonly asOf: string }[] {
  const files = isFolder(place) ? collectCases(place) : []
  return files.flatMap((file) => {
    const whole = readCases(readJsonFile(file), ruleSet).cases.filter(({ at }) => at === undefined)
    return whole.map(({ case: { given, asOf } }) => ({ file, relationship: given as Relationship, asOf }))
  })
}
