import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAssessor } from '../src/assessor.ts'
import { createLightAssessor } from '../src/light-assessor.ts'
import type { Relationship } from '../src/schema/relationship.ts'
import { arbitraryAnswers, arbitraryRelationship, asOf } from './arbitrary-relationship.ts'
import { isoRuleSet } from './iso-rule-set.ts'
import { daysAgo, indicator, ruleSetOf, today } from './small-rule-set.ts'

const iso = isoRuleSet()
const ids = iso.indicators.map(({ id }) => id)
const assessor = createAssessor(iso)
const text = (value: unknown) => JSON.stringify(value)

test('answer by answer, and part by part, a followed relationship comes out as from scratch, byte for byte', () => {
  const steps = fc.array(fc.oneof(arbitraryAnswers(ids), arbitraryRelationship(ids)), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(arbitraryRelationship(ids), steps, fc.nat(), (first, changes, choice) => {
      let record: Relationship = first
      let live = assessor.score(record, { asOf })
      for (const change of changes) {
        const parts = Object.keys(change)
        const part = parts[choice % Math.max(1, parts.length)] ?? 'answers'
        record =
          'value' in Object(Object.values(change)[0])
            ? { ...record, answers: { ...record.answers, ...(change as Relationship['answers']) } }
            : { ...record, [part]: (change as Record<string, unknown>)[part] }
        live = live.rescore(record)
        expect(text(live.explain())).toBe(text(assessor.assess(record, { asOf })))
        expect(live.verdicts()).toEqual(assessor.verdicts(record, { asOf }))
        const { answers: _answers, ...unanswered } = record
        expect(live.verdicts(true)).toEqual(assessor.verdicts(unanswered, { asOf }))
      }
    }),
    { numRuns: 60 },
  )
})

test('a page comes to the same verdicts as the quick way for many relationships', () => {
  const page = createLightAssessor(iso)
  fc.assert(
    fc.property(arbitraryRelationship(ids), (record) => {
      const verdicts = assessor.verdicts(record, { asOf })
      expect(page.verdicts(record, { asOf })).toEqual(verdicts)
      expect(page.score(record, { asOf }).verdicts()).toEqual(verdicts)
    }),
    { numRuns: 60 },
  )
})

test('after one answer nothing of the record is read again for rules; after one part, only what depends on it', () => {
  const reads: string[] = []
  const watched = (name: string, part: object) =>
    new Proxy(part, {
      get: (target, key) => {
        reads.push(name)
        return Reflect.get(target, key) as unknown
      },
    })
  const record = {
    rmp: watched('rmp', { owner: 'Ann' }),
    governance: watched('governance', { whoDecides: 'Ann and Ben' }),
    exit: watched('exit', { owner: 'Ann' }),
  } as Relationship
  const live = assessor.score(record, { asOf })
  reads.length = 0
  const answered = live.rescore({ ...record, answers: { [ids[0]!]: { value: 'yes' } } })
  expect(reads).toEqual([])
  answered.rescore({ ...record, exit: watched('exit', { owner: 'Ben' }) as never })
  expect(new Set(reads)).toEqual(new Set(['exit']))
})

test('the newest item is read again when what a field of it follows from changes', () => {
  const newest = { fact: 'newest', params: { of: 'issues', field: 'withinLimit' }, operator: 'equal', value: true }
  const shop = createAssessor(ruleSetOf([indicator('issues/1', { conditions: { all: [newest] } })]))
  const issues = [{ at: daysAgo(20), raisedAt: daysAgo(20), resolvedAt: daysAgo(10) }]
  const steps = (limitDays: number) => ({ steps: [{ limitDays }] })
  const live = shop.score({ issues, issueProcess: steps(30) } as never, { asOf: today })
  const outcomes = [live, live.rescore({ issues, issueProcess: steps(5) } as never), live.rescore({ issues })].map(
    (result) => result.traces()[0]!.outcome,
  )
  expect(outcomes).toEqual(['met', 'unmet', 'unknown'])
})
