import { stderr } from 'node:process'

/** A line on the terminal that shows how far a long run is. */
export interface Progress {
  /** Some bytes were read, and this many relationships in them scored. */
  readonly advance: (bytes: number, relationships: number) => void
  readonly clear: () => void
}

export interface ProgressOptions {
  /** All bytes; undefined where nobody knows. */
  readonly total: number | undefined
  readonly isQuiet: boolean
  readonly screen?: { readonly isTTY?: boolean; readonly write: (text: string) => unknown }
  /** Milliseconds from any beginning. */
  readonly clock?: () => number
}

/** Below this many bytes there is nothing to wait for. */
const longInput = 1 << 20

/** Shows relationships, how many a second, the share of the bytes and the time left; nothing where nobody looks. */
export function createProgress({ total, isQuiet, screen = stderr, clock = Date.now }: ProgressOptions): Progress {
  const nothing = () => {}
  if (isQuiet || screen.isTTY !== true || (total ?? Infinity) < longInput) return { advance: nothing, clear: nothing }
  const startedAt = clock()
  let [bytes, scored, drawnAt] = [0, 0, startedAt]
  return {
    advance: (moreBytes, more) => {
      bytes += moreBytes
      scored += more
      if (clock() - drawnAt < 100) return
      drawnAt = clock()
      const seconds = (drawnAt - startedAt) / 1_000
      screen.write(`\r${lineOf({ scored, seconds, share: total === undefined ? undefined : bytes / total })}\u001B[K`)
    },
    clear: () => void screen.write('\r\u001B[2K'),
  }
}

interface State {
  readonly scored: number
  readonly seconds: number
  readonly share: number | undefined
}

function lineOf({ scored, seconds, share }: State): string {
  const count = `${scored.toLocaleString('en')} scored, ${Math.round(scored / seconds).toLocaleString('en')} a second`
  if (share === undefined || share === 0) return count
  const done = Math.min(share, 1)
  return `${barOf(done)} ${count}, ${durationOf((seconds / done) * (1 - done))} left`
}

function barOf(share: number): string {
  const full = Math.round(share * 30)
  return `[${'='.repeat(full)}${' '.repeat(30 - full)}] ${Math.floor(share * 100)} %`
}

function durationOf(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  return whole < 3_600 ? `${Math.ceil(whole / 60)} min` : `${(whole / 3_600).toFixed(1)} h`
}
