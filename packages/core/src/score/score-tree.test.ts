import { describe, expect, test } from 'vitest'
import { isoRuleSet } from '../../test/iso-rule-set.ts'
import { daysAgo, daysAhead, indicator, ruleSetOf, today } from '../../test/small-rule-set.ts'
import { assessBy, figuresOf, hundredths, levelsOf, worth, type Worth } from '../../test/worked-example.ts'
import { createAssessor } from '../assessor.ts'
import type { Relationship } from '../schema/relationship.ts'

const iso = createAssessor(isoRuleSet())
const assess = (record: Relationship, scope?: string) =>
  iso.assess(record, { asOf: today, ...(scope === undefined ? {} : { scope }) })
const idsOf = (keep: (id: string) => boolean) => iso.ruleSet.indicators.map(({ id }) => id).filter(keep)
const all = (ids: readonly string[], value: string) => Object.fromEntries(ids.map((id) => [id, { value }]))
const confirmed = [
  { factPath: 'exit', confirmedByPartnerAt: today },
  { factPath: 'exitJoint', confirmedByPartnerAt: today },
]

describe('5.12.3.3, leaving well, counts only where the end is near', () => {
  const ends = {
    'not stated': undefined,
    yesterday: daysAgo(1),
    today,
    'in 183 days': daysAhead(183),
    'in 184 days': daysAhead(184),
  }
  const table: Readonly<Record<string, string[]>> = {
    //             not stated, yesterday, today, in 183, in 184 days
    'winding-down': ['yes', 'yes', 'yes', 'yes', 'yes'],
    ended: ['yes', 'yes', 'yes', 'yes', 'yes'],
    running: ['no', 'no', 'yes', 'yes', 'no'],
    considering: ['no', 'no', 'yes', 'yes', 'no'],
    'not stated': ['unknown', 'unknown', 'yes', 'yes', 'unknown'],
  }
  const rows = Object.entries(table).flatMap(([stage, words]) =>
    Object.entries(ends).map(([when, endsAt], index) => ({ stage, when, endsAt, applies: words[index] })),
  )

  test.each(rows)('stage $stage, end $when: $applies', ({ stage, endsAt, applies }) => {
    const rel = { ...(stage === 'not stated' ? {} : { stage }), ...(endsAt === undefined ? {} : { endsAt }) }
    const clause = assess({ rel } as Relationship).clauses.at(-1)!
    expect(clause).toMatchObject({ clause: '5.12.3.3', applies })
    expect(clause.score === null).toBe(applies === 'no')
    expect(clause.outcomes.every(({ outcome }) => outcome === 'notDue')).toBe(applies === 'no')
  })

  /** The other clauses of the principle are done, this one is not. */
  const answers = {
    ...all(
      idsOf((id) => /^p12\.(own|joint)/.test(id)),
      'yes',
    ),
    ...all(
      idsOf((id) => id.startsWith('p12.closing')),
      'no',
    ),
  }
  const exit = (rel: Relationship['rel']) =>
    figuresOf(assess({ rel, answers, evidence: confirmed }).principles.find(({ clause }) => clause === '5.12')!)

  test('left out, it holds nothing back; counted, it does; where nobody knows, the score takes the lower and the potential the higher', () => {
    expect(exit({ stage: 'running' })).toEqual([4, 4, 4])
    expect(exit({ stage: 'ended' })).toEqual([1.9, 1.9, 1])
    expect(exit({})).toEqual([1.9, 4, 1])
  })

  test('the same where this clause is the only one done', () => {
    const done = {
      ...all(Object.keys(answers), 'no'),
      ...all(
        idsOf((id) => id.startsWith('p12.closing')),
        'yes',
      ),
    }
    const [score, potential] = figuresOf(
      assess({ answers: done, evidence: [{ factPath: 'closing', confirmedByPartnerAt: today }] }).principles.at(-1)!,
    )
    expect([score, potential]).toEqual([0, 1.3333])
  })

  test('left out, it asks nothing: its answers do not count as known', () => {
    const coverage = (rel: Relationship['rel']) => assess({ rel, answers }).clauses.at(-1)!.coverage
    expect([coverage({ stage: 'running' }), coverage({ stage: 'ended' })]).toEqual([null, 1])
  })
})

describe('a scope', () => {
  const starter = iso.ruleSet.document.scopes!.find(({ id }) => id === 'starter')!.indicators!

  test('says what share of it is reached, not a level: all that the start asks, done by one side alone, is all of it', () => {
    const { headline, clauses, provenance } = assess({ answers: all(starter, 'yes') }, 'starter')
    expect(headline.reached).toEqual({ share: 1, potential: 1 })
    expect([headline.level, headline.percentToTarget, headline.coverage]).toEqual([null, null, 1])
    expect(provenance.scope).toBe('starter')
    expect(clauses.flatMap(({ outcomes }) => outcomes.map((outcome) => outcome.indicator))).toEqual(starter)
  })

  test.each<[share: number, answer: string]>([
    [0, 'no'],
    // eight principles at a half of level 1, four at a half of level 1 of the two levels asked
    [0.4167, 'partly'],
  ])('reaches %d of the start where every answer is %s', (share, answer) => {
    expect(assess({ answers: all(starter, answer) }, 'starter').headline.reached!.share).toBe(share)
    expect(assess({}, 'starter').headline.reached).toEqual({ share: 0, potential: 1 })
  })

  test('counts each clause up to its highest level in it', () => {
    const { clauses } = assess({}, 'starter')
    expect(new Set(clauses.map(({ top }) => top))).toEqual(new Set([1, 2]))
    expect(assess({}).clauses.every(({ top }) => top === 4)).toBe(true)
  })

  test('of everything is the full assessment', () => {
    const record: Relationship = { rmp: { owner: 'Ann' }, answers: all(starter, 'partly') }
    expect(assess(record, 'full')).toEqual(assess(record))
    expect(assess(record).headline.reached).toBeNull()
  })
})

describe('the way to the target', () => {
  const principles = { near: ['care'], far: ['trust'] }
  const indicators = ['care', 'trust'].flatMap((clause) => [1, 2, 3, 4].map((level) => indicator(`${clause}/${level}`)))
  const levels: Record<string, Worth> = {
    ...levelsOf('care', [100, 100, 100, 100]),
    ...levelsOf('trust', [100, 50, 0, 0]),
  }
  const percent = (record: Relationship) => {
    const { target, percentToTarget } = assessBy(indicators, { ...worth(levels), ...record }, { principles }).headline
    return [target, percentToTarget]
  }

  test.each<[record: Relationship, expected: (number | null)[]]>([
    [{ segment: { targetLevel: 3 } }, [3, 0.75]],
    [{ segment: { kind: 'key' } }, [3, 0.75]],
    [{ segment: { kind: 'important' }, org: { sizeBand: 'micro' } }, [2, 0.875]],
    [{ segment: { kind: 'simple' } }, [1, 1]],
    [{ segment: { kind: 'important' } }, [null, null]],
    [{}, [null, null]],
  ])('%j: target and share of the way are %j', (record, expected) => {
    expect(percent(record)).toEqual(expected)
  })
})

test('figures alone are those of the whole result, and verdicts its outcomes', () => {
  const assessor = createAssessor(
    ruleSetOf(
      [1, 2, 3, 4].map((level) => indicator(`care/${level}`)),
      { answers: hundredths },
    ),
  )
  const record = worth(levelsOf('care', [100, 'n/a', 50, '-']))
  const result = assessor.assess(record, { asOf: today })
  const scored = assessor.score(record, { asOf: today })
  expect(result.headline).toMatchObject(scored.headline)
  expect(result.clauses).toMatchObject(scored.clauses as object[])
  expect(result.principles).toMatchObject(scored.principles as object[])
  expect(scored.explain()).toEqual(result)
  expect(assessor.verdicts(record, { asOf: today })).toEqual(result.clauses[0]!.outcomes.map(({ outcome }) => outcome))
})
