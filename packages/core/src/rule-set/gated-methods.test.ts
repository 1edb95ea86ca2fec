import { expect, test } from 'vitest'
import { isGatedMethod } from './gated-methods.ts'
import { isGated, methods } from './methods.ts'

test.each(Object.entries(methods))('%s is gated for a page where it is for scores', (name, parameters) => {
  expect(isGatedMethod(name)).toBe(isGated(parameters))
})

test.each(['', 'gated-v2', 'toString'])('%j is no method, and has no gates', (name) => {
  expect(isGatedMethod(name)).toBe(false)
})
