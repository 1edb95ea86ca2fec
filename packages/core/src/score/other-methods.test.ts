import { describe, expect, test } from 'vitest'
import { indicator } from '../../test/small-rule-set.ts'
import { assessBy, assessLevels, figuresOf, levelsOf, pointsOf, worth, type Worth } from '../../test/worked-example.ts'

const weightedMean = { method: { name: 'weighted-mean-v1' } }
const weakestLink = { method: { name: 'weakest-link-v1' } }
const indicators = ['bread', 'cake'].flatMap((clause) => [1, 2, 3, 4].map((level) => indicator(`${clause}/${level}`)))

describe('weighted-mean-v1', () => {
  test.each<[levels: Worth[], figures: (number | null)[]]>([
    [
      [0, 0, 100, 100],
      [2, 2, 2],
    ],
    [
      [100, 0, 0, 0],
      [1, 1, 1],
    ],
    [
      [50, 50, 50, 50],
      [2, 2, 2],
    ],
    [
      [99, 0, 0, 0],
      [0.99, 0.99, 0],
    ],
    [
      ['-', '-', 100, 0],
      [1, 3, 1],
    ],
    [
      ['n/a', 'n/a', 'n/a', 100],
      [4, 4, 4],
    ],
    [
      ['n/a', 'n/a', 'n/a', 'n/a'],
      [null, null, null],
    ],
  ])('has no gates: %j gives %j', (levels, figures) => {
    expect(figuresOf(assessLevels(levels, weightedMean))).toEqual(figures)
  })

  test('has no caps: one side alone gets as far, and a weak clause holds nothing back', () => {
    expect(assessLevels([100, 100, 100, 100], { ...weightedMean, isConfirmed: false }).score).toBe(4)
    const record = worth({ ...levelsOf('bread', [100, 100, 100, 100]), ...levelsOf('cake', [0, 0, 0, 0]) })
    const { principles, headline } = assessBy(indicators, record, weightedMean)
    expect(figuresOf(principles[0]!)).toEqual([2, 2, 2])
    expect(pointsOf(principles[0]!.contributions)).toEqual({ bread: 2, cake: 0 })
    expect(headline.score).toBe(2)
  })

  test('counts indicators by their weights, and needs no levels', () => {
    const { level: _level, ...heavy } = indicator('bread/1', { weight: 2 })
    const { level: _other, ...light } = indicator('bread/2', { weight: 0.5 })
    const { clauses } = assessBy([heavy, light], worth({ 'bread/1': 100, 'bread/2': 50 }), weightedMean)
    expect(clauses[0]!.score).toBe(3.6)
    expect(pointsOf(clauses[0]!.contributions)).toEqual({ 'bread/1': 3.2, 'bread/2': 0.4 })
  })
})

describe('weakest-link-v1', () => {
  const record = worth({ ...levelsOf('bread', [100, 100, 100, 100]), ...levelsOf('cake', [100, 50, 100, '-']) })

  test('has gates in each clause, and is as strong as the weakest clause', () => {
    const { clauses, principles } = assessBy(indicators, record, weakestLink)
    expect(clauses.map((clause) => figuresOf(clause))).toEqual([
      [4, 4, 4],
      [1.5, 1.5, 1],
    ])
    expect(figuresOf(principles[0]!)).toEqual([1.5, 1.5, 1])
    expect(pointsOf(principles[0]!.contributions)).toEqual({ cake: 1.5 })
  })

  test('is as strong as the weakest principle', () => {
    const { headline } = assessBy(indicators, record, {
      ...weakestLink,
      principles: { oven: ['bread'], table: ['cake'] },
    })
    expect([headline.score, headline.potential, headline.level]).toEqual([1.5, 1.5, 1])
    expect(pointsOf(headline.contributions)).toEqual({ table: 1.5 })
  })

  test('caps what one side says alone', () => {
    expect(assessLevels([100, 100, 100, 100], { ...weakestLink, isConfirmed: false }).score).toBe(2)
  })
})
