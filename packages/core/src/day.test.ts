import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, isoOf } from './day.ts'

describe('a day', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2024-02-29', 19_782],
    ['2026-11-23', 20_780],
    ['0000-01-01', -719_528],
    ['9999-12-31', 2_932_896],
  ])('%s is day %i', (written, day) => {
    expect(dayOf(written)).toBe(day)
    expect(isoOf(day)).toBe(written)
  })

  test.each([
    ['30 February', '2026-02-30'],
    ['29 February of a common year', '2026-02-29'],
    ['29 February of a century that is no leap year', '1900-02-29'],
    ['31 April', '2026-04-31'],
    ['month 13', '2026-13-01'],
    ['month 0', '2026-00-10'],
    ['day 0', '2026-01-00'],
    ['one digit', '2026-1-1'],
    ['slashes', '2026/01/01'],
    ['the order of another country', '01-02-2026'],
    ['a time', '2026-01-01T00:00:00Z'],
    ['a space in front', ' 2026-01-01'],
    ['a sign', '-026-01-01'],
    ['letters', '2O26-01-01'],
    ['full-width digits', '２０２６-01-01'],
    ['empty text', ''],
    ['a number', 20_260_101],
    ['a Date', new Date(0)],
    ['nothing', undefined],
    ['null', null],
  ])('%s is not a day', (_what, value) => {
    expect(dayOf(value)).toBeUndefined()
  })

  test('agrees with the calendar of the platform on every day, and back again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => {
        expect(dayOf(new Date(day * 86_400_000).toISOString().slice(0, 10))).toBe(day)
        expect(dayOf(isoOf(day))).toBe(day)
      }),
      { numRuns: 2_000 },
    )
  })
})
