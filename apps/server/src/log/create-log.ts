import { createHmac } from 'node:crypto'
import type { LogEntry, WorkerEntry } from '@joinery/api'
import { pino, type DestinationStream } from 'pino'
import { safeError } from './safe-error.ts'

type Level = 'debug' | 'info' | 'warn' | 'error' | 'fatal'

/** Values that may stand in a log: counts, codes and places. */
type LogFields = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** The log of the process: one JSON object a line. It never holds an answer, a key or a name. */
export interface Log {
  readonly say: (level: Level, message: string, fields?: LogFields) => void
  readonly failure: (level: 'warn' | 'error' | 'fatal', message: string, error: unknown) => void
  readonly request: (entry: LogEntry) => void
  /** Of work in the background. */
  readonly work: (entry: WorkerEntry) => void
  /** Writes what still waits. */
  readonly flush: () => void
}

export interface LogOptions {
  readonly level: string
  /** Makes hashes of tenants that nobody else can make; the same in every process of the service. */
  readonly secret: Uint8Array
  /** Where lines go; the standard output unless told. */
  readonly destination?: DestinationStream
}

/** Lines are gathered for so long, so that a busy service does not wait for its log. */
const gatheredMs = 500

export function createLog({ level, secret, destination }: LogOptions): Log {
  const stream = destination ?? pino.destination({ dest: 1, sync: false, minLength: 16_000, periodicFlush: gatheredMs })
  const logger = pino({ level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, stream)
  const lineOf = createRequestLine()
  const nameless = createNameless(secret)
  return {
    say: (at, message, fields = {}) => logger[at](fields, message),
    failure: (at, message, error) => logger[at]({ error: safeError(error) }, message),
    request: ({ level: at, requestId, operation, status, principal, tenant, milliseconds, error }) => {
      if (!logger.isLevelEnabled(at)) return
      const fields = {
        requestId,
        operation,
        status,
        principal: principal.startsWith('person:') ? `person:${nameless(principal)}` : principal,
        ...(tenant === undefined ? {} : { tenant: nameless(tenant) }),
        ms: Math.round(milliseconds * 100) / 100,
      }
      if (error === undefined && at === 'info') stream.write(lineOf(fields))
      else logger[at]({ ...fields, error: safeError(error) }, 'request')
    },
    work: ({ level: at, message, error, ...fields }) =>
      logger[at]({ ...fields, ...(error === undefined ? {} : { error: safeError(error) }) }, message),
    flush: () => {
      if ('flushSync' in stream && typeof stream.flushSync === 'function') stream.flushSync()
    },
  }
}

/** What pino would write, for the line of which there are thousands a second. */
function createRequestLine(): (fields: Readonly<Record<string, string | number>>) => string {
  const level = pino.levels.values['info']
  let now = 0
  let begin = ''
  return (fields) => {
    if (now !== Date.now()) {
      now = Date.now()
      begin = `{"level":${level},"time":"${new Date(now).toISOString()}","pid":${process.pid},`
    }
    return `${begin}${JSON.stringify(fields).slice(1, -1)},"msg":"request"}\n`
  }
}

const mostNames = 10_000

/** A short hash that tells two tenants or people apart, and says nothing of either. */
function createNameless(secret: Uint8Array): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = createHmac('sha256', secret).update(`log ${text}`).digest('hex').slice(0, 12)
    if (known.size >= mostNames) known.clear()
    known.set(text, made)
    return made
  }
}
