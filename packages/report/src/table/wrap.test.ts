import { expect, test } from 'vitest'
import { displayWidth } from './display-width.ts'
import { wrap, wrapBehind, wrapFacts } from './wrap.ts'

test.each([
  ['plain', 5],
  ['木工', 4],
  ['👩‍🔧', 2],
  ['e\u0301', 1],
  ['✔', 1],
  ['نجار', 4],
  ['', 0],
])('"%s" takes %d columns', (text, width) => {
  expect(displayWidth(text)).toBe(width)
})

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['木工所 木工所', 6, ['木工所', '木工所']],
  ['Donaudampfschiff', 6, ['Donaud', 'ampfsc', 'hiff']],
  ['a Donaudampf', 6, ['a', 'Donaud', 'ampf']],
  ['', 5, ['']],
])('"%s" in %d columns', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines)
})

test('what stands behind a label lines up with its end', () => {
  expect(wrapBehind(' 1. ', 'Call the buyer today', 15)).toEqual([' 1. Call the', '    buyer today'])
})

test('facts are parted between each other first', () => {
  expect(wrapFacts('', ['half an hour', '5.7 Trust'], 20)).toEqual(['half an hour ·', '5.7 Trust'])
})
