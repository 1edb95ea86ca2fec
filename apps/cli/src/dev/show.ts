import { spawn } from 'node:child_process'
import { platform } from 'node:process'
import { watchPlaces } from '../commands/watch.ts'
import { exits } from '../exits.ts'
import { print, say, shownPath } from '../terminal.ts'
import { createHub } from './hub.ts'
import type { Inspection } from './inspection.ts'
import { inspectApart } from './inspect-apart.ts'
import { startServer } from './server.ts'
import { readWidgets } from './widgets.ts'

export interface Showing {
  readonly port: number
  readonly host: string
  readonly isOpened: boolean
}

/** Shows what is in a place in a page, again whenever a file of it is saved, until the user has had enough. */
export async function showWhileWritten(place: string, { port, host, isOpened }: Showing): Promise<number> {
  const widgets = readWidgets()
  const hub = createHub()
  const { address, close } = await startServer(hub, { place, widgets, port, host })
  await print(`${address} shows ${shownPath(place)}\n`)
  if (isOpened) openInBrowser(address)
  const look = async (signal: AbortSignal) => {
    const inspection = await inspectApart(place, { soon: hub.show, signal })
    if (signal.aborted) return exits.fine
    hub.show(inspection)
    say(lineOf(inspection))
    return exits.fine
  }
  try {
    return await watchPlaces([place], look)
  } finally {
    await close()
  }
}

function lineOf({ title, isUsable, faults, cases }: Inspection): string {
  const errors = faults.filter(({ severity }) => severity === 'error').length
  const warnings = faults.length - errors
  const told = [`${errors} ${errors === 1 ? 'fault' : 'faults'}`, `${warnings} ${warnings === 1 ? 'hint' : 'hints'}`]
  return `${title}: ${isUsable ? '' : 'cannot be used; '}${told.join(', ')}; ${cases.passed} of ${cases.of} cases passed`
}

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

/** The address is said as well, so where no browser can be opened nothing is lost. */
function openInBrowser(address: string): void {
  const [program, ...words] = openers[platform] ?? ['xdg-open']
  const child = spawn(program, [...words, address], { stdio: 'ignore', detached: true })
  child.on('error', () => say('no browser could be opened; open the address yourself'))
  child.unref()
}
