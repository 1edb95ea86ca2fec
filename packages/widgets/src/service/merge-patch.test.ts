import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patchBetween, patched } from './merge-patch.ts'

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.string({ maxLength: 3 }),
    fc.boolean(),
    fc.integer({ min: 0, max: 3 }),
    fc.array(tie('any'), { maxLength: 2 }),
    tie('data'),
  ),
  data: fc.dictionary(fc.constantFrom('answers', 'org', 'risks', 'p01.plan/1', 'value'), tie('any'), { maxKeys: 3 }),
}))
const record = value.data as fc.Arbitrary<Readonly<Record<string, unknown>>>

test('a patch leads from any record to any other, and there is none between equals', () => {
  fc.assert(
    fc.property(record, record, (from, to) => {
      const patch = patchBetween(from, to)
      expect(patch === undefined ? from : patched(from, patch)).toEqual(to)
      expect(patchBetween(from, structuredClone(from))).toBeUndefined()
    }),
  )
})

test('one answer is one answer: what somebody else has changed beside it stays', () => {
  const before = { answers: { 'p01.plan/1': { value: 'no' } } }
  const mine = { answers: { 'p01.plan/1': { value: 'yes' } } }
  const theirs = {
    answers: { 'p01.plan/1': { value: 'no' }, 'p02.fit/1': { value: 'no' } },
    rel: { partnerName: 'C & R' },
  }
  expect(patched(theirs, patchBetween(before, mine)!)).toEqual({
    answers: { 'p01.plan/1': { value: 'yes' }, 'p02.fit/1': { value: 'no' } },
    rel: { partnerName: 'C & R' },
  })
})
