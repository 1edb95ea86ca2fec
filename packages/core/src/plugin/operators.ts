import { isoOf } from '../day.ts'
import type { TestTrace } from '../evaluate/evaluation.ts'
import { ERROR } from '../operators/state.ts'
import type { Comparison } from '../operators/comparison.ts'
import type { AddedOperator, AddedOperators } from '../operators/operator.ts'
import type { Indicator } from '../rule-set/rule-set.ts'
import type { Reading, Tree } from '../rule-set/tree.ts'
import type { PluginFault } from '../schema/result.ts'
import type { Plugin, PluginOperator } from './contract.ts'
import { fits } from './facts.ts'
import { guarded } from './guard.ts'

/** The operators of a plugin, as the evaluators take them: one that fails makes its test an error. */
export function operatorsOf({ operators = [] }: Plugin): AddedOperators {
  return new Map(operators.map((operator) => [operator.id, addedOperator(operator)]))
}

function addedOperator(operator: PluginOperator): AddedOperator {
  const { id, value: type } = operator
  return {
    compare: comparisonOf(operator),
    wrongValue: (value) =>
      fits(type, value) ? undefined : `"${id}" compares with a ${type === 'yesNo' ? 'yes or no' : type}`,
  }
}

function comparisonOf(operator: PluginOperator): Comparison {
  const holds = operator.holds as (fact: unknown, value: unknown, at: { asOf: string }) => unknown
  return (fact, value, asOf) => {
    if (!fits(operator.fact, fact)) throw new Error(`it was given something other than a ${operator.fact}`)
    if (!fits(operator.value, value))
      throw new Error(`it was given something other than a ${operator.value} to compare with`)
    const result = guarded(() => holds(fact, value, Object.freeze({ asOf: isoOf(asOf) })))
    if ('fault' in result) throw new Error(result.fault)
    if (typeof result.value !== 'boolean') throw new Error(`gave a ${typeof result.value}, not true or false`)
    return result.value
  }
}

/** What the operators of a plugin did wrong in an assessment. Told from what was tested, so both evaluators tell the same. */
export function operatorFaults(
  operators: AddedOperators,
  indicators: readonly Indicator[],
  { asOf, tracesOf }: { readonly asOf: number; readonly tracesOf: (indicator: number) => readonly TestTrace[] },
): PluginFault[] {
  const faults = new Map<string, PluginFault>()
  const add = (contribution: string, message: string) =>
    faults.set(JSON.stringify([contribution, message]), { contribution, message })
  for (const { parts, index } of indicators) {
    const used = parts.flatMap((part) => usedIn(part, operators))
    if (used.length === 0) continue
    for (const trace of tracesOf(index).filter(({ state }) => state === ERROR)) {
      const name = trace.test.operator.split(':').at(-1)!
      const own = operators.get(name)
      const message = own === undefined ? undefined : messageOf(own, trace, asOf)
      if (message !== undefined) add(name, message)
      // inside a list nobody kept what each item was compared with
      else if (trace.test.of !== undefined) used.forEach((inner) => add(inner, 'failed on an item of a list'))
    }
  }
  return [...faults.values()]
}

/** Compares once more, to hear what went wrong. */
function messageOf({ compare }: AddedOperator, { observed, expected }: TestTrace, asOf: number): string | undefined {
  try {
    compare(observed, expected, asOf)
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

/** The added operators that a condition uses, inside lists too. */
function usedIn(tree: Tree, operators: AddedOperators): string[] {
  if (tree.is === 'not') return usedIn(tree.of, operators)
  if (tree.is !== 'test') return tree.of.flatMap((branch) => usedIn(branch, operators))
  const base = tree.operator.split(':').at(-1)!
  const sides = [tree.left, ...(tree.right.is === 'literal' ? [] : [tree.right])]
  return [...(operators.has(base) ? [base] : []), ...sides.flatMap((side) => usedInReading(side, operators))]
}

function usedInReading(reading: Reading, operators: AddedOperators): string[] {
  if (reading.is !== 'list') return []
  return [reading.where, reading.that].flatMap((tree) => (tree === undefined ? [] : usedIn(tree, operators)))
}
