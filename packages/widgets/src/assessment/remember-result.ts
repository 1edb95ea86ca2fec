import type { Result } from '@joinery/core'
import { snapshotOf } from '../results/shown.ts'
import type { Session } from '../session/session.ts'

/** Keeps the figures of a day's last result; what has not changed is not written again. */
export function rememberResult(session: Session, result: Result): void {
  const snapshot = snapshotOf(result)
  const isKept = session.state().earlier.some((earlier) => JSON.stringify(earlier) === JSON.stringify(snapshot))
  if (!isKept && result.headline.coverage !== 0) session.remember(snapshot)
}
