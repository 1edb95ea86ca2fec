import type { ServerResponse } from 'node:http'
import type { Inspection } from './inspection.ts'

/** What the page knows: the newest look, the newest rule set that could be used, and who is listening. */
export interface Hub {
  readonly show: (inspection: Inspection) => void
  /** The rule set of a version; an older one is not there any more. */
  readonly textOf: (version: string) => string | undefined
  readonly listen: (response: ServerResponse) => void
  readonly close: () => void
}

export function createHub(): Hub {
  const listeners = new Set<ServerResponse>()
  // another run of the command is another page
  const run = `${process.pid}-${Date.now()}`
  let version = 0
  let text: string | undefined
  let message = ''
  let wasPartial = false
  return {
    show: ({ text: given, ...inspection }) => {
      // code may have changed whenever somebody looks again; the second part of a look is about the same files
      const isNew = given !== text || (inspection.module !== undefined && !wasPartial)
      if (given !== undefined && isNew) version += 1
      text = given ?? text
      wasPartial = inspection.isPartial
      message = `data: ${JSON.stringify({ ...inspection, run, version })}\n\n`
      for (const response of listeners) response.write(message)
    },
    textOf: (asked) => (asked === String(version) ? text : undefined),
    listen: (response) => {
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
      // a browser that has lost the line comes back by itself
      response.write(`retry: 500\n\n${message}`)
    },
    close: () => {
      for (const response of listeners) response.end()
    },
  }
}
