import { Engine } from 'json-rules-engine'
import { conditionJson, type BenchRule } from '../workload.ts'
import type { Peer } from './peer.ts'

/** json-rules-engine as it is installed: its own path resolver. */
export function jsonRulesEngine(rules: readonly BenchRule[]): Peer {
  return { name: 'json-rules-engine', judge: judgeWith(engineOf(rules, {})) }
}

/** The same with a resolver that only follows one name. */
export function jsonRulesEngineOwnPaths(rules: readonly BenchRule[]): Peer {
  const pathResolver = (value: object, path: string) => (value as Record<string, unknown>)[path.slice(2)]
  return { name: 'json-rules-engine, own path resolver', judge: judgeWith(engineOf(rules, { pathResolver })) }
}

function engineOf(rules: readonly BenchRule[], options: object): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true, ...options })
  for (const [index, rule] of rules.entries())
    engine.addRule({ conditions: { all: rule.map(conditionJson) as never }, event: { type: `rule-${index}` } })
  return engine
}

function judgeWith(engine: Engine): (record: object) => Promise<number> {
  return async (record) => (await engine.run(record as Record<string, unknown>)).results.length
}
