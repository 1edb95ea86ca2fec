import { StoreError } from '../store-error.ts'
import type { Connection } from './sqlite.ts'

export interface Pool {
  use<T>(work: (connection: Connection) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens connections as they are needed, `size` at most. */
export function createPool(size: number, open: () => Connection): Pool {
  const idle: Connection[] = []
  const waiting: ((connection: Connection) => void)[] = []
  let opened = 0
  let closed = false
  const take = (): Connection | Promise<Connection> => {
    const free = idle.pop()
    if (free !== undefined) return free
    if (opened < size) {
      const connection = open()
      opened++
      return connection
    }
    return new Promise((resolve) => waiting.push(resolve))
  }
  const give = (connection: Connection) => {
    const next = waiting.shift()
    if (next !== undefined) next(connection)
    else idle.push(connection)
  }
  return {
    use: async (work) => {
      if (closed) throw new StoreError('closed', 'The store is closed.')
      const connection = await take()
      try {
        return await work(connection)
      } finally {
        give(connection)
      }
    },
    close: async () => {
      closed = true
      while (opened > 0) {
        const connection = await take()
        connection.db.close()
        opened--
      }
    },
  }
}
