import { describe, expect, test } from 'vitest'
import { fourLevels, indicator } from '../../test/small-rule-set.ts'
import { assessBy, assessLevels, figuresOf, levelsOf, pointsOf, worth, type Worth } from '../../test/worked-example.ts'

type Figures = [score: number | null, potential: number | null, level: number | null]

describe('a clause, by what its four levels are worth, confirmed by the partner', () => {
  test.each<[levels: Worth[], figures: Figures]>([
    // held from below, from 0.85
    [
      [0, 0, 0, 0],
      [0, 0, 0],
    ],
    [
      [50, 0, 0, 0],
      [0.5, 0.5, 0],
    ],
    [
      [84, 100, 100, 100],
      [0.84, 0.84, 0],
    ],
    [
      [85, 0, 0, 0],
      [1, 1, 1],
    ],
    [
      [100, 84, 100, 0],
      [1.84, 1.84, 1],
    ],
    [
      [85, 85, 85, 84],
      [3.84, 3.84, 3],
    ],
    [
      [85, 85, 85, 85],
      [4, 4, 4],
    ],
    [
      [0, 0, 100, 100],
      [0, 0, 0],
    ],
    // what does not apply is passed over, and is never the top level held
    [
      ['n/a', 100, 0, 0],
      [2, 2, 2],
    ],
    [
      ['n/a', 50, 100, 100],
      [0.5, 0.5, 0],
    ],
    [
      [100, 'n/a', 50, 100],
      [1.5, 1.5, 1],
    ],
    [
      [100, 'n/a', 100, 0],
      [3, 3, 3],
    ],
    [
      [100, 100, 100, 'n/a'],
      [3, 3, 3],
    ],
    [
      [100, 'n/a', 'n/a', 'n/a'],
      [1, 1, 1],
    ],
    [
      ['n/a', 'n/a', 'n/a', 100],
      [4, 4, 4],
    ],
    [
      ['n/a', 'n/a', 'n/a', 'n/a'],
      [null, null, null],
    ],
    // what is not known counts as nothing below, and as all above
    [
      ['-', '-', '-', '-'],
      [0, 4, 0],
    ],
    [
      [100, '-', 0, 0],
      [1, 2, 1],
    ],
    [
      [100, '-', 50, 0],
      [1, 2.5, 1],
    ],
    [
      ['-', 100, 100, 0],
      [0, 3, 0],
    ],
    [
      [0, '-', '-', '-'],
      [0, 0, 0],
    ],
  ])('%j: %j', (levels, figures) => {
    expect(figuresOf(assessLevels(levels))).toEqual(figures)
  })
})

describe('a clause that the partner has not confirmed', () => {
  test.each<[levels: Worth[], figures: Figures, heldBackBy: string[], points: object]>([
    [
      [100, 100, 100, 100],
      [2, 4, 2],
      ['one-sided'],
      { 'care/1': 1, 'care/2': 1, 'care/3': 1, 'care/4': 1, 'cap:one-sided': -2 },
    ],
    [[100, 100, 50, 0], [2, 2.5, 2], ['one-sided'], { 'care/1': 1, 'care/2': 1, 'care/3': 0.5, 'cap:one-sided': -0.5 }],
    [[100, 84, 100, 100], [1.84, 1.84, 1], ['indicator'], { 'care/1': 1, 'care/2': 0.84 }],
    [[100, 'n/a', 100, 100], [1, 4, 1], ['one-sided'], { 'care/1': 1, 'care/3': 2, 'care/4': 1, 'cap:one-sided': -3 }],
    [['n/a', 'n/a', 100, 100], [0, 4, 0], ['one-sided'], { 'care/3': 3, 'care/4': 1, 'cap:one-sided': -4 }],
    [[100, 100, 'n/a', 'n/a'], [2, 2, 2], [], { 'care/1': 1, 'care/2': 1 }],
    [[100, 100, 0, 0], [2, 2, 2], ['one-sided'], { 'care/1': 1, 'care/2': 1 }],
  ])('%j: %j', (...[levels, figures, heldBackBy, points]) => {
    const clause = assessLevels(levels, { isConfirmed: false })
    expect(figuresOf(clause)).toEqual(figures)
    expect(clause.heldBackBy.map(({ by }) => by)).toEqual(heldBackBy)
    expect(pointsOf(clause.contributions)).toEqual(points)
  })

  test('goes no further than the cap of the method, and as far as it likes without one', () => {
    const capped = (oneSidedCap: number) =>
      assessLevels([100, 100, 100, 100], {
        isConfirmed: false,
        method: { name: 'gated-v1', parameters: { oneSidedCap } },
      }).score
    expect([0, 1, 2, 3, 4].map(capped)).toEqual([4, 1, 2, 3, 4])
  })

  test.each([
    ['answers', 4],
    ['answers.care/3', 4],
    ['answers.care/1', 4],
    ['answers.other/1', 2],
    ['rmp', 2],
    ['', 2],
  ])('is confirmed by what stands at or above something that it reads: "%s" gives %d', (factPath, score) => {
    const record = {
      ...worth(levelsOf('care', [100, 100, 100, 100])),
      evidence: [{ factPath, providedBy: 'partner' as const }],
    }
    expect(assessBy(fourLevels, record).clauses[0]!.score).toBe(score)
  })
})

describe('several indicators of one level', () => {
  const shared = [indicator('care/1', { weight: 2 }), indicator('care/1-b', { weight: 0.5 }), indicator('care/2')].map(
    (entry) => ({ ...entry, clause: 'care' }),
  )
  test.each<[values: Record<string, Worth>, figures: Figures]>([
    [{ 'care/1': 100, 'care/1-b': 0, 'care/2': 0 }, [0.8, 0.8, 0]],
    [{ 'care/1': 100, 'care/1-b': 25, 'care/2': 0 }, [1, 1, 1]],
    [{ 'care/1': 0, 'care/1-b': 100, 'care/2': 0 }, [0.2, 0.2, 0]],
    [{ 'care/1': 100, 'care/1-b': 'n/a', 'care/2': 50 }, [1.5, 1.5, 1]],
    [{ 'care/1': 100, 'care/1-b': '-', 'care/2': 0 }, [0.8, 1, 0]],
  ])('count by their weights: %j gives %j', (values, figures) => {
    expect(figuresOf(assessBy(shared, worth(values)).clauses[0]!)).toEqual(figures)
  })
})

describe('a critical indicator short of met', () => {
  const critical = [indicator('care/1', { critical: true }), indicator('care/2')]
  test.each<[first: Worth, figures: Figures, points: object]>([
    [84, [0.84, 0.84, 0], { 'care/1': 0.84 }],
    [90, [0.9, 0.9, 0], { 'care/1': 0.9 }],
    [95, [0.9, 0.9, 0], { 'care/1': 0.95, 'cap:next-level': -0.05 }],
    [100, [2, 2, 2], { 'care/1': 1, 'care/2': 1 }],
    ['-', [0, 2, 0], {}],
  ])('at %s keeps its level from being held, at most 0.9: %j', (first, figures, points) => {
    const clause = assessBy(critical, worth({ 'care/1': first, 'care/2': 100 })).clauses[0]!
    expect(figuresOf(clause)).toEqual(figures)
    expect(pointsOf(clause.contributions)).toEqual(points)
  })
})

describe('a principle', () => {
  const clauses = ['bread', 'cake', 'tea']
  const indicators = clauses.flatMap((clause) => [1, 2, 3, 4].map((level) => indicator(`${clause}/${level}`)))
  const assess = (worths: Readonly<Record<string, Worth[]>>, weight = 1) =>
    assessBy(
      indicators,
      worth(Object.assign({}, ...Object.entries(worths).map(([clause, levels]) => levelsOf(clause, levels)))),
      {
        principles: { shop: ['bread', 'cake', { id: 'tea', title: 'Tea', weight }] },
      },
    ).principles[0]!
  const full: Worth[] = [100, 100, 100, 100]
  const none: Worth[] = [0, 0, 0, 0]
  const one: Worth[] = [100, 0, 0, 0]

  test('is the weighted mean of its clauses', () => {
    const { score, level, contributions } = assess({ bread: full, cake: full, tea: [100, 100, 50, 0] }, 2)
    expect([score, level]).toEqual([3.25, 3])
    expect(pointsOf(contributions)).toEqual({ bread: 1, cake: 1, tea: 1.25 })
  })

  test('rises at most 1.9 above the level of its lowest clause, and says so', () => {
    const { score, potential, level, contributions, heldBackBy } = assess({ bread: full, cake: full, tea: none })
    expect([score, potential, level]).toEqual([1.9, 1.9, 1])
    expect(pointsOf(contributions)).toEqual({ bread: 1.3333, cake: 1.3333, tea: 0, 'cap:lowest-clause': -0.7666 })
    expect(heldBackBy).toEqual([{ by: 'lowest-clause', id: 'tea', reason: 'Tea: at level 0, the lowest here.' }])
  })

  test('is capped by levels held in the score, and by those that may be held in the potential', () => {
    expect(figuresOf(assess({ bread: full, cake: full, tea: ['-', '-', '-', '-'] }))).toEqual([1.9, 4, 1])
    expect(figuresOf(assess({ bread: full, cake: full, tea: one }))).toEqual([2.9, 2.9, 2])
    expect(figuresOf(assess({ bread: one, cake: one, tea: none }))).toEqual([0.6667, 0.6667, 0])
  })

  test('leaves out clauses in which nothing applies', () => {
    const nothing: Worth[] = ['n/a', 'n/a', 'n/a', 'n/a']
    expect(figuresOf(assess({ bread: full, cake: full, tea: nothing }))).toEqual([4, 4, 4])
    expect(figuresOf(assess({ bread: nothing, cake: nothing, tea: nothing }))).toEqual([null, null, null])
  })
})

describe('the headline', () => {
  const indicators = ['bread', 'cake', 'tea'].flatMap((clause) =>
    [1, 2, 3, 4].map((level) => indicator(`${clause}/${level}`)),
  )
  const principles = { baking: ['bread'], icing: ['cake'], serving: ['tea'] }
  const assess = (...levels: Worth[][]) =>
    assessBy(
      indicators,
      worth(Object.assign({}, ...levels.map((worths, index) => levelsOf(['bread', 'cake', 'tea'][index]!, worths)))),
      { principles },
    ).headline
  const at = (level: number): Worth[] => [1, 2, 3, 4].map((each) => (each <= level ? 100 : 0))

  test.each<[levels: [number, number, number], score: number, level: number, heldBackBy: string[]]>([
    [[4, 4, 4], 4, 4, []],
    [[4, 4, 0], 2.6667, 1, ['serving']],
    [[4, 4, 1], 3, 2, ['serving']],
    [[4, 4, 2], 3.3333, 3, []],
    [[4, 0, 0], 1.3333, 1, []],
    [[0, 0, 4], 1.3333, 1, []],
    [[3, 3, 3], 3, 3, []],
    [[4, 1, 1], 2, 2, []],
  ])('of principles at %j is %d, at level %d: at most one above the weakest', (...[levels, score, level, held]) => {
    const headline = assess(...levels.map(at))
    expect([headline.score, headline.level]).toEqual([score, level])
    expect(headline.heldBackBy.map(({ id }) => id)).toEqual(held)
  })

  test('names the three weakest, the weaker first, the less promising before the more', () => {
    expect(assess(at(2), at(0), ['-', '-', '-', '-']).weakest).toEqual(['icing', 'serving', 'baking'])
  })

  test('names the weakest by what they ask: one that asks little and has it all is not among the weak ones', () => {
    const levels = { bread: [100, 100], cake: [100, 100, 100, 0], tea: [100, 0] } satisfies Record<string, Worth[]>
    const asked = Object.entries(levels).flatMap(([clause, worths]) =>
      worths.map((_worth, index) => indicator(`${clause}/${index + 1}`)),
    )
    const record = worth(Object.assign({}, ...Object.entries(levels).map((entry) => levelsOf(...entry))))
    const result = assessBy(asked, record, { principles })
    expect(result.principles.map(({ id, score }) => [id, score])).toEqual([
      ['baking', 2],
      ['icing', 3],
      ['serving', 1],
    ])
    expect(result.headline.weakest).toEqual(['serving', 'icing', 'baking'])
  })

  test('names a level from a coverage of one half', () => {
    const known = (count: number) =>
      assessBy(
        fourLevels,
        worth(
          levelsOf(
            'care',
            [1, 2, 3, 4].map((level): Worth => (level <= count ? 100 : '-')),
          ),
        ),
      ).headline
    expect([known(1).coverage, known(1).level, known(1).levelName]).toEqual([0.25, null, null])
    expect(known(1).heldBackBy).toEqual([
      { by: 'little-known', id: null, reason: 'Not enough is known yet to name a level.' },
    ])
    expect([known(2).coverage, known(2).level, known(2).levelName]).toEqual([0.5, 2, 'Written'])
  })

  test('leaves out principles in which nothing applies; without any there is no score', () => {
    const nothing: Worth[] = ['n/a', 'n/a', 'n/a', 'n/a']
    expect(assess(at(3), at(3), nothing).score).toBe(3)
    expect(assess(nothing, nothing, nothing)).toMatchObject({
      score: null,
      potential: null,
      level: null,
      coverage: null,
    })
  })
})
