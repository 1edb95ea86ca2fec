import type { BenchRule } from '../workload.ts'
import { handwritten } from './handwritten.ts'
import { joinery } from './joinery.ts'
import { jsonLogicCompiled, jsonLogicInterpreted } from './json-logic.ts'
import { jsonRulesEngine, jsonRulesEngineOwnPaths } from './json-rules-engine.ts'
import type { Peer } from './peer.ts'
import { zen } from './zen.ts'

/** Everybody who takes part; the first one is what the others are compared with. */
export const peerMakers: readonly ((rules: readonly BenchRule[]) => Peer[])[] = [
  (rules) => [jsonRulesEngine(rules)],
  (rules) => [jsonRulesEngineOwnPaths(rules)],
  joinery,
  (rules) => [zen(rules)],
  (rules) => [jsonLogicInterpreted(rules)],
  (rules) => [jsonLogicCompiled(rules)],
  (rules) => [handwritten(rules)],
]
