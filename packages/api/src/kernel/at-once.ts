import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { isGood, type Admitted } from '../access/authenticate.ts'
import type { TenantPrincipal } from '../access/principal.ts'
import { answerAgain, type Body, type KnownAnswer, type KnownSource } from './answer-memory.ts'
import { isKnown } from './etag.ts'
import { callerOf, isRequestId, policyHeader, rateHeader, withContent } from './exchange.ts'
import type { Allowance, Counter } from './rate-limit.ts'
import type { Service } from './service.ts'

/**
 * Gives an answer that was given before, where nothing has changed since; `otherwise` is called for every other request. It
 * looks as if it had come the whole way: the same headers, counted and logged alike.
 */
export type AnswerAtOnce = (incoming: IncomingMessage, outgoing: ServerResponse, otherwise: Otherwise) => void

type Otherwise = (incoming: IncomingMessage, outgoing: ServerResponse) => void

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
  const { answers, sources, store } = service
  return (incoming, outgoing, otherwise) => {
    const startedAt = performance.now()
    const who = isPlain(incoming) ? (incoming.socket as KnownSocket)[acquaintance] : undefined
    if (who === undefined) return otherwise(incoming, outgoing)
    const now = service.now()
    if (!isStill(who, incoming, now)) return otherwise(incoming, outgoing)
    const { url = '' } = incoming
    const known = answers.find(who.principal, url) ?? sources.find(who.principal, url)
    if (known === undefined || known.until <= now.getTime()) return otherwise(incoming, outgoing)
    const isHad = isKnown(incoming.headers['if-none-match'], known.etag)
    // only the ETag is known where only that was asked for
    if (!isHad && 'text' in known && known.text === undefined) return otherwise(incoming, outgoing)
    const giving = { incoming, outgoing, otherwise, known, who, startedAt, isHad }
    // a promise would cost more, and this is done for every request
    store.holds(known, (holds) => (holds ? give(giving, service) : forget(giving, service)))
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

interface Giving {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  readonly otherwise: Otherwise
  readonly known: KnownAnswer | KnownSource
  readonly who: Acquaintance
  readonly startedAt: number
  /** The caller has it already. */
  readonly isHad: boolean
}

function forget({ incoming, outgoing, known, who, otherwise }: Giving, { answers, sources }: Service): void {
  const { principal } = who
  const { url = '' } = incoming
  // what was read meanwhile stands on something newer
  for (const memory of [answers, sources])
    if (memory.find(principal, url)?.stamp === known.stamp) memory.drop(principal, url)
  otherwise(incoming, outgoing)
}

function give(giving: Giving, service: Service): void {
  const { incoming, outgoing, otherwise, known, who, isHad } = giving
  const now = service.now()
  // a key may have been revoked while the store was asked; and where there were too many, the whole way says how long to wait
  const allowance = isGood(who.admitted, now) ? spend(who, service.rates, now.getTime()) : undefined
  if (allowance === undefined) return otherwise(incoming, outgoing)
  const requestId = requestIdOf(incoming.headers['x-request-id'])
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
    known.etag,
  ]
  if (isHad) {
    outgoing.writeHead(304, common)
    outgoing.end()
  } else sendText(outgoing, common, bodyOf(giving, service))
  tell(giving, requestId, service)
}

function tell({ known: { operation }, who: { principal }, startedAt, isHad }: Giving, requestId: string, to: Service) {
  const status = isHad ? 304 : 200
  const milliseconds = performance.now() - startedAt
  to.metrics.observe(operation, status, milliseconds)
  to.log({
    level: 'info',
    requestId,
    operation,
    status,
    principal: principal.id,
    tenant: principal.tenant.id,
    milliseconds,
  })
}

const ofContent = Object.entries(withContent)
  .filter(([name]) => name !== 'cache-control')
  .flat()

function bodyOf({ known, who, incoming }: Giving, { answers }: Service): Body {
  if ('text' in known) return known
  return answerAgain(answers, { principal: who.principal, url: incoming.url! }, known)
}

function sendText(outgoing: ServerResponse, common: readonly string[], { text = '', isPlain: plain }: Body) {
  const length = String(plain ? text.length : Buffer.byteLength(text))
  outgoing.writeHead(200, [...ofContent, ...common, 'content-type', 'application/json', 'content-length', length])
  outgoing.end(text, plain ? 'latin1' : 'utf8')
}

function requestIdOf(sent: string | string[] | undefined): string {
  return typeof sent === 'string' && isRequestId(sent) ? sent : randomUUID()
}

/** Counts the request; undefined, and nothing is counted of the key, where there were too many. */
function spend(who: Acquaintance, rates: Service['rates'], at: number): Allowance | undefined {
  const { principal } = who
  if (who.tenantCounter.isGone) who.tenantCounter = rates.tenant.counterOf(principal.tenant.id)
  if (who.keyCounter.isGone) who.keyCounter = rates.key.counterOf(callerOf(principal))
  if (!rates.tenant.takeFrom(who.tenantCounter, at).allowed) return undefined
  const allowance = rates.key.takeFrom(who.keyCounter, at)
  return allowance.allowed ? allowance : undefined
}
