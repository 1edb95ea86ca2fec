import { ZenEngine } from '@gorules/zen-engine'
import type { BenchCondition, BenchRule } from '../workload.ts'
import type { Peer } from './peer.ts'

const symbols = { equal: '==', notEqual: '!=', greaterThanInclusive: '>=', lessThan: '<', in: 'in' } as const

/** GoRules Zen, native: one expression node with an expression for each rule. */
export function zen(rules: readonly BenchRule[]): Peer {
  const expressions = rules.map((rule, index) => ({
    id: `e${index}`,
    key: `r${index}`,
    value: rule.map(expressionOf).join(' and '),
  }))
  const content = {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', content: {} },
      { id: 'rules', type: 'expressionNode', name: 'rules', content: { expressions } },
      { id: 'out', type: 'outputNode', name: 'out', content: {} },
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'rules' },
      { id: 'b', type: 'edge', sourceId: 'rules', targetId: 'out' },
    ],
  }
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(content)))
  return {
    name: 'GoRules Zen (native)',
    judge: async (record) => {
      const { result } = (await decision.evaluate(record)) as { result: Record<string, boolean> }
      return Object.values(result).filter(Boolean).length
    },
  }
}

function expressionOf({ entity, field, operator, value }: BenchCondition): string {
  return `${entity}.${field} ${symbols[operator]} ${JSON.stringify(value)}`
}
