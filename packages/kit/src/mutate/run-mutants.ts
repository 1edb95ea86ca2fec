import type { Relationship, RuleSet } from '@joinery/core'
import type { Plugin } from '@joinery/core/plugin'
import type { PlacedCase } from '../cases/case-table.ts'
import { missesOf } from '../cases/run-cases.ts'
import { scoringOf, type CaseAssessor, type Scoring } from '../cases/scoring.ts'
import { createDifferences } from './find-difference.ts'
import type { Mutant } from './mutants.ts'
import { oneClause } from './one-clause.ts'

/** Whether the cases of a rule set notice a change of it. */
export interface Mutation {
  readonly tried: number
  readonly noticed: number
  readonly unnoticed: readonly Mutant[]
  /** Changes that show nowhere: no relationship that was tried comes out otherwise. They are not counted as tried. */
  readonly alike: readonly Mutant[]
}

export interface MutationOptions {
  /** Most changes that are tried; they are taken evenly from all. */
  readonly limit?: number | undefined
  /** Told before each change. */
  readonly onProgress?: (done: number, of: number) => void
}

export interface MutationInput {
  readonly cases: readonly PlacedCase[]
  readonly mutants: readonly Mutant[]
  /** The plugin whose rule set it is: rules read what it works out, and use its operators. */
  readonly plugin?: Plugin | undefined
}

/** Tries changes of a rule set one at a time: a change that every case still passes is one that nobody would notice. */
export function runMutants(
  ruleSet: RuleSet,
  { cases, mutants, plugin }: MutationInput,
  { limit = Infinity, onProgress = () => {} }: MutationOptions = {},
): Mutation {
  const chosen = spread(mutants, limit)
  const scoring = scoringOf(plugin)
  const clauseCases = createClauseCases(cases, ruleSet)
  const above = cases.filter(isAboutMore)
  const figuresBefore = createFiguresBefore(ruleSet, scoring)
  const showsSomewhere = createDifferences(ruleSet, cases, scoring)
  const unnoticed: Mutant[] = []
  const alike: Mutant[] = []
  let tried = 0
  for (const [index, mutant] of chosen.entries()) {
    onProgress(index, chosen.length)
    const noticed = isNoticed(ruleSet, mutant, {
      near: clauseCases(mutant.clause),
      above,
      figuresBefore,
      scoring,
    })
    if (noticed === undefined) continue
    if (!noticed && !showsSomewhere(mutant)) {
      alike.push(mutant)
      continue
    }
    tried++
    if (!noticed) unnoticed.push(mutant)
  }
  return { tried, noticed: tried - unnoticed.length, unnoticed, alike }
}

function spread<Item>(items: readonly Item[], limit: number): readonly Item[] {
  if (items.length <= limit) return items
  return Array.from({ length: limit }, (_, index) => items[Math.floor((index * items.length) / limit)]!)
}

interface Cases {
  /** What the cases expect of the changed clause and its indicators. */
  readonly near: readonly PlacedCase[]
  /** Cases that expect something of principles, of the whole, or of what is told beside. */
  readonly above: readonly PlacedCase[]
  /** How a clause comes out for a case without any change. */
  readonly figuresBefore: (clause: string, placed: PlacedCase) => string
  readonly scoring: Scoring
}

/** Undefined where the change makes no rule set. */
function isNoticed(
  ruleSet: RuleSet,
  { clause, apply }: Mutant,
  { near, above, figuresBefore, scoring }: Cases,
): boolean | undefined {
  const changed = apply(ruleSet.document)
  if (clause === undefined) {
    const whole = assessorOf(changed, scoring)
    return whole === undefined ? undefined : above.some((placed) => fails(placed, whole))
  }
  const assessor = assessorOf(oneClause(changed, clause), scoring)
  if (assessor === undefined) return undefined
  if (near.some((placed) => fails(placed, assessor))) return true
  // only a clause that comes out otherwise can be seen from above
  const moved = above.filter((placed) => figuresBefore(clause, placed) !== figures(assessor, placed))
  if (moved.length === 0) return false
  const whole = assessorOf(changed, scoring)
  return whole === undefined ? undefined : moved.some((placed) => fails(placed, whole))
}

function createFiguresBefore({ document }: RuleSet, { parse, assessor: make }: Scoring): Cases['figuresBefore'] {
  const assessors = new Map<string, CaseAssessor>()
  const known = new Map<PlacedCase, Map<string, string>>()
  return (clause, placed) => {
    const assessor = assessors.get(clause) ?? make(parse(oneClause(document, clause)))
    assessors.set(clause, assessor)
    const ofCase = known.get(placed) ?? new Map<string, string>()
    known.set(placed, ofCase)
    const found = ofCase.get(clause) ?? figures(assessor, placed)
    ofCase.set(clause, found)
    return found
  }
}

function assessorOf(document: unknown, { parse, assessor }: Scoring): CaseAssessor | undefined {
  try {
    return assessor(parse(document))
  } catch {
    return undefined
  }
}

function fails(placed: PlacedCase, { assess, ruleSet }: CaseAssessor): boolean {
  const { given, asOf, scope } = placed.case
  const result = assess(given as Relationship, scope === undefined ? { asOf } : { asOf, scope })
  return missesOf(placed, result, ruleSet).length > 0
}

function figures({ score }: CaseAssessor, { case: { given, asOf, scope } }: PlacedCase): string {
  const { clauses } = score(given as Relationship, scope === undefined ? { asOf } : { asOf, scope })
  return JSON.stringify(clauses)
}

function isAboutMore({ case: { expect } }: PlacedCase): boolean {
  return [expect.headline, expect.principles, expect.notices, expect.confirmation].some((part) => part !== undefined)
}

/** What cases expect of one clause, by clause. */
function createClauseCases(cases: readonly PlacedCase[], ruleSet: RuleSet) {
  const known = new Map<string, readonly PlacedCase[]>()
  return (clause: string | undefined): readonly PlacedCase[] => {
    if (clause === undefined) return []
    const found = known.get(clause) ?? cases.flatMap((placed) => aboutClause(placed, clause, ruleSet))
    known.set(clause, found)
    return found
  }
}

function aboutClause(placed: PlacedCase, clause: string, ruleSet: RuleSet): PlacedCase[] {
  const indicators = ruleSet.indicators.filter((indicator) => indicator.clause === clause)
  const names = new Set(indicators.flatMap(({ id, citation }) => [id, citation]))
  if (placed.outcomes !== undefined) return names.has(placed.outcomes.indicator) ? [placed] : []
  const all = ruleSet.principles.flatMap(({ clauses }) => clauses)
  const { document } = all.find(({ id }) => id === clause)!
  const { expect } = placed.case
  const own = {
    clauses: only(expect.clauses, new Set([clause, document.citation ?? clause])),
    indicators: only(expect.indicators, names),
  }
  const isEmpty = Object.keys(own.clauses).length + Object.keys(own.indicators).length === 0
  return isEmpty ? [] : [{ ...placed, case: { ...placed.case, expect: own } }]
}

function only<Value>(values: Readonly<Record<string, Value>> = {}, keys: ReadonlySet<string>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key)))
}
