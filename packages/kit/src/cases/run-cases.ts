import { createAssessor, type Relationship, type Result, type RuleSet } from '@joinery/core'
import { readJsonFile, type JsonSource } from '../json/json-source.ts'
import type { LocatedFault } from '../located-fault.ts'
import { collectCases, isFolder } from '../rule-set/collect-files.ts'
import type { Search } from '../rule-set/find-rule-set.ts'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import type { Case } from './case-shape.ts'
import { compareCase, type Miss } from './compare-case.ts'
import { readCase } from './read-case.ts'

/** What became of one case. */
export interface CaseRun {
  readonly file: string
  /** The name it gives itself; the file where it is too faulty to have one. */
  readonly name: string
  /** What is wrong with the case itself; it did not run. */
  readonly faults: readonly LocatedFault[]
  readonly failures: readonly CaseFailure[]
}

export interface CaseFailure extends Miss {
  readonly line?: number
  readonly column?: number
}

export interface CasesRun {
  readonly place: string
  readonly ruleSet: RuleSet | undefined
  /** What keeps the rule set from being used; no case ran. */
  readonly faults: readonly LocatedFault[]
  readonly cases: readonly CaseRun[]
}

export interface RunCasesOptions extends Search {
  /** How to assess; default: the compiled evaluator. */
  readonly assess?: (
    ruleSet: RuleSet,
  ) => (relationship: Relationship, options: { asOf: string; scope?: string }) => Result | Promise<Result>
}

/** Runs every case in the `cases` folder of a rule set. */
export async function runCases(nameOrPath: string, options: RunCasesOptions = {}): Promise<CasesRun> {
  const { place, ruleSet, faults } = loadRuleSet(nameOrPath, options)
  if (ruleSet === undefined) return { place, ruleSet, faults, cases: [] }
  const assess = (options.assess ?? ((of) => createAssessor(of).assess))(ruleSet)
  const cases: CaseRun[] = []
  for (const file of isFolder(place) ? collectCases(place) : [])
    cases.push(await runCase(readJsonFile(file), ruleSet, assess))
  return { place, ruleSet, faults, cases }
}

type Assess = ReturnType<NonNullable<RunCasesOptions['assess']>>

/** Runs one case, wherever it comes from. */
export async function runCase(source: JsonSource, ruleSet: RuleSet, assess: Assess): Promise<CaseRun> {
  const { file } = source
  const { case: read, faults } = readCase(source, ruleSet)
  if (read === undefined) return { file, name: file, faults, failures: [] }
  const misses = compareCase(read, await resultOf(read, assess), ruleSet)
  const failures = misses.map((miss) => Object.assign(miss, source.locate(miss.path)))
  return { file, name: read.name, faults: [], failures }
}

function resultOf({ given, asOf, scope }: Case, assess: Assess): Result | Promise<Result> {
  return assess(given as Relationship, scope === undefined ? { asOf } : { asOf, scope })
}
