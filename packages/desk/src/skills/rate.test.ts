import { rateCompetences } from '@joinery/core'
import { expect, test } from 'vitest'
// @boundaries-ignore the baseline as core's own tests read it
import { isoRuleSet } from '../../../core/test/iso-rule-set.ts'
import { openStepOf, rated, stepDone, withPartnerWords, withStep } from './rate.ts'

const today = '2026-11-26'
const ben = (rater: 'self' | 'peer' | 'partner', given: Record<string, number>) => ({ person: 'Ben', rater, given })

test('two groups on one day make one entry each item, and core counts the lower', () => {
  const once = rated({}, ben('self', { 'competence.listening': 3, 'competence.agreement': 2 }), today)
  const both = rated(once, ben('peer', { 'competence.listening': 1 }), today)
  expect(both.competences).toEqual([
    { personRef: 'Ben', item: 'competence.listening', at: today, self: 3, peer: 1 },
    { personRef: 'Ben', item: 'competence.agreement', at: today, self: 2 },
  ])
  expect(rateCompetences(isoRuleSet(), both, { asOf: today }).ratings[0]).toMatchObject({ score: 1, spread: 2 })
})

test('a word said again takes the place of the first; an earlier day stays', () => {
  const before = rated({}, ben('self', { 'competence.listening': 1 }), '2026-05-04')
  const after = rated(
    rated(before, ben('self', { 'competence.listening': 2 }), today),
    ben('self', { 'competence.listening': 3 }),
    today,
  )
  expect(after.competences?.map(({ at, self }) => [at, self])).toEqual([
    ['2026-05-04', 1],
    [today, 3],
  ])
})

test('there is one step at a time for each person, until it is done', () => {
  const record = rated({}, ben('self', { 'competence.listening': 1, 'competence.agreement': 1 }), today)
  const first = withStep(record, { person: 'Ben', item: 'competence.listening', due: '2027-02-01' })
  const second = withStep(first, { person: 'Ben', item: 'agreement', due: '2027-03-01' })
  expect(openStepOf(second, 'Ben')).toMatchObject({ item: 'competence.agreement', actionDue: '2027-03-01' })
  expect(second.competences?.filter(({ actionDue }) => actionDue !== undefined)).toHaveLength(1)
  const done = stepDone(second, 'Ben', today)
  expect(openStepOf(done, 'Ben')).toBeUndefined()
  expect(done.competences).toContainEqual(expect.objectContaining({ actionDoneAt: today }))
})

test('what the partner said itself stands, whatever is written in its name', () => {
  const word = { person: 'Ben', item: 'competence.listening', at: today, rating: 1 }
  const own = rated({}, ben('self', { 'competence.listening': 3 }), today)
  const forged = rated(
    own,
    ben('partner', { listening: 3, 'competence.listening': 3, 'competence.agreement': 2 }),
    today,
  )
  const { ratings } = rateCompetences(isoRuleSet(), withPartnerWords(forged, [word]), { asOf: today })
  expect(ratings.map(({ item, ratings: { self, partner } }) => [item, self, partner])).toEqual([
    ['listening', 3, 1],
    ['agreement', undefined, 2],
  ])
  // and where nothing was said, the record is as it was
  expect(withPartnerWords(forged, []).competences).toEqual(forged.competences)
})
