import type { Log } from '../log/create-log.ts'

export interface Repetition {
  /** Waits for what is being done, and does nothing more. */
  readonly stop: () => Promise<void>
}

export interface Chore {
  readonly name: string
  readonly everyMs: number
  /** `isOver` turns true when the service stops: leave the rest for the next time then. */
  readonly run: (isOver: () => boolean) => Promise<void>
}

/** Does a chore again and again, never twice at once. One that fails is logged, and tried again the next time. */
export function repeat({ name, everyMs, run }: Chore, log: Log): Repetition {
  let isOver = false
  let running: Promise<void> = Promise.resolve()
  let timer = setTimeout(begin, firstWait(everyMs)).unref()
  function begin(): void {
    running = run(() => isOver)
      .catch((error: unknown) => log.failure('error', `${name} failed; it is tried again later`, error))
      .finally(() => {
        if (!isOver) timer = setTimeout(begin, everyMs).unref()
      })
  }
  return {
    stop: () => {
      isOver = true
      clearTimeout(timer)
      return running
    },
  }
}

/** Processes that started together do not all do it at once. */
function firstWait(everyMs: number): number {
  return everyMs * (0.5 + Math.random() / 2)
}
