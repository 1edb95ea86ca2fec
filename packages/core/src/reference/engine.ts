import { Engine } from 'json-rules-engine'
import type { Run } from '../facts/run.ts'
import { missing } from '../evaluate/list-facts.ts'
import { liftedTest } from '../operators/lift.ts'
import type { Comparison } from '../operators/comparison.ts'
import { findOperator, ownOperators, type AddedOperators } from '../operators/operator.ts'
import { FALSE, joinOf, joins, notOf, type StateCode } from '../operators/state.ts'
import { followPath, parsePath } from '../rule-set/path.ts'
import { asRoot, ownCopy, type RawCondition } from './raw-conditions.ts'

/** What the engine exposes, but its types leave out. */
interface WithOperators {
  readonly operators: {
    readonly get: (name: string) => { evaluate: (fact: unknown, value: unknown) => boolean } | null
  }
}

export interface EngineRule {
  readonly name: string
  readonly condition: RawCondition
}

export interface EngineInput {
  readonly run: Run
  readonly named: Readonly<Record<string, RawCondition>>
  readonly operators: ReadonlySet<string>
  /** Operators that plugins add. */
  readonly added: AddedOperators | undefined
  /** Known facts, and functions of their params for facts that take some. */
  readonly facts: ReadonlyMap<string, unknown>
}

/**
 * Runs rules on a json-rules-engine of their own and gives back its condition trees, results filled in. Known values are
 * compared by the engine's own operators; what is unknown stays unknown. Never the engine's own path resolver: it would let
 * a path in a rule run code.
 */
export async function runEngine(
  rules: readonly EngineRule[],
  input: EngineInput,
): Promise<ReadonlyMap<string, RawCondition>> {
  const engine = new Engine([], {
    allowUndefinedFacts: true,
    pathResolver: (value, path) => resolvePath(value, path, input.run),
  })
  const comparisons = engineComparisons(input)
  for (const name of input.operators)
    engine.addOperator(
      name,
      liftedOperator(name, comparisons, input) as unknown as (fact: unknown, value: unknown) => boolean,
    )
  for (const [name, condition] of Object.entries(input.named))
    engine.setCondition(name, asRoot(ownCopy(condition)) as never)
  for (const [id, value] of input.facts) if (value !== undefined) engine.addFact(id, value as never, { cache: false })
  for (const { name, condition } of rules)
    engine.addRule({ name, conditions: asRoot(ownCopy(condition)) as never, event: { type: `rule:${name}` } })
  const { results, failureResults } = await engine.run()
  return new Map(
    [...results, ...failureResults].map((result) => {
      const { name, conditions } = result as unknown as { name: string; conditions: RawCondition }
      return [name, conditions]
    }),
  )
}

function resolvePath(value: object, path: string, run: Run): unknown {
  const steps = parsePath(path)
  return steps === undefined ? undefined : followPath(value, steps, run.whole)
}

/** The comparisons of an untouched engine, with the project's own operators added. */
function engineComparisons({ run, added }: EngineInput): (name: string) => Comparison {
  const pristine = new Engine()
  const own = [...(added ?? [])].map(([name, { compare }]) => [name, compare] as const)
  for (const [name, compare] of [...Object.entries(ownOperators), ...own])
    pristine.addOperator(name, (fact: unknown, value: unknown) => compare(fact, value, run.asOf))
  const { operators } = pristine as unknown as WithOperators
  return (name) => {
    const operator = operators.get(name)
    return (fact, value) => operator!.evaluate(fact, value)
  }
}

function liftedOperator(
  name: string,
  comparisons: (name: string) => Comparison,
  { run, added }: EngineInput,
): (fact: unknown, value: unknown) => StateCode {
  const operator = { ...findOperator(name, added)!, compare: comparisons(name) }
  const lifted = liftedTest(operator, operator.compare)
  return (fact, value) => (fact === missing || value === missing ? FALSE : lifted(fact, value, run))
}

/** Folds a tree that the engine has run into one state; the engine's own verdict knows only true and false. */
export function foldState(condition: RawCondition): StateCode {
  if (condition.all !== undefined) return joinOf(condition.all.map(foldState), joins.all)
  if (condition.any !== undefined) return joinOf(condition.any.map(foldState), joins.any)
  if (condition.not !== undefined) return notOf(foldState(condition.not))
  return condition.result as StateCode
}
