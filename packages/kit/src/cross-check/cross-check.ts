import {
  checkRelationship,
  createAssessor,
  createFaults,
  type AssessOptions,
  type Relationship,
  type RuleSet,
} from '@joinery/core'
import { readCases } from '../cases/read-case.ts'
import { readJsonFile, type JsonSource } from '../json/json-source.ts'
import type { LocatedFault } from '../located-fault.ts'
import { collectCases, isFolder } from '../rule-set/collect-files.ts'
import type { Search } from '../rule-set/find-rule-set.ts'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import { firstDifference, type ValueDifference } from './first-difference.ts'
import { randomCase } from './random-relationship.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Where the rule set is looked for, and how long it is compared. */
export interface CrossCheckOptions extends Search, ComparisonOptions {}

/** How long two evaluators are compared, and from where. */
export interface ComparisonOptions {
  /** How many random relationships; default 500. */
  readonly random?: number
  /** Where chance begins; relationship number n of a seed is the first one of seed + n. */
  readonly seed: number
  /** Asked before each random relationship: whether there is time for one more. Default: there is. */
  readonly goOn?: () => boolean
  /** The evaluator that is put to the test; default: the compiled one. */
  readonly subject?: (ruleSet: RuleSet) => (relationship: Relationship, options: AssessOptions) => unknown
}

/** What a comparison of both evaluators found. */
export interface CrossCheck {
  readonly place: string
  /** Undefined where it cannot be used; then nothing was compared. */
  readonly ruleSet: RuleSet | undefined
  /** What is wrong with the rule set, or with cases that could not be compared. */
  readonly faults: readonly LocatedFault[]
  /** How many of its own cases, and how many random relationships, were compared. */
  readonly compared: { readonly cases: number; readonly random: number }
  readonly differences: readonly Difference[]
}

/** One relationship for which the evaluators give different results. */
export interface Difference extends ValueDifference {
  /** The file of the case, or the seed of the random relationship. */
  readonly of: { readonly file: string } | { readonly seed: number }
}

/**
 * Assesses the own cases of a rule set, and random relationships about what it reads, on the compiled evaluator and on
 * json-rules-engine, and compares the complete results byte for byte.
 */
export async function crossCheck(nameOrPath: string, options: CrossCheckOptions): Promise<CrossCheck> {
  const { place, ruleSet, faults } = loadRuleSet(nameOrPath, options)
  if (ruleSet === undefined) return { place, ruleSet, faults, compared: { cases: 0, random: 0 }, differences: [] }
  const sources = (isFolder(place) ? collectCases(place) : []).map(readJsonFile)
  return { place, ruleSet, ...(await compareEvaluators(ruleSet, sources, options)) }
}

/** The same for a rule set that was read, with cases from wherever they come. */
export async function compareEvaluators(
  ruleSet: RuleSet,
  sources: readonly JsonSource[],
  options: ComparisonOptions,
): Promise<Omit<CrossCheck, 'place' | 'ruleSet'>> {
  const compare = await createComparison(ruleSet, options.subject)
  const differences: Difference[] = []
  const take = async (of: Difference['of'], compared: Compared) => {
    const difference = await compare(compared)
    if (difference !== undefined) differences.push({ of, ...difference })
  }
  const read = sources.map((source) => ({ file: source.file, ...readCases(source, ruleSet) }))
  const cases = read.flatMap(({ file, cases: own }) => own.map((placed) => ({ file, ...placed.case })))
  for (const { file, given, asOf, scope = 'full' } of cases)
    await take({ file }, { relationship: given as Relationship, asOf, scope })
  const vocabulary = vocabularyOf(ruleSet)
  const { random = 500, seed: first, goOn = () => true } = options
  let seed = first
  for (; seed < first + random && goOn(); seed++) {
    const made = randomCase(ruleSet, vocabulary, seed)
    expectSound(made.relationship, ruleSet, seed)
    await take({ seed }, made)
  }
  const compared = { cases: cases.length, random: seed - first }
  return { faults: read.flatMap((file) => file.faults), compared, differences }
}

interface Compared {
  readonly relationship: Relationship
  readonly asOf: string
  readonly scope: string
}

async function createComparison(ruleSet: RuleSet, subject?: CrossCheckOptions['subject']) {
  // only who asks for it loads json-rules-engine
  const { createReferenceAssessor } = await import('@joinery/core/reference')
  const assess = subject === undefined ? createAssessor(ruleSet).assess : subject(ruleSet)
  const reference = createReferenceAssessor(ruleSet)
  return async ({ relationship, asOf, scope }: Compared): Promise<ValueDifference | undefined> => {
    const left = await outcomeOf(() => assess(relationship, { asOf, scope }))
    const right = await outcomeOf(() => reference.assess(relationship, { asOf, scope }))
    return firstDifference(left, right)
  }
}

/** A result as it would be written, or what was thrown instead. */
async function outcomeOf(assess: () => unknown): Promise<unknown> {
  try {
    return JSON.parse(JSON.stringify(await assess()) ?? 'null')
  } catch (error) {
    return { thrown: String(error) }
  }
}

/** A relationship that would be refused proves nothing. */
function expectSound(relationship: Relationship, ruleSet: RuleSet, seed: number): void {
  const faults = createFaults()
  checkRelationship(relationship, ruleSet, faults)
  const [fault] = faults.list
  if (fault !== undefined) throw new Error(`random relationship ${seed}: ${fault.path}: ${fault.message}`)
}
