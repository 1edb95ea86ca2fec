import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Admitted } from '../access/authenticate.ts'
import { isBoundToOrigins, isOrigin, mayRead } from '../access/origins.ts'
import { anonymous, type Principal } from '../access/principal.ts'
import type { Context } from 'hono'
import { Problem } from './problem.ts'
import type { Allowance, RateLimiter } from './rate-limit.ts'
import type { Service } from './service.ts'

/** One request on its way to its answer. */
export interface Exchange {
  readonly requestId: string
  readonly startedAt: number
  readonly request: Request
  readonly header: (name: string) => string | undefined
  /** Headers of the answer, made before the work. The names are in lower case. */
  readonly headers: Record<string, string>
  principal: Principal | undefined
  /** Of whoever showed a credential that is good. */
  admitted: Admitted | undefined
  /** Node's own message; absent where no server of Node stands in front. */
  readonly incoming: IncomingMessage | undefined
}

/** What Node's server hands along. */
interface HttpBindings {
  readonly incoming: IncomingMessage
}

/** What every answer carries that has something in it. A page of ours overrides the policy it needs. */
export const withContent = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
} as const

export function beginExchange({ req, env }: Context): Exchange {
  const { incoming } = ((env as unknown) ?? {}) as Partial<HttpBindings>
  // Node has the headers at hand; the Request would have to be made first
  const header: Exchange['header'] =
    incoming === undefined
      ? (name) => req.header(name)
      : (name) => {
          const value = incoming.headers[name]
          return typeof value === 'string' ? value : undefined
        }
  const request = req.raw
  const sent = header('x-request-id')
  const requestId = sent !== undefined && isRequestId(sent) ? sent : randomUUID()
  return {
    requestId,
    startedAt: performance.now(),
    request,
    header,
    headers: { vary: 'Origin', 'x-request-id': requestId },
    principal: undefined,
    admitted: undefined,
    incoming,
  }
}

/** What callers may name their requests by. */
export function isRequestId(text: string): boolean {
  return /^[\w.-]{8,64}$/.test(text)
}

/** Finds out who is asking, and refuses who asks too often. Sets the headers for browsers and for rates. */
export async function admit(exchange: Exchange, env: unknown, service: Service): Promise<Principal> {
  const now = service.now()
  const credential = credentialOf(exchange.header('authorization'))
  const remembered = credential === undefined ? undefined : service.authenticate.remembered(credential, now)
  // strangers, and credentials that must be looked up, are counted by address: guessing keys is slow
  if (remembered === undefined)
    spend(exchange, service.rates.address, {
      caller: service.addressOf(exchange.request, env),
      now,
      name: 'address',
      isTold: true,
    })
  const admitted = remembered ?? (credential === undefined ? undefined : await identify(credential, exchange, service))
  const principal = admitted?.principal ?? anonymous
  exchange.principal = principal
  exchange.admitted = admitted
  if (principal.kind !== 'anonymous') {
    if ('tenant' in principal)
      spend(exchange, service.rates.tenant, { caller: principal.tenant.id, now, name: 'tenant', isTold: false })
    // everybody who visits a site uses its one publishable key
    const visitor = principal.kind === 'publishable' ? service.addressOf(exchange.request, env) : ''
    spend(exchange, service.rates.key, { caller: callerOf(principal, visitor), now, name: 'key', isTold: true })
  }
  allowOrigin(exchange, principal, service)
  return principal
}

/** How the rate of a key is counted; of one that everybody who visits a site uses, for each visitor. */
export function callerOf({ id }: Pick<Principal, 'id'>, visitor = ''): string {
  return `${id} ${visitor}`
}

async function identify(credential: string, exchange: Exchange, service: Service): Promise<Admitted> {
  const found = await service.authenticate.lookUp(credential, service.now())
  if (found !== undefined) return found
  // nobody knows any more for which sites a token was that has ended; its page has to be able to see that it has
  const origin = exchange.header('origin')
  if (origin !== undefined && isOrigin(origin)) exchange.headers['access-control-allow-origin'] = origin
  throw unauthenticated('The key or token is not known, or no longer good.')
}

export function unauthenticated(detail: string): Problem {
  return new Problem('unauthenticated', detail, { headers: { 'WWW-Authenticate': 'Bearer realm="joinery"' } })
}

function credentialOf(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined
  const credential = /^Bearer +([\w.~+/=-]{1,4096})$/i.exec(authorization)?.[1]
  if (credential === undefined) throw unauthenticated('The header Authorization holds "Bearer" and a key or token.')
  return credential
}

interface Spending {
  readonly caller: string
  readonly now: Date
  readonly name: string
  /** An answer tells of one rate: that of its key, unless another one ran out. */
  readonly isTold: boolean
}

function spend(exchange: Exchange, limiter: RateLimiter, { caller, now, name, isTold }: Spending): void {
  const allowance = limiter.take(caller, now.getTime())
  if (allowance.allowed && !isTold) return
  exchange.headers['ratelimit-policy'] = policyHeader(name, limiter)
  exchange.headers['ratelimit'] = rateHeader(name, allowance)
  if (allowance.allowed) return
  throw new Problem('too-many-requests', `Wait ${allowance.seconds} s, then go on more slowly.`, {
    headers: { 'Retry-After': String(allowance.seconds) },
  })
}

export function policyHeader(name: string, { perMinute }: RateLimiter): string {
  return `"${name}";q=${perMinute};w=60`
}

export function rateHeader(name: string, { remaining, seconds }: Allowance): string {
  return `"${name}";r=${remaining};t=${seconds}`
}

function allowOrigin(exchange: Exchange, principal: Principal, service: Service): void {
  const origin = exchange.header('origin')
  if (origin === undefined) return
  if (mayRead(principal, origin, service.origins)) {
    exchange.headers['access-control-allow-origin'] = origin
    exchange.headers['access-control-expose-headers'] = exposed
  } else if (isBoundToOrigins(principal) && !isOwnPage(exchange))
    throw new Problem(
      'origin-not-listed',
      `The key does not list ${origin.slice(0, 200)}; add it to the key's origins.`,
    )
}

/** A page that this service serves, such as a frame: browsers say so themselves, and no page can make them. */
function isOwnPage({ header }: Exchange): boolean {
  return header('sec-fetch-site') === 'same-origin'
}

const exposed = 'ETag, Location, RateLimit, RateLimit-Policy, Retry-After, Idempotency-Replayed, X-Request-Id'
