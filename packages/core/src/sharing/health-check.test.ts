import { describe, expect, test } from 'vitest'
import type { Relationship } from '../schema/relationship.ts'
import { gapSource, withJointAction } from './gap.ts'
import { withHealthCheck } from './health-check.ts'

type Pulses = NonNullable<Relationship['pulses']>
const even = { reliability: 4, openness: 4, fairness: 4, capability: 4 }
const both = (at: string, theirs: Partial<Pulses[number]> = {}): Pulses => [
  { side: 'us', at, ...even },
  { side: 'partner', at, ...even, ...theirs },
]
const agreed = (record: Relationship, at: string, item: string, recheckAt: string) =>
  withJointAction(record, gapSource(at, item), { owner: 'Ada', partnerOwner: 'Ben', recheckAt })

describe('a pulse of both sides is a health check', () => {
  test('with the gaps that it found', () => {
    const { checks } = withHealthCheck({ pulses: both('2026-05-04', { openness: 2, fairness: 3 }) })
    expect(checks).toEqual([{ at: '2026-05-04', sidesResponded: 2, gapsFlagged: 2, gapsWithAction: 0 }])
  })

  test('brought up to date when both agree what to do, with the day on which they talked', () => {
    const record = withHealthCheck({ pulses: both('2026-05-04', { openness: 2 }) })
    const after = withHealthCheck(agreed(record, '2026-05-04', 'openness', '2026-11-04'), '2026-05-06')
    expect(after.checks).toMatchObject([
      { at: '2026-05-04', discussedAt: '2026-05-06', gapsFlagged: 1, gapsWithAction: 1 },
    ])
    expect(withHealthCheck(after, '2026-05-09').checks).toMatchObject([{ discussedAt: '2026-05-06' }])
  })

  test.each([
    ['closed by the day that was agreed', '2026-11-04', {}, 1],
    ['closed after it', '2026-10-01', {}, 0],
    ['still open', '2026-11-04', { openness: 2 }, 0],
  ])('the next one tells of the gaps before: %s', (_how, recheckAt, theirs, share) => {
    const before = withHealthCheck({ pulses: both('2026-05-04', { openness: 2 }) })
    const record = agreed(before, '2026-05-04', 'openness', recheckAt)
    const after = withHealthCheck({ ...record, pulses: [...record.pulses!, ...both('2026-11-02', theirs)] })
    expect(after.checks).toHaveLength(2)
    expect(after.checks![1]).toMatchObject({ at: '2026-11-02', gapsClosedInTime: share })
  })

  test('keeps what the firm wrote down of others', () => {
    const checks = [{ at: '2025-05-04', sidesResponded: 2, gapsFlagged: 5 }]
    expect(withHealthCheck({ checks, pulses: both('2026-05-04') }).checks).toMatchObject([
      checks[0],
      { gapsFlagged: 0 },
    ])
  })

  test.each<[string, Relationship]>([
    ['nobody answered', {}],
    ['one side answered', { pulses: both('2026-05-04').slice(0, 1) }],
  ])('and none where %s', (_where, record) => {
    expect(withHealthCheck(record)).toBe(record)
  })
})
