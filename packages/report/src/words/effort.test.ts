import { expect, test } from 'vitest'
import { effortWords } from './effort.ts'

test.each([
  [30, 'half an hour'],
  [60, 'an hour'],
  [90, 'one and a half hours'],
  [120, 'two hours'],
  [240, 'half a day'],
  [270, 'half a day and half an hour'],
  [480, 'a day'],
  [510, 'a day and half an hour'],
  [720, 'one and a half days'],
  [960, 'two days'],
  [1200, 'two and a half days'],
  [990, 'about two days'],
  [6480, '13.5 days'],
])('%d minutes are %s', (minutes, words) => {
  expect(effortWords(minutes)).toBe(words)
})
