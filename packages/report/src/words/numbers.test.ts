import { expect, test } from 'vitest'
import { dayWords, gainWords, percentWords, rangeWords, scoreWords, shareRangeWords } from './numbers.ts'

test.each([
  [0, '0.0'],
  [0.05, '0.1'],
  [0.0499, '0.0'],
  [1.45, '1.5'],
  [2.25, '2.3'],
  [3.9499, '3.9'],
  [4, '4.0'],
  [71.25, '71.3'],
])('a score of %d reads %s, half up', (score, words) => {
  expect(scoreWords(score)).toBe(words)
})

test.each([
  [1.2, 2.6, '1.2 – 2.6'],
  [1.21, 1.24, '1.2'],
  [0, 4, '0.0 – 4.0'],
])('the range from %d to %d reads %s', (score, potential, words) => {
  expect(rangeWords(score, potential)).toBe(words)
})

test.each([
  [1, '100 %'],
  [0.9999, '99 %'],
  [0.995, '99 %'],
  [0.994, '99 %'],
  [0.5, '50 %'],
  [0.125, '13 %'],
  [0.0001, '1 %'],
  [0, '0 %'],
])('a share of %d reads %s: whole only when nothing is missing, 0 only when there is nothing', (share, words) => {
  expect(percentWords(share)).toBe(words)
})

test('a range of shares names the sign once', () => {
  expect(shareRangeWords(0.5, 0.75)).toBe('50 – 75 %')
  expect(shareRangeWords(1, 1)).toBe('100 %')
})

test.each([
  [0.0833, '+0.08'],
  [0.0012, 'less than +0.01'],
  [1.5, '+1.50'],
])('a gain of %d reads %s', (points, words) => {
  expect(gainWords(points)).toBe(words)
})

test('a day reads as people write it, and what is none is left alone', () => {
  expect(dayWords('2026-10-02')).toBe('2 October 2026')
  expect(dayWords('soon')).toBe('soon')
})
