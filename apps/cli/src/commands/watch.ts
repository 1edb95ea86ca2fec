import { statSync, watch, type FSWatcher } from 'node:fs'
import { basename, dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { loadRuleSet, type LoadedRuleSet } from '@joinery/kit'
import { exits } from '../exits.ts'
import { search } from '../input/search.ts'
import { say, shownPath } from '../terminal.ts'

/** Editors write a file in several steps; what follows within this time belongs together. */
const quietMilliseconds = 150

/**
 * Does something now, and again whenever a file in one of the places changes, or in a rule set that they extend, until the user
 * has had enough.
 */
export async function watchPlaces(
  places: readonly string[],
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  let changed = Promise.withResolvers<string>()
  const stopped = new AbortController()
  process.once('SIGINT', () => stopped.abort())
  process.once('SIGTERM', () => stopped.abort())
  const watchers = new Map<string, FSWatcher>()
  const watchAll = (all: readonly string[]) => {
    for (const place of all)
      if (!watchers.has(place))
        watchers.set(
          place,
          watched(place, (file) => changed.resolve(file)),
        )
  }
  watchAll(places)
  stopped.signal.addEventListener('abort', () => changed.resolve(''))
  try {
    while (!stopped.signal.aborted) {
      await work(stopped.signal)
      if (stopped.signal.aborted) break
      // what is extended may have changed too
      watchAll(places.flatMap(basesOf))
      say(`watching ${[...watchers.keys()].map(shownPath).join(', ')}; end with Ctrl+C`)
      const file = await changed.promise
      if (stopped.signal.aborted) break
      await wait(quietMilliseconds)
      changed = Promise.withResolvers()
      say(`${file} changed`)
    }
  } finally {
    for (const watcher of watchers.values()) watcher.close()
  }
  return exits.fine
}

/** Where the rule sets are that one extends, as far as they are found. */
function basesOf(place: string): string[] {
  const placesIn = ({ base }: LoadedRuleSet): string[] => (base === undefined ? [] : [base.place, ...placesIn(base)])
  return placesIn(loadRuleSet(place, search()))
}

/** Tells of changes below a folder, or of one file: an editor may put another in its place, so its folder is watched. */
function watched(place: string, tell: (file: string) => void): FSWatcher {
  const isFile = statSync(place).isFile()
  const watcher = watch(isFile ? dirname(place) : place, { recursive: !isFile }, (_event, file) => {
    const name = file ?? basename(place)
    const isOther = isFile ? name !== basename(place) : /(?:^|[/\\])(?:node_modules|\.git)(?:[/\\]|$)/.test(name)
    if (!isOther) tell(name)
  })
  // a folder that is gone tells of nothing any more; what is still there is looked at with the next change elsewhere
  return watcher.on('error', () => watcher.close())
}
