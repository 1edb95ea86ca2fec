import { expect, test } from 'vitest'
// @boundaries-ignore the baseline as core's own tests read it
import { isoRuleSet } from '../../../core/test/iso-rule-set.ts'
import { askableOf, ownAnswers } from './askable.ts'

const ruleSet = isoRuleSet()
const askable = askableOf(ruleSet)

test('each of the twelve principles can be chosen, with at most three statements, within what one round may ask', () => {
  expect(askable.map(({ principle }) => principle)).toEqual(ruleSet.principles.map(({ id }) => id))
  for (const { statements } of askable) expect(statements.length).toBeLessThanOrEqual(3)
  expect(askable.flatMap(({ statements }) => statements).length).toBeLessThanOrEqual(40)
})

test('what the starter asks is asked first', () => {
  const starter = ruleSet.document.scopes?.find(({ id }) => id === 'starter')?.indicators ?? []
  const trust = askable.find(({ principle }) => principle === 'p07')?.statements.map(({ id }) => id)
  expect(trust).toEqual(expect.arrayContaining(starter.filter((id) => id.startsWith('p07.'))))
})

test('the firm begins with what its record answers of the chosen statements, and with nothing else', () => {
  const answers = { 'p07.trust/1': { value: 'yes' }, 'p01.plan/1': { value: 'no' } }
  expect(ownAnswers(ruleSet, { answers }, ['p07.trust/1', 'p07.trust/2'])).toEqual({ 'p07.trust/1': 'yes' })
})
