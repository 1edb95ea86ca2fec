import { fourDecimals } from '../exact.ts'
import type { Relationship } from '../schema/relationship.ts'
import { gapSource, jointActionFor } from './gap.ts'
import { perceptionGaps, type PerceptionGap, type PerceptionGaps } from './perception-gaps.ts'

/**
 * The record with the health check that its newest pulse of both sides is (5.11.3.2): how many gaps it found, how many of them
 * both act on, and of those of the pulse before how many were closed by the day that was agreed. An entry for that day is
 * brought up to date. Where no pulse of both sides is there, the record stays as it is. Pure.
 */
export function withHealthCheck(record: Relationship, discussedAt?: string): Relationship {
  const outcome = perceptionGaps(record)
  if (outcome === undefined) return record
  const at = outcome.at.us > outcome.at.partner ? outcome.at.us : outcome.at.partner
  const { checks = [] } = record
  const known = checks.find((check) => check.at === at && check.sidesResponded === 2)
  const flagged = flaggedOf(outcome)
  const gapsWithAction = flagged.filter((gap) => actionFor(gap, outcome, record) !== null).length
  const check = {
    ...known,
    at,
    sidesResponded: 2,
    ...(discussedAt === undefined ? {} : { discussedAt: known?.discussedAt ?? discussedAt }),
    gapsFlagged: flagged.length,
    gapsWithAction,
    ...closedInTime(record, outcome, at),
  }
  const others = checks.filter((other) => other !== known)
  return { ...record, checks: [...others, check] }
}

function flaggedOf({ gaps }: PerceptionGaps): PerceptionGap[] {
  return gaps.filter(({ item, flag }) => item !== 'mean' && flag !== null)
}

function actionFor({ item }: PerceptionGap, { at }: PerceptionGaps, record: Relationship) {
  return jointActionFor(gapSource(at.partner, item), record)
}

/** Of the gaps of the pulse before, the share that is none any more on a day not after the one that both agreed. */
function closedInTime(
  record: Relationship,
  outcome: PerceptionGaps,
  at: string,
): { readonly gapsClosedInTime?: number } {
  const first = outcome.at.us < outcome.at.partner ? outcome.at.us : outcome.at.partner
  const earlier = perceptionGaps({ pulses: (record.pulses ?? []).filter((pulse) => (pulse.at ?? '') < first) })
  const before = earlier === undefined ? [] : flaggedOf(earlier)
  if (earlier === undefined || before.length === 0) return {}
  const open = new Set(flaggedOf(outcome).map(({ item }) => item))
  const closed = before.filter((gap) => {
    const recheckAt = actionFor(gap, earlier, record)?.recheckAt ?? ''
    return !open.has(gap.item) && at <= recheckAt
  })
  return { gapsClosedInTime: fourDecimals(closed.length / before.length) }
}
