import { expect, test } from 'vitest'
import { ChangedMeanwhile, changedFacts, withEdits } from './edits.ts'

const today = '2026-11-26'
const opened = { rel: { partnerName: 'Castell & Rowe' }, people: [{ side: 'us' as const, name: 'Ada' }] }
const facts = ['people', 'rmp.owner']

test('what was written is added to the record as it is now, and nothing else is touched', () => {
  const draft = { ...opened, rmp: { owner: 'Ada' } }
  const now = { ...opened, meetings: [{ at: '2026-11-25' }] }
  expect(withEdits(now, { opened, draft, facts, today })).toEqual({ ...now, rmp: { owner: 'Ada' } })
})

test('what somebody else has changed meanwhile is not written over', () => {
  const draft = { ...opened, people: [...opened.people, { side: 'partner' as const, name: 'Ben' }] }
  const now = { ...opened, people: [] }
  expect(() => withEdits(now, { opened, draft, facts, today })).toThrow(ChangedMeanwhile)
})

test('an entry that was opened and left empty is none; an emptied list is unknown again', () => {
  expect(changedFacts({ opened, draft: { ...opened, people: [...opened.people, {}] }, facts })).toEqual([])
  expect(withEdits(opened, { opened, draft: { rel: opened.rel, people: [{}] }, facts, today })).toEqual({
    rel: opened.rel,
  })
})

test('a list that is said to be all there is, is marked with the day', () => {
  const draft = { ...opened, complete: { people: today } }
  expect(withEdits(opened, { opened, draft, facts, today }).complete).toEqual({ people: today })
  expect(withEdits(draft, { opened: draft, draft: opened, facts, today }).complete).toBeUndefined()
})
