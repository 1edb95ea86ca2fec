import type { MessagePort } from 'node:worker_threads'
import { StoreError } from '../store-error.ts'
import type { Written } from './changes.ts'
import type { Wall } from './engine.ts'

/** A statement that another thread wrote with, as far as it matters to what is remembered here. */
export interface WrittenThere {
  readonly wall: Wall
  readonly written: Written
}

/**
 * Two connections to one SQLite file, in two threads of one process. The one that owns the file lends its turn to write to the
 * other: nobody ever waits for a lock of the database, which would hold up a whole thread.
 */
type FromGuest =
  | { readonly kind: 'want' }
  /** Committed, or rolled back. */
  | { readonly kind: 'done'; readonly written: readonly WrittenThere[] }
type FromOwner = 'begin' | 'taken'

interface Owner {
  /** Calls back when nobody else writes, and lets nobody write until that has settled. */
  readonly lend: (use: () => Promise<void>) => void
  /** What was written in a turn that is over; undefined where nobody can tell any more. */
  readonly committed: (written: readonly WrittenThere[] | undefined) => void
}

/** Lends turns to whoever has the other end of the port, until that is closed. */
export function lendTurns(port: MessagePort, { lend, committed }: Owner): void {
  let end: ((written: readonly WrittenThere[] | undefined) => void) | undefined
  let isClosed = false
  const say = (word: FromOwner) => port.postMessage(word)
  const turn = async (): Promise<void> => {
    if (isClosed) return
    const ended = new Promise<readonly WrittenThere[] | undefined>((resolve) => (end = resolve))
    say('begin')
    committed(await ended)
    end = undefined
    say('taken')
  }
  port.on('message', (told: FromGuest) => {
    if (told.kind === 'want') lend(turn)
    else end?.(told.written)
  })
  // its thread has ended, perhaps in the middle of a turn
  port.on('close', () => {
    isClosed = true
    end?.(undefined)
  })
  // it does not keep the process alive
  port.unref()
}

export interface Turns {
  /** Settles when the owner knows what was written. */
  readonly use: (write: () => Promise<readonly WrittenThere[]>) => Promise<void>
  readonly close: () => void
}

/** The guest's end: one turn at a time. */
export function borrowTurns(port: MessagePort): Turns {
  let heard: ((word: FromOwner) => void) | undefined
  let failed: ((error: StoreError) => void) | undefined
  let isClosed = false
  const tell = (word: FromGuest): Promise<FromOwner> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(closed())
      heard = resolve
      failed = reject
      port.postMessage(word)
    })
  port.on('message', (word: FromOwner) => heard?.(word))
  port.on('close', () => {
    isClosed = true
    failed?.(closed())
  })
  return {
    use: async (write) => {
      await tell({ kind: 'want' })
      const written = await write()
      await tell({ kind: 'done', written })
    },
    close: () => port.close(),
  }
}

function closed(): StoreError {
  return new StoreError('closed', 'The store that owns the file is closed.')
}
