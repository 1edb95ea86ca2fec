import type { Fault, RuleSet, RuleSetDocument } from '@joinery/core'
import { inOrder, type LocatedFault } from '../located-fault.ts'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import type { LoadedRuleSet } from '../rule-set/loaded-rule-set.ts'
import type { Search } from '../rule-set/find-rule-set.ts'
import { checkDeadRules } from './check-dead-rules.ts'
import { checkLevels } from './check-levels.ts'
import { checkLocales, localeCoverage, type LocaleCoverage } from './check-locales.ts'
import { checkMonotone } from './check-monotone.ts'
import { checkCoverage } from './check-questions.ts'
import { checkShadowed } from './check-shadowed.ts'
import { checkSources } from './check-sources.ts'
import { checkTests } from './check-tests.ts'
import { checkTexts } from './check-texts.ts'
import { checkUnused } from './check-unused.ts'
import { checkWeights } from './check-weights.ts'
import { wholeOf, type View, type Whole } from './view.ts'

/** What a check of a rule set found. */
export interface RuleSetCheck {
  readonly place: string
  /** There where the rule set can be used, whatever else the check found. */
  readonly ruleSet: RuleSet | undefined
  /** Errors and warnings, in the order of files and lines. */
  readonly faults: readonly LocatedFault[]
  /** How much of it is there in each of its other languages. */
  readonly locales: readonly LocaleCoverage[]
}

/**
 * Checks a rule set as its author wants it checked before others use it: everything that keeps it from being read, rules
 * that can never come out one way or the other, levels and questions that lead nowhere, missing texts and hard ones.
 */
export function checkRuleSet(nameOrPath: string, search: Search = {}): RuleSetCheck {
  return checkLoaded(loadRuleSet(nameOrPath, search), search)
}

/** The same for one that was loaded, from files or with `readDocument`. */
export function checkLoaded(loaded: LoadedRuleSet, { derived }: Search = {}): RuleSetCheck {
  const { place, ruleSet, faults, own, base } = loaded
  if (own === undefined || faults.some(isBoundless)) return { place, ruleSet, faults: inOrder(faults), locales: [] }
  const whole = wholeOf(own, { base: base?.ruleSet?.document ?? base?.own, derived })
  const found = meaningFaults(loaded, own, whole)
  return { place, ruleSet, faults: inOrder([...faults, ...found]), locales: localeCoverage(whole) }
}

/** Conditions that go on and on cannot be looked through; that is told, and nothing else is worth the time. */
function isBoundless({ code, path }: Fault): boolean {
  const isOfConditions = /^\/conditions\/|\/(?:conditions|appliesWhen)(?:\/|$)/.test(path)
  return isOfConditions && (code === 'too-deep' || code === 'too-many')
}

function meaningFaults({ ruleSet, locate, faults }: LoadedRuleSet, own: RuleSetDocument, whole: Whole): LocatedFault[] {
  const found: LocatedFault[] = []
  const known = new Set(faults.map(placeOf))
  const view: View = {
    own,
    whole,
    report: (finding) => found.push(locate(finding)),
  }
  const wrong = checkTests(view)
  const dead = checkDeadRules(view, wrong)
  checkLevels(view)
  checkCoverage(view)
  checkUnused(view)
  checkShadowed(view, new Set([...wrong, ...dead]))
  checkWeights(view)
  checkSources(view)
  checkTexts(view)
  checkLocales(view)
  // only a rule set that can be used can be searched
  if (ruleSet !== undefined) checkMonotone(view, ruleSet)
  const unique = new Map(found.map((fault) => [placeOf(fault) + fault.message, fault]))
  return [...unique.values()].filter((fault) => !known.has(placeOf(fault)))
}

function placeOf({ file, path }: LocatedFault): string {
  return `${file}\n${path}\n`
}
