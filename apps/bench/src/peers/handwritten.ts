import type { BenchCondition, BenchRule } from '../workload.ts'
import type { Peer } from './peer.ts'

const symbols = { equal: '===', notEqual: '!==', greaterThanInclusive: '>=', lessThan: '<' } as const

/**
 * What a person would write by hand for these rules: one function of plain comparisons. It is put together here, because
 * nobody writes two thousand rules by hand; the project itself never generates code.
 */
export function handwritten(rules: readonly BenchRule[]): Peer {
  const lines = rules.map((rule) => `if (${rule.map(testOf).join(' && ')}) held++`)
  const judge = new Function('record', `let held = 0\n${lines.join('\n')}\nreturn held`) as (record: object) => number
  return { name: 'handwritten', judge }
}

function testOf({ entity, field, operator, value }: BenchCondition): string {
  const fact = `record.${entity}.${field}`
  if (operator === 'in')
    return `(${(value as string[]).map((choice) => `${fact} === ${JSON.stringify(choice)}`).join(' || ')})`
  return `${fact} ${symbols[operator]} ${JSON.stringify(value)}`
}
