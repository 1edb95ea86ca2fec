import { expect, test } from 'vitest'
import { barText } from './bar-text.ts'

test.each([
  [0, 1, '▒▒▒▒▒▒▒▒'],
  [0.5, 0.75, '████▒▒░░'],
  [1, 1, '████████'],
  [0, 0, '░░░░░░░░'],
  [0.01, 0.01, '█░░░░░░░'],
  [0.99, 0.99, '███████░'],
])('a range from %d to %d is drawn as %s', (score, potential, drawn) => {
  expect(barText({ score, potential, ticks: [] }, 8)).toBe(drawn)
})
