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
  const output = destination ?? pino.destination({ dest: 1, sync: false })
  const stream = gather(output)
  const logger = pino({ level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, stream)
  const lineOf = createRequestLine()
  const whoOf = createWho(secret)
  return {
    say: (at, message, fields = {}) => logger[at](fields, message),
    failure: (at, message, error) => logger[at]({ error: safeError(error) }, message),
    request: ({ level: at, requestId, operation, status, principal, tenant, milliseconds, error }) => {
      if (!logger.isLevelEnabled(at)) return
      const who = whoOf(principal, tenant)
      const ms = Math.round(milliseconds * 100) / 100
      if (error === undefined && at === 'info') stream.write(lineOf({ requestId, operation, status, who, ms }))
      else logger[at]({ requestId, operation, status, ...who.fields, ms, error: safeError(error) }, 'request')
    },
    work: ({ level: at, message, error, ...fields }) =>
      logger[at]({ ...fields, ...(error === undefined ? {} : { error: safeError(error) }) }, message),
    flush: () => {
      stream.flush()
      if ('flushSync' in output && typeof output.flushSync === 'function') output.flushSync()
    },
  }
}

interface Gathering extends DestinationStream {
  /** Hands over what waits. */
  readonly flush: () => void
}

/** So much is handed over at once; the rest waits no longer than `gatheredMs`. */
const gatheredBytes = 64_000

/**
 * Handing over a line costs more than making it, so many go together. They are kept as bytes: so many pieces of text would
 * have to be moved about in memory again and again.
 */
function gather(output: DestinationStream): Gathering {
  const waiting = Buffer.allocUnsafe(gatheredBytes)
  let length = 0
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (length === 0) return
    const text = waiting.toString('utf8', 0, length)
    length = 0
    output.write(text)
  }
  return {
    write: (line) => {
      // a character takes three bytes at most
      if (length + line.length * 3 > gatheredBytes) flush()
      if (line.length * 3 > gatheredBytes) return output.write(line)
      length += waiting.write(line, length)
      timer ??= setTimeout(flush, gatheredMs)
    },
    flush,
  }
}

interface RequestLine {
  readonly requestId: string
  readonly operation: string
  readonly status: number
  readonly who: Who
  readonly ms: number
}

/** What pino would write, for the line of which there are thousands a second. */
function createRequestLine(): (line: RequestLine) => string {
  const level = pino.levels.values['info']
  let now = 0
  let begin = ''
  return ({ requestId, operation, status, who, ms }) => {
    const at = Date.now()
    if (now !== at) {
      now = at
      begin = `{"level":${level},"time":"${new Date(at).toISOString()}","pid":${process.pid},"requestId":"`
    }
    // an id of a request is made of letters, digits, dots and lines, and the name of an operation is our own
    return `${begin}${requestId}${middleOf(who, operation, status)}${ms},"msg":"request"}\n`
  }
}

/** What stands between the id and the time is the same for each status of an operation. */
function middleOf({ text, middles }: Who, operation: string, status: number): string {
  let known = middles.get(operation)
  if (known?.status !== status) {
    known = { status, text: `","operation":"${operation}","status":${status},${text},"ms":` }
    middles.set(operation, known)
  }
  return known.text
}

/** Who asked, as a log may say it: a person and a tenant by a short hash. */
interface Who {
  readonly fields: { readonly principal: string; readonly tenant?: string }
  /** The same as members of a JSON object. */
  readonly text: string
  /** By operation: pieces of their last lines. */
  readonly middles: Map<string, { readonly status: number; readonly text: string }>
}

const mostNames = 10_000

/** Made once for all the requests of somebody. */
function createWho(secret: Uint8Array): (principal: string, tenant: string | undefined) => Who {
  // an id that is in use in two tenants is two
  const known = new Map<string | undefined, Map<string, Who>>()
  let names = 0
  const nameless = (text: string) => createHmac('sha256', secret).update(`log ${text}`).digest('hex').slice(0, 12)
  return (principal, tenant) => {
    const found = known.get(tenant)?.get(principal)
    if (found !== undefined) return found
    const fields = {
      principal: principal.startsWith('person:') ? `person:${nameless(principal)}` : principal,
      ...(tenant === undefined ? {} : { tenant: nameless(tenant) }),
    }
    const made = { fields, text: JSON.stringify(fields).slice(1, -1), middles: new Map() }
    if (++names > mostNames) {
      known.clear()
      names = 1
    }
    known.set(tenant, (known.get(tenant) ?? new Map<string, Who>()).set(principal, made))
    return made
  }
}
