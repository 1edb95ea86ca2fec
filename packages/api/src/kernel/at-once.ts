import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { isGood, type Admitted } from '../access/authenticate.ts'
import type { TenantPrincipal } from '../access/principal.ts'
import type { KnownAnswer } from './answer-memory.ts'
import { isKnown } from './etag.ts'
import { callerOf, isRequestId, policyHeader, rateHeader, withContent } from './exchange.ts'
import type { Allowance, Counter, RateLimiter } from './rate-limit.ts'
import type { Service } from './service.ts'

/**
 * Gives an answer that was given before, where nothing has changed since; `otherwise` is called for every other request. It
 * looks as if it had come the whole way: the same headers, counted and logged alike.
 */
export type AnswerAtOnce = (incoming: IncomingMessage, outgoing: ServerResponse, otherwise: () => void) => void

/** Who came over a connection last, so that whoever comes again is known without a hash and a look-up. */
interface Acquaintance {
  readonly authorization: string
  readonly host: string | undefined
  readonly admitted: Admitted
  readonly principal: TenantPrincipal
  tenantCounter: Counter
  keyCounter: Counter
}

const acquaintance = Symbol('acquaintance')

type KnownSocket = Socket & { [acquaintance]?: Acquaintance | undefined }

/** Remembers who came over this connection, once a request of theirs has come the whole way. */
export function acquaint(incoming: IncomingMessage, admitted: Admitted, { rates }: Service): void {
  const { authorization, host } = incoming.headers
  const { principal } = admitted
  // of a publishable key each visitor is counted alone
  if (authorization === undefined || !('tenant' in principal) || principal.kind === 'publishable') return
  const socket = incoming.socket as KnownSocket
  const known = socket[acquaintance]
  if (known?.admitted === admitted && known.authorization === authorization && known.host === host) return
  socket[acquaintance] = {
    authorization,
    host,
    admitted,
    principal,
    tenantCounter: rates.tenant.counterOf(principal.tenant.id),
    keyCounter: rates.key.counterOf(callerOf(principal)),
  }
}

export function createAnswerAtOnce(service: Service): AnswerAtOnce {
  const { answers, store } = service
  return (incoming, outgoing, otherwise) => {
    const startedAt = performance.now()
    const who = isPlain(incoming) ? (incoming.socket as KnownSocket)[acquaintance] : undefined
    const now = service.now()
    if (who === undefined || !isStill(who, incoming, now)) return otherwise()
    const url = incoming.url!
    const answer = answers.find(who.principal, url)
    if (answer === undefined || answer.until <= now.getTime() || !suffices(answer, incoming)) return otherwise()
    const giving = { incoming, outgoing, otherwise, answer, who, startedAt, service }
    const holds = store.holds(answer.tenant, answer.relationship, answer.stamp)
    if (typeof holds === 'boolean') return holds ? give(giving) : forget(giving)
    void holds.then((held) => (held && isGood(who.admitted, service.now()) ? give(giving) : forget(giving)))
  }
}

/** A reading without a body and without anything that would have to be weighed. */
function isPlain({ method, headers }: IncomingMessage): boolean {
  return (
    method === 'GET' &&
    headers.origin === undefined &&
    (headers.accept === undefined || headers.accept === '*/*' || headers.accept === 'application/json') &&
    headers['content-length'] === undefined &&
    headers['transfer-encoding'] === undefined
  )
}

function isStill({ authorization, host, admitted }: Acquaintance, { headers }: IncomingMessage, now: Date): boolean {
  return headers.authorization === authorization && headers.host === host && isGood(admitted, now)
}

/** Only the ETag is known where only that was asked for. */
function suffices({ etag, text }: KnownAnswer, { headers }: IncomingMessage): boolean {
  return text !== undefined || isKnown(headers['if-none-match'], etag)
}

interface Giving {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  readonly otherwise: () => void
  readonly answer: KnownAnswer
  readonly who: Acquaintance
  readonly startedAt: number
  readonly service: Service
}

function forget({ incoming, answer, who, otherwise, service: { answers } }: Giving): void {
  const { principal } = who
  if (answers.find(principal, incoming.url!) === answer) answers.drop(principal, incoming.url!)
  otherwise()
}

function give({ incoming, outgoing, otherwise, answer, who, startedAt, service }: Giving): void {
  const allowance = spend(who, service)
  // the whole way says how long to wait
  if (allowance === undefined) return otherwise()
  const { headers } = incoming
  const requestId = requestIdOf(headers['x-request-id'])
  const known = isKnown(headers['if-none-match'], answer.etag)
  const status = known ? 304 : 200
  const common = [
    'vary',
    'Origin',
    'x-request-id',
    requestId,
    'ratelimit-policy',
    policyHeader('key', service.rates.key),
    'ratelimit',
    rateHeader('key', allowance),
    'cache-control',
    'private, no-cache',
    'etag',
    answer.etag,
  ]
  if (known) {
    outgoing.writeHead(304, common)
    outgoing.end()
  } else sendText(outgoing, common, answer)
  const { principal } = who
  const milliseconds = performance.now() - startedAt
  service.metrics.observe(answer.operation, status, milliseconds)
  service.log({
    level: 'info',
    requestId,
    operation: answer.operation,
    status,
    principal: principal.id,
    tenant: principal.tenant.id,
    milliseconds,
  })
}

const ofContent = Object.entries(withContent)
  .filter(([name]) => name !== 'cache-control')
  .flat()

function sendText(outgoing: ServerResponse, common: readonly string[], { text = '', isPlain: plain }: KnownAnswer) {
  const length = String(plain ? text.length : Buffer.byteLength(text))
  outgoing.writeHead(200, [...ofContent, ...common, 'content-type', 'application/json', 'content-length', length])
  outgoing.end(text, plain ? 'latin1' : 'utf8')
}

function requestIdOf(sent: string | string[] | undefined): string {
  return typeof sent === 'string' && isRequestId(sent) ? sent : randomUUID()
}

/** Counts the request; undefined, and nothing is counted of the key, where there were too many. */
function spend(who: Acquaintance, { rates, now }: Service): Allowance | undefined {
  const { tenant } = who.principal
  const at = now().getTime()
  who.tenantCounter = counter(who.tenantCounter, rates.tenant, tenant.id)
  who.keyCounter = counter(who.keyCounter, rates.key, callerOf(who.principal))
  if (!rates.tenant.takeFrom(who.tenantCounter, at).allowed) return undefined
  const allowance = rates.key.takeFrom(who.keyCounter, at)
  return allowance.allowed ? allowance : undefined
}

function counter(known: Counter, limiter: RateLimiter, caller: string): Counter {
  return known.isGone ? limiter.counterOf(caller) : known
}
