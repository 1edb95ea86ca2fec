import { expect, test } from 'vitest'
import { firstDifference } from './first-difference.ts'

test.each([
  [{ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, { path: '/a/1/b', left: 2, right: 3 }],
  [{ a: 1, b: 2 }, { a: 1 }, { path: '/b', left: 2, right: undefined }],
  [{ a: 1 }, { a: 1, 'b/c': 2 }, { path: '/b~1c', left: undefined, right: 2 }],
  [{ a: [1] }, { a: [1, 2] }, { path: '/a/1', left: undefined, right: 2 }],
  [{ a: [] }, { a: {} }, { path: '/a', left: [], right: {} }],
  [{ a: null }, { a: {} }, { path: '/a', left: null, right: {} }],
  [{ a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, { path: '/a', left: ['b', 'c'], right: ['c', 'b'] }],
  [1, '1', { path: '', left: 1, right: '1' }],
])('%j and %j differ', (left, right, expected) => {
  expect(firstDifference(left, right)).toEqual(expected)
})

test('equal values do not', () => {
  expect(firstDifference({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBeUndefined()
})
