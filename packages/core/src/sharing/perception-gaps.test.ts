import { describe, expect, test } from 'vitest'
import type { Relationship } from '../schema/relationship.ts'
import { perceptionGaps } from './perception-gaps.ts'

type Pulse = NonNullable<Relationship['pulses']>[number]
type Ratings = readonly [reliability: number, openness: number, fairness: number, capability: number]

const pulse = (side: 'us' | 'partner', at: string, ratings: Ratings): Pulse => {
  const [reliability, openness, fairness, capability] = ratings
  return { side, at, reliability, openness, fairness, capability }
}
const between = (us: Ratings, partner: Ratings) =>
  perceptionGaps({ pulses: [pulse('us', '2026-11-02', us), pulse('partner', '2026-11-09', partner)] })!

describe('how far apart two sides see one thing', () => {
  test.each([
    { us: 4, partner: 4, gap: 0, counts: 4, flag: null, kind: null },
    { us: 4, partner: 3.1, gap: 0.9, counts: 3.1, flag: null, kind: null },
    { us: 4, partner: 3, gap: 1, counts: 3, flag: 'talk', kind: 'blind-spot' },
    { us: 3, partner: 4, gap: -1, counts: 3, flag: 'talk', kind: 'hidden-strength' },
    { us: 4.3, partner: 2.63, gap: 1.67, counts: 2.63, flag: 'priority', kind: 'blind-spot' },
    { us: 4.3, partner: 2.64, gap: 1.66, counts: 2.64, flag: 'talk', kind: 'blind-spot' },
    { us: 1, partner: 5, gap: -4, counts: 1, flag: 'priority', kind: 'hidden-strength' },
  ])('we say $us, they say $partner: $flag $kind', ({ us, partner, ...wanted }) => {
    const { gaps } = between([us, 3, 3, 3], [partner, 3, 3, 3])
    expect(gaps[0]).toEqual({ item: 'reliability', us, partner, ...wanted })
  })

  test('the mean of all four stands last, and small gaps add up in it', () => {
    const { gaps } = between([5, 5, 4, 4], [4, 4, 3, 3])
    expect(gaps.map(({ item }) => item)).toEqual(['reliability', 'openness', 'fairness', 'capability', 'mean'])
    expect(gaps.at(-1)).toMatchObject({ us: 4.5, partner: 3.5, gap: 1, flag: 'talk' })
  })

  test('what one side left out is left out', () => {
    const { fairness: _, ...without } = pulse('partner', '2026-11-09', [3, 3, 3, 3])
    const { gaps } = perceptionGaps({ pulses: [pulse('us', '2026-11-02', [3, 3, 3, 3]), without] })!
    expect(gaps.map(({ item }) => item)).toEqual(['reliability', 'openness', 'capability'])
  })
})

const same: Ratings = [3, 3, 3, 3]
describe('which pulses are compared', () => {
  test.each<[string, readonly Pulse[], { us: string; partner: string } | undefined]>([
    ['none there: none', [], undefined],
    ['only ours: none', [pulse('us', '2026-11-02', same)], undefined],
    [
      'thirty days apart: these',
      [pulse('us', '2026-11-01', same), pulse('partner', '2026-12-01', same)],
      { us: '2026-11-01', partner: '2026-12-01' },
    ],
    ['thirty-one days apart: none', [pulse('us', '2026-11-01', same), pulse('partner', '2026-12-02', same)], undefined],
    [
      'the newest of each side',
      [
        pulse('us', '2026-11-02', same),
        pulse('us', '2026-05-02', same),
        pulse('partner', '2026-05-03', same),
        pulse('partner', '2026-11-05', same),
      ],
      { us: '2026-11-02', partner: '2026-11-05' },
    ],
    ['a day that is none', [pulse('us', '2026-02-30', same), pulse('partner', '2026-03-01', same)], undefined],
  ])('%s', (_what, pulses, at) => {
    expect(perceptionGaps({ pulses: [...pulses] })?.at).toEqual(at)
  })
})

test.each([
  { us: 1, partner: 4, notAnonymous: ['us'] },
  { us: 3, partner: 3, notAnonymous: [] },
  { us: undefined, partner: 2, notAnonymous: ['us', 'partner'] },
])('below three respondents nobody is anonymous: $us and $partner', ({ us, partner, notAnonymous }) => {
  const pulses: Pulse[] = [
    { ...pulse('us', '2026-11-02', same), ...(us === undefined ? {} : { respondents: us }) },
    { ...pulse('partner', '2026-11-02', same), respondents: partner },
  ]
  expect(perceptionGaps({ pulses })?.notAnonymous).toEqual(notAnonymous)
})
