import { expect, test } from 'vitest'
import { nothingKept, readKept } from './kept.ts'

test.each([
  '',
  'null',
  '[]',
  '{',
  '7',
  '{"visit":{"token":1},"submission":"x","base":[],"mine":"","saved":{"format":2}}',
])('stored rubbish counts as nothing: %s', (text) => expect(readKept(text)).toEqual(nothingKept))

test('what was stored comes back', () => {
  const kept = {
    ...nothingKept,
    mine: { rel: { partnerName: 'Castell & Rowe' } },
    visit: { relationship: 'r1', token: 'vt_1' },
    submission: { once: 'a', asOf: '2026-11-24', scope: 'starter' },
  }
  expect(readKept(JSON.stringify(kept))).toEqual(kept)
})
