import { describe, expect, test } from 'vitest'
import { endOf, lastDayOf, lastQuarter, quarterOf } from './quarter.ts'

describe('quarters', () => {
  test.each([
    { moment: '2026-11-24T10:00:00Z', quarter: '2026-Q4', last: '2026-Q3' },
    { moment: '2026-01-01T00:00:00Z', quarter: '2026-Q1', last: '2025-Q4' },
    { moment: '2026-03-31T23:59:59Z', quarter: '2026-Q1', last: '2025-Q4' },
    { moment: '2026-04-01T00:00:00Z', quarter: '2026-Q2', last: '2026-Q1' },
  ])('$moment lies in $quarter; the last one that is over is $last', ({ moment, quarter, last }) => {
    expect(quarterOf(new Date(moment))).toBe(quarter)
    expect(lastQuarter(new Date(moment))).toBe(last)
  })

  test.each([
    { quarter: '2026-Q1', day: '2026-03-31', end: '2026-04-01T00:00:00.000Z' },
    { quarter: '2026-Q4', day: '2026-12-31', end: '2027-01-01T00:00:00.000Z' },
  ])('$quarter ends with $day', ({ quarter, day, end }) => {
    expect(lastDayOf(quarter)).toBe(day)
    expect(endOf(quarter).toISOString()).toBe(end)
  })
})
