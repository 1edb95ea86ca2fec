import { stderr } from 'node:process'

/** A bar on the terminal that shows how far a long run is. */
export interface Progress {
  readonly onBytes: (count: number) => void
  readonly onResult: () => void
  readonly clear: () => void
}

/** Below this many bytes there is nothing to wait for. */
const longInput = 1 << 20

export function createProgress(total: number, isQuiet: boolean): Progress {
  const nothing = () => {}
  if (isQuiet || !stderr.isTTY || total < longInput) return { onBytes: nothing, onResult: nothing, clear: nothing }
  let [bytes, results, drawnAt] = [0, 0, 0]
  const draw = () => {
    if (Date.now() - drawnAt < 100) return
    drawnAt = Date.now()
    stderr.write(`\r${barOf(bytes / total)} ${results.toLocaleString('en')} scored`)
  }
  return {
    onBytes: (count) => {
      bytes += count
      draw()
    },
    onResult: () => {
      results++
      draw()
    },
    clear: () => stderr.write('\r\u001B[2K'),
  }
}

function barOf(share: number): string {
  const full = Math.round(Math.min(share, 1) * 30)
  return `[${'='.repeat(full)}${' '.repeat(30 - full)}] ${Math.floor(Math.min(share, 1) * 100)} %`
}
