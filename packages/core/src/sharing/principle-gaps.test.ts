import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoRuleSet } from '../../test/iso-rule-set.ts'
import { modelField } from '../schema/model.ts'
import { gapSource, jointActionFor, withJointAction } from './gap.ts'
import { declaredAnswers, principleGaps, statementsForPartner } from './principle-gaps.ts'

const ruleSet = isoRuleSet()
type Answers = Readonly<Record<string, string>>
const between = (us: Answers, partner: Answers) =>
  principleGaps(ruleSet, { us: { at: '2026-11-24', answers: us }, partner: { at: '2026-11-26', answers: partner } })

describe('how far apart two sides see a principle', () => {
  test.each([
    { us: ['yes', 'yes'], partner: ['yes', 'yes'], gap: 0, flag: null, kind: null },
    { us: ['yes', 'yes'], partner: ['yes', 'partly'], gap: 1, flag: 'talk', kind: 'blind-spot' },
    { us: ['partly', 'no'], partner: ['yes', 'no'], gap: -1, flag: 'talk', kind: 'hidden-strength' },
    { us: ['yes', 'yes'], partner: ['partly', 'partly'], gap: 2, flag: 'priority', kind: 'blind-spot' },
    { us: ['no', 'no'], partner: ['yes', 'partly'], gap: -3, flag: 'priority', kind: 'hidden-strength' },
    // of one statement a single step is the least by which two can differ
    { us: ['yes'], partner: ['partly'], gap: 2, flag: 'talk', kind: 'blind-spot' },
    { us: ['no'], partner: ['yes'], gap: -4, flag: 'priority', kind: 'hidden-strength' },
  ])('$us and $partner: $gap, $flag, $kind', ({ us, partner, gap, flag, kind }) => {
    const named = (values: readonly string[]) =>
      Object.fromEntries(values.map((value, index) => [`p01.plan/${index + 1}`, value]))
    const { gaps } = between(named(us), named(partner))
    expect(gaps).toHaveLength(1)
    expect(gaps[0]).toMatchObject({ principle: 'p01', clause: '5.1', gap, flag, kind })
    expect(gaps[0]!.statements.map(({ us: ours }) => ours)).toEqual(us)
  })

  test('only what both answered counts: not sure, does not apply and rubbish are no answers', () => {
    const ours = {
      'p01.plan/1': 'yes',
      'p01.plan/2': 'notSure',
      'p07.trust/1': 'notApplicable',
      'p09.sharing/1': 'yes',
    }
    const theirs = { 'p01.plan/1': 'no', 'p01.plan/2': 'yes', 'p07.trust/1': 'yes', 'p09.sharing/1': 'toString' }
    const { gaps } = between({ ...ours, 'none/1': 'yes' }, { ...theirs, 'none/1': 'yes' })
    expect(gaps.map(({ principle, statements }) => [principle, statements.length])).toEqual([['p01', 1]])
    expect(between({}, {}).gaps).toEqual([])
  })

  test('says of whom it cannot be hidden who they are', () => {
    const { notAnonymous } = principleGaps(ruleSet, {
      us: { at: '2026-11-24', answers: {} },
      partner: { at: '2026-11-24', answers: {}, respondents: 3 },
    })
    expect(notAnonymous).toEqual(['us'])
  })

  test('turned round, the gap is the same size with the other sign, and blind spots are hidden strengths', () => {
    const ids = ruleSet.indicators.map(({ id }) => id)
    const side = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('yes', 'partly', 'no', 'notSure'), {
      maxKeys: 40,
    })
    fc.assert(
      fc.property(side, side, (us, partner) => {
        const [there, back] = [between(us, partner).gaps, between(partner, us).gaps]
        expect(back.map(({ gap, flag, counts }) => [gap, flag, counts])).toEqual(
          there.map(({ gap, flag, counts }) => [gap === 0 ? 0 : -gap, flag, counts]),
        )
        for (const { us: ours, partner: theirs } of there) expect(Math.min(ours, theirs)).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})

describe('what may be put to a partner', () => {
  test('nothing that reads a private field', () => {
    const asked = statementsForPartner(ruleSet)
    expect(asked.length).toBeGreaterThan(100)
    const read = new Set(asked.flatMap(({ supportedBy }) => supportedBy.flatMap((facts) => [...facts])))
    expect([...read].filter((fact) => modelField(fact)?.visibility === 'private')).toEqual([])
    expect(asked.map(({ id }) => id)).not.toContain('p12.own/1')
  })

  test('of the starter, a statement or two for each principle but what reads something private', () => {
    const starter = statementsForPartner(ruleSet, 'starter')
    expect(new Set(starter.map(({ id }) => id.split('.')[0])).size).toBe(11)
    expect(starter).toHaveLength(14)
  })
})

test('what a record declares, by id and by citation, as one side’s answers', () => {
  const record = {
    answers: {
      '5.1.3.1/2': { value: 'partly' },
      'p07.trust/1': { value: 'yes' },
      'p01.plan/1': { value: 'notSure' },
    },
  } as const
  expect(declaredAnswers(ruleSet, record)).toEqual({ 'p01.plan/2': 'partly', 'p07.trust/1': 'yes' })
})

test('a gap asks for a joint action: an owner on each side, and a day to look again', () => {
  const source = gapSource('2026-11-26', 'p01')
  expect(jointActionFor(source, {})).toBeNull()
  const action = { owner: 'Ada Harbour', partnerOwner: 'Ben Rowe', recheckAt: '2027-05-24' }
  const record = withJointAction({ actions: [{ owner: 'Cleo' }] }, source, action)
  expect(jointActionFor(source, record)).toEqual(action)
  expect(jointActionFor(source, { actions: record.actions!.slice(0, 2) })).toBeNull()
  expect(jointActionFor(gapSource('2026-11-26', 'p02'), record)).toBeNull()
})
