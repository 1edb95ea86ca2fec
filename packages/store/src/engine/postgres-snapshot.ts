/**
 * What a transaction sees, as PostgreSQL writes it: `xmin:xmax:xid,xid`. Of two snapshots of one server that takes writes, one
 * always sees all that the other one does.
 */
export interface Snapshot {
  readonly text: string
  /** Whatever is older has ended. */
  readonly oldest: number
  /** From this on nothing is seen. */
  readonly end: number
  /** Older than the end and not seen either. */
  readonly atWork: readonly number[]
}

export function parseSnapshot(text: string): Snapshot {
  const [oldest = '', end = '', atWork = ''] = text.split(':')
  return { text, oldest: Number(oldest), end: Number(end), atWork: atWork === '' ? [] : atWork.split(',').map(Number) }
}

export function sees({ end, atWork }: Snapshot, transaction: number): boolean {
  return transaction < end && !atWork.includes(transaction)
}

/** Whether everything is seen that the other one sees. In doubt it says that it is not. */
export function seesAllOf(later: Snapshot, earlier: Snapshot): boolean {
  if (later.atWork.some((transaction) => sees(earlier, transaction))) return false
  const between = earlier.end - later.end
  return between <= 0 || between === earlier.atWork.filter((transaction) => transaction >= later.end).length
}
