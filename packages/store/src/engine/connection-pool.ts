import { StoreError } from '../store-error.ts'
import type { Reader } from './snapshots.ts'

export interface Pool {
  use<T>(work: (reader: Reader) => Promise<T>): Promise<T>
  /** Those that nobody uses just now. */
  idle(): readonly Reader[]
  close(): Promise<void>
}

/** Opens connections as they are needed, `size` at most. */
export function createPool(size: number, open: () => Reader): Pool {
  const idle: Reader[] = []
  const waiting: ((reader: Reader) => void)[] = []
  let opened = 0
  let closed = false
  const take = (): Reader | Promise<Reader> => {
    const free = idle.pop()
    if (free !== undefined) return free
    if (opened === size) return new Promise((resolve) => waiting.push(resolve))
    const reader = open()
    opened++
    return reader
  }
  const give = (reader: Reader) => {
    const next = waiting.shift()
    if (next !== undefined) next(reader)
    else idle.push(reader)
  }
  return {
    use: async (work) => {
      if (closed) throw new StoreError('closed', 'The store is closed.')
      const reader = await take()
      try {
        return await work(reader)
      } finally {
        give(reader)
      }
    },
    idle: () => idle,
    close: async () => {
      closed = true
      while (opened > 0) {
        const { db } = await take()
        db.close()
        opened--
      }
    },
  }
}
