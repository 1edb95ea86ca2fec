import { modelFields } from '@joinery/core'
import { expect, test } from 'vitest'
import { fieldTypeOf } from './field-type.ts'

const lists = new Set(modelFields.filter(({ type }) => type === 'records').map(({ path }) => path))
const inLists = modelFields.filter(({ path }) => lists.has(path.slice(0, path.lastIndexOf('.'))))

test.each(inLists)('$path is asked as what the model says: $type', ({ path, type, choices }) => {
  const asked = fieldTypeOf(path, { hasChoices: choices !== undefined && type === 'choice', facts: undefined })
  const expected = { texts: 'choices', number: asked === 'share' ? 'share' : 'number' }[type as string] ?? type
  expect(asked).toBe(expected)
})

test('a field that a rule set adds is asked as the rule set says', () => {
  const facts = [{ id: 'ext.food.audits', type: 'records', title: 'Audits', fields: { passed: 'yesNo' } }] as const
  expect(fieldTypeOf('ext.food.audits.passed', { hasChoices: false, facts: facts as never })).toBe('yesNo')
})
