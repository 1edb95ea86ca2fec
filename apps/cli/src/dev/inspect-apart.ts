import { Worker } from 'node:worker_threads'
import { shownPath } from '../terminal.ts'
import { noCases, type Inspection } from './inspection.ts'

/** Longer than the largest rule set takes; code that never ends is ended then. */
const mostMilliseconds = 60_000

const thread = new URL(`./inspect-thread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url)

/** Looks at a place in a thread of its own. What goes wrong there is a fault like any other; nothing is thrown. */
export function inspectApart(
  place: string,
  { soon, signal }: { readonly soon: (first: Inspection) => void; readonly signal: AbortSignal },
): Promise<Inspection> {
  const worker = new Worker(thread, { workerData: { place } })
  return new Promise((resolve) => {
    const end = (inspection: Inspection) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      void worker.terminate()
      resolve(inspection)
    }
    const failed = (message: string) => end(failedLook(place, message))
    const stop = () => failed('it was ended')
    const timer = setTimeout(
      () => failed(`its code did not end within ${mostMilliseconds / 1000} seconds`),
      mostMilliseconds,
    )
    signal.addEventListener('abort', stop)
    worker.on('message', (inspection: Inspection) => (inspection.isPartial ? soon(inspection) : end(inspection)))
    worker.on('error', (error: unknown) =>
      failed(`its code failed: ${error instanceof Error ? error.message : String(error)}`),
    )
    worker.on('exit', () => failed('its code ended the program that looks at it'))
  })
}

function failedLook(place: string, message: string): Inspection {
  return {
    title: shownPath(place),
    isUsable: false,
    faults: [{ place: shownPath(place), path: '', severity: 'error', message }],
    cases: noCases,
    rules: [],
    module: undefined,
    text: undefined,
    isPartial: false,
  }
}
