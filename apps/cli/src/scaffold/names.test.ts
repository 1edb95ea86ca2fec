import { expect, test } from 'vitest'
import { expectName, titleOf, wordOf } from './names.ts'

test.each([
  ['plugin', 'bakery'],
  ['rule-set', 'my-trade-2'],
  ['case', 'iso-44003'],
] as const)('a %s may be called %s', (kind, name) => {
  expect(() => expectName(kind, name)).not.toThrow()
})

test.each([
  ['plugin', 'My Bakery', 'should be one lower-case word'],
  ['plugin', 'my-bakery', 'should be one lower-case word'],
  ['plugin', '__proto__', 'should be one lower-case word'],
  ['plugin', 'rel', 'is taken'],
  ['rule-set', '', 'should be lower-case words'],
  ['rule-set', '2nd', 'should be lower-case words'],
  ['rule-set', 'bäcker', 'should be lower-case words'],
  ['rule-set', 'iso-44003', 'is taken'],
  ['rule-set', 'joinery', 'is taken'],
  ['rule-set', 'a'.repeat(61), 'has more than 60 letters'],
  ['case', 'x/y', 'should be lower-case words'],
] as const)('a %s cannot be called "%s"', (kind, name, message) => {
  expect(() => expectName(kind, name)).toThrow(message)
})

test('a name becomes a title, and a word of facts', () => {
  expect([titleOf('my-trade-2'), wordOf('my-trade-2')]).toEqual(['My trade 2', 'myTrade2'])
})
