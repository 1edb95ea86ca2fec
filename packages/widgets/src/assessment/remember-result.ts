import type { Result } from '@joinery/core'
import type { Snapshot } from '../session/answer-store.ts'
import { snapshotOf } from '../results/shown.ts'
import type { Session } from './view.ts'

/** Keeps the figures of a day's last result; what has not changed is not written again. */
export function rememberResult(session: Session, result: Result): void {
  const snapshot = snapshotOf(result)
  const { earlier } = session.state()
  const isKept = earlier.some((one) => JSON.stringify(one) === JSON.stringify(snapshot))
  if (!isKept && result.headline.coverage !== 0) session.setEarlier(withSnapshot(earlier, snapshot))
}

/** One snapshot a day and scope; the last ten days are enough to see where things go. */
function withSnapshot(earlier: readonly Snapshot[], snapshot: Snapshot): readonly Snapshot[] {
  const others = earlier.filter(({ asOf, scope }) => asOf !== snapshot.asOf || scope !== snapshot.scope)
  return [...others, snapshot].slice(-10)
}
