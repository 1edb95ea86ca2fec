import { readTyped, writeTyped } from '@joinery/core/plugin'
import { expect, test } from 'vitest'
import { daysOrWeeks } from './days-or-weeks.ts'

test.each([
  ['28', 28],
  ['28 days', 28],
  ['1 day', 1],
  ['4 weeks', 28],
  ['4weeks', 28],
  [' 4 Wochen ', 28],
  ['31 Tage', 31],
  ['0', 0],
])('%j is %i days', (text, days) => {
  expect(readTyped(daysOrWeeks, text)).toEqual({ value: days })
})

test.each(['four weeks', '4 months', '2.5 weeks', '-3', '99999 days', '4 weeks 2 days', '__proto__'])(
  '%j is told, with what would be right',
  (text) => {
    expect(readTyped(daysOrWeeks, text)).toEqual({
      problem: `"${text}" is no number of days or weeks; write 28 days or 4 weeks.`,
    })
  },
)

test.each([
  [28, '4 weeks'],
  [7, '1 week'],
  [31, '31 days'],
  [0, '0 days'],
])('%i days are shown as %j, and read again', (days, text) => {
  expect(writeTyped(daysOrWeeks, days)).toBe(text)
  expect(readTyped(daysOrWeeks, text)).toEqual({ value: days })
})
