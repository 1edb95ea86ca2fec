import { watch } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { exits } from '../exits.ts'
import { say, shownPath } from '../terminal.ts'

/** Editors write a file in several steps; what follows within this time belongs together. */
const quietMilliseconds = 150

/** Does something now, and again whenever a file in one of the places changes, until the user has had enough. */
export async function watchPlaces(places: readonly string[], work: () => Promise<number>): Promise<number> {
  let changed = Promise.withResolvers<string>()
  const stopped = new AbortController()
  process.once('SIGINT', () => stopped.abort())
  process.once('SIGTERM', () => stopped.abort())
  const watchers = places.map((place) =>
    watch(place, { recursive: true, signal: stopped.signal }, (_event, file) => changed.resolve(file ?? place)),
  )
  stopped.signal.addEventListener('abort', () => changed.resolve(''))
  try {
    while (!stopped.signal.aborted) {
      await work()
      say(`watching ${places.map(shownPath).join(', ')}; end with Ctrl+C`)
      const file = await changed.promise
      if (stopped.signal.aborted) break
      await wait(quietMilliseconds)
      changed = Promise.withResolvers()
      say(`${file} changed`)
    }
  } finally {
    for (const watcher of watchers) watcher.close()
  }
  return exits.fine
}
