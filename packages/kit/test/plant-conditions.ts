import type { SmallRuleSet } from './small-rule-set.ts'

export const test = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
export const count = (of: string, where?: unknown) => ({
  fact: 'count',
  params: where === undefined ? { of } : { of, where },
})
export const condition = (index: number, conditions: unknown) => (rules: SmallRuleSet) => {
  rules.practice.indicators[index]!['conditions'] = conditions
}
/** Two indicators of one clause. */
export const pair = (index: number, lower: unknown, higher: unknown) => (rules: SmallRuleSet) => {
  condition(index, lower)(rules)
  condition(index + 1, higher)(rules)
}
export const size = (operator: string, value: number) => test('ext.small.size', operator, value)
