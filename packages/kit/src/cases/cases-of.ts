import type { Relationship, RuleSet } from '@joinery/core'
import { readJsonFile } from '../json/json-source.ts'
import { collectCases, isFolder } from '../rule-set/collect-files.ts'
import { readCase } from './read-case.ts'

/** The relationships that the cases of a rule set are about, each with its day; faulty cases are left out. */
export function casesOf(
  place: string,
  ruleSet: RuleSet,
): { readonly file: string; readonly relationship: Relationship; readonly asOf: string }[] {
  const files = isFolder(place) ? collectCases(place) : []
  return files.flatMap((file) => {
    const read = readCase(readJsonFile(file), ruleSet).case
    return read === undefined ? [] : [{ file, relationship: read.given as Relationship, asOf: read.asOf }]
  })
}
