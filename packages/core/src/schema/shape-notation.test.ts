import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notationOf } from '../../tools/shape-notation.ts'
import { readShape } from './shape-notation.ts'
import type { Shape } from './shape.ts'

test.each<[notation: string, shape: Shape]>([
  ['text', { is: 'text' }],
  ['1-200', { is: 'text', least: 1, most: 200 }],
  ['-80name', { is: 'name', most: 80 }],
  ['0.5-2number', { is: 'number', least: 0.5, most: 2 }],
  ['0number', { is: 'number', least: 0 }],
  ['>0-1000number', { is: 'number', above: 0, most: 1000 }],
  ['1-100whole', { is: 'whole', least: 1, most: 100 }],
  ['date?', { is: 'date', orEmpty: true }],
  ['oneOf["us","partner"]?', { is: 'oneOf', values: ['us', 'partner'], orEmpty: true }],
  ['oneOf[true,30]', { is: 'oneOf', values: [true, 30] }],
  ['2-20list -40map yesNo', { is: 'list', least: 2, most: 20, of: { is: 'map', most: 40, of: { is: 'yesNo' } } }],
  [
    '{ id -120id url? text }',
    { is: 'object', fields: { id: { is: 'id', most: 120 }, url: { is: 'text' } }, required: ['id'] },
  ],
])('"%s" is a shape, and the shape is written so', (notation, shape) => {
  expect(readShape(notation)).toEqual(shape)
  expect(notationOf(shape)).toBe(notation)
})

test.each(['txt!', '1-2-3number', '{ id', 'oneOf[us]'])('"%s" is no shape', (notation) => {
  expect(() => readShape(notation)).toThrow(/groups|JSON|undefined/)
})

test('every shape is read as it was written', () => {
  fc.assert(
    fc.property(anyShape, (shape) => {
      expect(readShape(notationOf(shape))).toEqual(shape)
    }),
  )
})

const whole = fc.nat({ max: 20_000 })
const limits = { least: whole, most: whole }
const some = <Fields extends Record<string, fc.Arbitrary<unknown>>>(
  is: string[],
  fields: Fields,
  needs: string[] = [],
) => fc.record({ is: fc.constantFrom(...is), ...fields }, { requiredKeys: ['is', ...needs] as 'is'[] })
const values = fc.array(fc.oneof(fc.stringMatching(/^[a-z-]{1,9}$/), whole, fc.boolean()), { minLength: 1 })
const orEmpty = fc.constant(true as const)

const { shape: anyShape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4 },
    some(['text', 'name', 'id', 'version', 'number', 'whole'], limits),
    some(['number', 'whole'], { above: whole, most: whole }, ['above']),
    some(['date'], { orEmpty }),
    some(['yesNo', 'literal', 'condition', 'any'], {}),
    some(['oneOf'], { values, orEmpty }, ['values']),
    some(['list'], { ...limits, of: tie('shape') }, ['of']),
    some(['map'], { most: whole, of: tie('shape') }, ['of']),
    fc.dictionary(fc.stringMatching(/^[$a-z][a-zA-Z]{0,9}$/), fc.tuple(tie('shape'), fc.boolean())).map((entries) => ({
      is: 'object',
      fields: Object.fromEntries(Object.entries(entries).map(([key, [shape]]) => [key, shape])),
      required: Object.keys(entries).filter((key) => entries[key]![1]),
    })),
  ) as fc.Arbitrary<Shape>,
}))
