import { expect, test } from 'vitest'
import { measure } from './measure.ts'

test('a benchmark runs a fifth more often than it is measured', async () => {
  let runs = 0
  const result = await measure({ name: 'count', run: () => (runs += 1) }, 10)
  expect(runs).toBe(12)
  expect(result.name).toBe('count')
  expect(result.medianMs).toBeLessThanOrEqual(result.slowestMs)
})
