import type { Evaluation, TestTrace } from '../evaluate/evaluation.ts'
import { readerOf } from './read-fact.ts'
import type { Run } from '../facts/run.ts'
import { TRUE, type StateCode } from '../operators/state.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import { foldState, runEngine, type EngineRule } from './engine.ts'
import { listFactsFor } from './list-facts.ts'
import { leavesOf, valueFact, type RawCondition, type RawParams } from './raw-conditions.ts'

/** Evaluates one relationship on json-rules-engine, one engine a run: overlapping runs on a shared one lose results. */
export async function evaluateOnEngine(ruleSet: RuleSet, run: Run): Promise<Evaluation> {
  const named = (ruleSet.document.conditions ?? {}) as Readonly<Record<string, RawCondition>>
  const rules = rulesOf(ruleSet)
  const operators = operatorsOf(rules, named)
  const read = readerOf(ruleSet, run)
  const context = { run, named, operators, added: ruleSet.operators, read }
  const facts = new Map<string, unknown>(listFactsFor(context))
  for (const id of factsOf(rules, named)) facts.set(id, read(id))
  const trees = await runEngine(rules, { ...context, facts })
  return evaluationOf(ruleSet, trees)
}

const clauseRule = (id: string) => `applies:${id}`

function rulesOf(ruleSet: RuleSet): EngineRule[] {
  const indicators = ruleSet.indicators.flatMap(({ id, document }) =>
    document.conditions === undefined ? [] : [{ name: id, condition: document.conditions }],
  )
  const clauses = ruleSet.principles
    .flatMap((principle) => principle.clauses)
    .flatMap(({ id, document }) =>
      document.appliesWhen === undefined ? [] : [{ name: clauseRule(id), condition: document.appliesWhen }],
    )
  return [...indicators, ...clauses] as EngineRule[]
}

/** The facts of the record that rules read, on either side; those with params are list facts. */
function factsOf(rules: readonly EngineRule[], named: Readonly<Record<string, RawCondition>>): ReadonlySet<string> {
  const sides = rules.flatMap(({ condition }) => leavesOf(condition, named)).flatMap((leaf) => [leaf, valueFact(leaf)])
  return new Set(sides.flatMap((side) => (side?.fact === undefined || side.params !== undefined ? [] : [side.fact])))
}

function operatorsOf(rules: readonly EngineRule[], named: Readonly<Record<string, RawCondition>>): ReadonlySet<string> {
  const names = new Set<string>()
  const collect = (condition: RawCondition): void => {
    for (const leaf of leavesOf(condition, named)) {
      names.add(leaf.operator!)
      for (const params of [leaf.params, valueFact(leaf)?.params]) collectParams(params)
    }
  }
  const collectParams = (params: RawParams | undefined) => {
    if (params?.where !== undefined) collect(params.where)
    if (params?.that !== undefined) collect(params.that)
  }
  for (const { condition } of rules) collect(condition)
  return names
}

function evaluationOf(ruleSet: RuleSet, trees: ReadonlyMap<string, RawCondition>): Evaluation {
  const partsOf = (indicator: number): readonly RawCondition[] => {
    const tree = trees.get(ruleSet.indicators[indicator]!.id)
    // the engine puts in place of a reference what it refers to: at the root its branches are the parts
    return tree === undefined ? [] : (tree.all ?? [tree])
  }
  const states = ruleSet.indicators.flatMap(({ index }) => partsOf(index).map(foldState))
  return {
    states,
    parts: Uint32Array.from(states.keys()),
    appliesOf: (clause) => {
      const tree = trees.get(clauseRule(clause))
      return tree === undefined ? TRUE : foldState(tree)
    },
    tracesOf: (indicator) =>
      partsOf(indicator).flatMap((part, index) => leavesOf(part).map((leaf) => traceOf(leaf, index))),
  }
}

function traceOf(leaf: RawCondition, part: number): TestTrace {
  return {
    test: { part, fact: leaf.fact!, of: leaf.params?.of, operator: leaf.operator! },
    expected: leaf.valueResult,
    observed: leaf.factResult,
    state: leaf.result as StateCode,
  }
}
