import type { Relationship, Result, RuleSet } from '@joinery/core'
import { sectorOf, type Plugin } from '@joinery/core/plugin'
import { readJsonFile, type JsonSource } from '../json/json-source.ts'
import type { LocatedFault } from '../located-fault.ts'
import { collectCases, isFolder } from '../rule-set/collect-files.ts'
import { searchWith } from '../plugin/plugin-search.ts'
import type { Search } from '../rule-set/find-rule-set.ts'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import type { LoadedRuleSet } from '../rule-set/loaded-rule-set.ts'
import type { Case } from './case-shape.ts'
import { compareCase, type Miss } from './compare-case.ts'
import type { PlacedCase } from './case-table.ts'
import { readCases } from './read-case.ts'
import { scoringOf } from './scoring.ts'

/** What became of one case. */
export interface CaseRun {
  readonly file: string
  /** The name it gives itself; the file where it is too faulty to have one. */
  readonly name: string
  /** What is wrong with the case itself; it did not run. */
  readonly faults: readonly LocatedFault[]
  readonly failures: readonly CaseFailure[]
}

/** What a case expected and did not get, with its place. */
export interface CaseFailure extends Miss {
  readonly line?: number
  readonly column?: number
}

/** How the cases of a rule set came out. */
export interface CasesRun {
  readonly place: string
  /** The rule set as it was loaded, with its places; for coverage and for changes of it. */
  readonly loaded: LoadedRuleSet
  readonly ruleSet: RuleSet | undefined
  /** The plugin whose rule set it is. */
  readonly plugin: Plugin | undefined
  /** What keeps the rule set from being used; no case ran. */
  readonly faults: readonly LocatedFault[]
  readonly cases: readonly CaseRun[]
  /** Those that came out as expected. */
  readonly passed: readonly PlacedCase[]
}

/** What cases are run with. */
export interface RunCasesOptions extends Search {
  /** The plugin whose rule set it is: the cases are assessed by core and sector together. */
  readonly plugin?: Plugin | undefined
  /** Which evaluator; both give the same. */
  readonly engine?: 'compiled' | 'reference' | undefined
}

/** Runs every case in the `cases` folder of a rule set. */
export async function runCases(nameOrPath: string, options: RunCasesOptions = {}): Promise<CasesRun> {
  const { plugin, engine = 'compiled', ...search } = options
  const loaded = loadRuleSet(nameOrPath, plugin === undefined ? search : searchWith(plugin, search))
  const { place, ruleSet, faults } = loaded
  if (ruleSet === undefined) return { place, loaded, ruleSet, plugin, faults, cases: [], passed: [] }
  const assess = engine === 'compiled' ? scoringOf(plugin).assessor(ruleSet).assess : await onReference(ruleSet, plugin)
  const rules = plugin === undefined ? ruleSet : sectorOf(plugin, ruleSet).ruleSet
  const cases: CaseRun[] = []
  const passed: PlacedCase[] = []
  for (const file of isFolder(place) ? collectCases(place) : [])
    for (const { run, placed } of await runSource(readJsonFile(file), rules, assess)) {
      cases.push(run)
      if (placed !== undefined && run.failures.length === 0) passed.push(placed)
    }
  return { place, loaded, ruleSet, plugin, faults, cases, passed }
}

type Assess = (relationship: Relationship, options: { asOf: string; scope?: string }) => Result | Promise<Result>

async function onReference(ruleSet: RuleSet, plugin: Plugin | undefined): Promise<Assess> {
  const { assessSector, createReferenceAssessor } = await import('@joinery/core/reference')
  if (plugin === undefined) return createReferenceAssessor(ruleSet).assess
  const sector = sectorOf(plugin, ruleSet)
  return async (relationship, options) => (await assessSector(sector, relationship, options)).result
}

/** Runs one file of cases, wherever it comes from, and puts what became of them together. */
export async function runCase(source: JsonSource, ruleSet: RuleSet, assess: Assess): Promise<CaseRun> {
  const runs = await runSource(source, ruleSet, assess)
  return { ...runs[0]!.run, failures: runs.flatMap(({ run }) => run.failures) }
}

interface SourceRun {
  readonly run: CaseRun
  readonly placed: PlacedCase | undefined
}

/** Runs every case of one file; a faulty file is one run with its faults. */
async function runSource(source: JsonSource, ruleSet: RuleSet, assess: Assess): Promise<SourceRun[]> {
  const { file } = source
  const { cases, faults } = readCases(source, ruleSet)
  if (cases.length === 0) return [{ run: { file, name: file, faults, failures: [] }, placed: undefined }]
  const runs: SourceRun[] = []
  for (const placed of cases) {
    const misses = missesOf(placed, await resultOf(placed.case, assess), ruleSet)
    const failures = misses.map((miss) => Object.assign(miss, source.locate(miss.path)))
    runs.push({ run: { file, name: placed.case.name, faults: [], failures }, placed })
  }
  return runs
}

/** What a result does not meet of a case, or of a line of a table. */
export function missesOf({ case: read, at, outcomes }: PlacedCase, result: Result, ruleSet: RuleSet): Miss[] {
  if (at === undefined || outcomes === undefined) return compareCase(read, result, ruleSet)
  const { indicator, any } = outcomes
  const id = ruleSet.indicators.find((one) => one.id === indicator || one.citation === indicator)?.id
  const found = result.clauses.flatMap((clause) => clause.outcomes).find((one) => one.indicator === id)
  if (found !== undefined && any.includes(found.outcome)) return []
  return [{ path: at, expected: any.join(' or '), actual: found?.outcome ?? null, why: found?.reason ?? '' }]
}

function resultOf({ given, asOf, scope }: Case, assess: Assess): Result | Promise<Result> {
  return assess(given as Relationship, scope === undefined ? { asOf } : { asOf, scope })
}
