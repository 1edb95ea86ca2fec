import { LogicEngine } from 'json-logic-engine'
import type { BenchCondition, BenchRule } from '../workload.ts'
import type { Peer } from './peer.ts'

const symbols = { equal: '===', notEqual: '!==', greaterThanInclusive: '>=', lessThan: '<', in: 'in' } as const

/** json-logic-engine walking its rules. */
export function jsonLogicInterpreted(rules: readonly BenchRule[]): Peer {
  const engine = new LogicEngine()
  const logic = rules.map(logicOf)
  return {
    name: 'json-logic-engine, interpreted',
    judge: (record) => count(logic, (rule) => engine.run(rule as never, record) === true),
  }
}

/** json-logic-engine with its rules turned into generated code, which a strict content security policy forbids. */
export function jsonLogicCompiled(rules: readonly BenchRule[]): Peer {
  const engine = new LogicEngine()
  const compiled = rules.map((rule) => engine.build(logicOf(rule) as never) as (record: object) => unknown)
  return {
    name: 'json-logic-engine, compiled (needs eval)',
    judge: (record) => count(compiled, (rule) => rule(record) === true),
  }
}

function logicOf(rule: BenchRule): object {
  return { and: rule.map(testOf) }
}

function testOf({ entity, field, operator, value }: BenchCondition): object {
  return { [symbols[operator]]: [{ var: `${entity}.${field}` }, value] }
}

function count<Rule>(rules: readonly Rule[], holds: (rule: Rule) => boolean): number {
  let held = 0
  for (const rule of rules) if (holds(rule)) held++
  return held
}
