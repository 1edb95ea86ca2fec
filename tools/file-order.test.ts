import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { longest, longestFirst, spread } from './file-order.ts'

const isUpper = (letter: string) => letter === letter.toUpperCase()

test.each([
  ['ABabcdef', 'AabcBdef'],
  ['abcdeABC', 'AabBcCde'],
  ['ABCa', 'ABaC'],
  ['AB', 'AB'],
  ['ab', 'ab'],
  ['', ''],
])('%s becomes %s: some are spread between the others, none is lost', (given, expected) => {
  expect(spread(given.split(''), isUpper).join('')).toBe(expected)
})

test('the longest files come first, and are there', () => {
  const root = join(import.meta.dirname, '..')
  const known = longest.map((file) => join(root, file))
  expect(known.filter((file) => !existsSync(file))).toEqual([])
  const given = ['/b.test.ts', ...known.toReversed(), '/a.test.ts']
  expect(longestFirst(given, (file) => file)).toEqual([...known, '/b.test.ts', '/a.test.ts'])
})
