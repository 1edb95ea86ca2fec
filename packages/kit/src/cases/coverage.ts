import type { Relationship, RuleSet } from '@joinery/core'
import { outerTestsOf } from '../check/condition-nodes.ts'
import { rulesOf } from '../check/rules.ts'
import { wholeOf } from '../check/view.ts'
import { conditionWords, labelsOf } from '../diff/condition-words.ts'
import type { LocatedFault } from '../located-fault.ts'
import type { LoadedRuleSet } from '../rule-set/loaded-rule-set.ts'
import type { CasesRun } from './run-cases.ts'
import { scoringOf } from './scoring.ts'

/** Which conditions the cases of a rule set have seen come out both ways. */
export interface Coverage {
  readonly conditions: number
  /** How many were seen true, and false. */
  readonly both: number
  readonly unseen: readonly Unseen[]
}

/** A condition that the cases have not seen both ways. */
export interface Unseen {
  readonly indicator: string
  /** How it was never seen to come out. */
  readonly never: 'true' | 'false' | 'either'
  /** The condition in plain words. */
  readonly words: string
  readonly file: string
  readonly line?: number | undefined
  readonly column?: number | undefined
}

/**
 * Runs the cases that passed and notes how each condition that the rule set itself writes came out; facts that a plugin works
 * out are seen as the rules see them.
 */
export function coverageOf(run: SoundRun): Coverage {
  const { loaded, ruleSet } = run
  const seen = statesSeen(run)
  const own = loaded.own!
  const view = { own, whole: wholeOf(own, { base: loaded.base?.ruleSet?.document }), report: () => {} }
  const labels = labelsOf(ruleSet)
  const conditions = rulesOf(view).flatMap(({ id, node, pointer }) => {
    if (node === undefined || pointer === undefined) return []
    return outerTestsOf(node).map((test, index) => {
      const states = seen.get(`${id} ${index}`) ?? new Set<string>()
      // what is not recorded is open, and asking whether it is recorded never comes out false
      const isFalse = states.has('false') || (test.operator === 'given' && states.has('open'))
      return { indicator: id, pointer: test.pointer, isTrue: states.has('true'), isFalse }
    })
  })
  const unseen = conditions.filter(({ isTrue, isFalse }) => !isTrue || !isFalse)
  return {
    conditions: conditions.length,
    both: conditions.length - unseen.length,
    unseen: unseen.map(({ indicator, pointer, isTrue, isFalse }) =>
      Object.assign(
        { indicator, never: neverOf(isTrue, isFalse), words: conditionWords(at(own, pointer), labels) },
        placeOf(loaded, pointer),
      ),
    ),
  }
}

/** What is needed of cases that ran, of a rule set that could be used. */
export type SoundRun = Pick<CasesRun, 'loaded' | 'passed' | 'plugin'> & { readonly ruleSet: RuleSet }

function neverOf(isTrue: boolean, isFalse: boolean): Unseen['never'] {
  if (isTrue) return 'false'
  return isFalse ? 'true' : 'either'
}

/** How the tests of each indicator came out, by its id and their place among its tests. */
function statesSeen({ ruleSet, plugin, passed }: SoundRun): ReadonlyMap<string, ReadonlySet<string>> {
  const { score } = scoringOf(plugin).assessor(ruleSet)
  const seen = new Map<string, Set<string>>()
  for (const { case: one } of passed)
    for (const { indicator, tests } of score(one.given as Relationship, { asOf: one.asOf }).traces())
      for (const [index, { state }] of tests.entries()) {
        const key = `${indicator} ${index}`
        seen.set(key, (seen.get(key) ?? new Set()).add(stateNames[state] ?? 'open'))
      }
  return seen
}

const stateNames: Readonly<Record<number, string>> = { 0: 'false', 1: 'true' }

function placeOf({ locate }: LoadedRuleSet, path: string): Pick<LocatedFault, 'file' | 'line' | 'column'> {
  const { file, line, column } = locate({ code: 'unused', path, message: '', severity: 'warning' })
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) }
}

/** What stands at a pointer; a named condition is followed. */
function at(document: unknown, pointer: string): unknown {
  let value = document
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    value =
      typeof value === 'string' ? named(document, value, key) : (value as Record<string, unknown> | undefined)?.[key]
  }
  return typeof value === 'string' ? named(document, value) : value
}

function named(document: unknown, name: string, key?: string): unknown {
  const condition = (document as { conditions?: Record<string, unknown> }).conditions?.[name]
  return key === undefined ? condition : (condition as Record<string, unknown> | undefined)?.[key]
}
