import { createHmac } from 'node:crypto'
import type { RuleSet } from '@joinery/core'
import { Hono, type Context } from 'hono'
import { createAuthenticate } from './access/authenticate.ts'
import { createEmbedTokens } from './access/embed-token.ts'
import { createOidc, type OidcOptions } from './access/oidc.ts'
import { createRecentScores } from './assess/recent-scores.ts'
import { createWitness } from './assess/witness.ts'
import { createMemory } from './kernel/answer-memory.ts'
import { createAnswerAtOnce, type AnswerAtOnce } from './kernel/at-once.ts'
import { createCursors } from './kernel/cursor.ts'
import { createMetrics } from './kernel/metrics.ts'
import type { Mailer } from './kernel/mailer.ts'
import type { Operation } from './kernel/operation.ts'
import { answerProblem, createHandler } from './kernel/pipeline.ts'
import { answerPreflight } from './kernel/preflight.ts'
import { Problem } from './kernel/problem.ts'
import { createRateLimiter } from './kernel/rate-limit.ts'
import { createSealer } from './kernel/sealer.ts'
import { peerAddress, type CheckLimits, type LogEntry, type Service } from './kernel/service.ts'
import { limits, type RateLimits } from './limits.ts'
import { asPage } from './pages/nowhere.ts'
import { operations } from './routes/index.ts'
import { createCatalogue } from './rule-sets/catalogue.ts'
import { createWorkshop } from './rule-sets/workshop.ts'
import { noSectors, type SectorRooms } from './sectors/sectors.ts'
import type { Store } from '@joinery/store'

/** What the service works with; all but the store and the secret may be left out. */
export interface ApiOptions {
  readonly store: Store
  /** At least 32 random bytes, the same in every process: signs cursors, embed tokens and confirmations. */
  readonly secret: Uint8Array
  /** The rule sets that every association has from the start. */
  readonly ruleSets?: readonly RuleSet[]
  /** Sector plugins, from `openSectors`; default: none. */
  readonly sectors?: SectorRooms
  /** How thoroughly a draft is compared on both evaluators; the defaults are in `limits`. */
  readonly check?: CheckLimits
  readonly clock?: () => Date
  /** Requests in a minute; the defaults are in `limits`. */
  readonly rates?: Partial<RateLimits>
  /** Most bytes of answers, and of what answers were made from, that are remembered; the defaults are in `limits`. */
  readonly memory?: { readonly answers?: number; readonly sources?: number }
  /** People who sign in with an identity provider. */
  readonly oidc?: OidcOptions
  /** SHA-256 (hex) of keys that act for whoever runs the service. */
  readonly operatorKeys?: readonly string[]
  /** Exact origins of pages whose users sign in. */
  readonly origins?: readonly string[]
  /** Where a request comes from; behind a proxy, from the header that the proxy sets. */
  readonly addressOf?: Service['addressOf']
  /** Sends partners their links; default: none, and links are handed on by the firm. */
  readonly mailer?: Mailer | undefined
  readonly log?: (entry: LogEntry) => void
}

/** The service as a Hono app. */
export interface Api extends Hono {
  /**
   * For a server of Node, which may ask it before the app: gives an answer that was given before again, where that is still
   * right, and hands every other request on.
   */
  readonly answerAtOnce: AnswerAtOnce
}

/** The service as a Hono app: `serve({ fetch: createApi(options).fetch })`. The store must have been migrated. */
export function createApi(options: ApiOptions): Api {
  const service = createService(options)
  const app = new Hono({ strict: true })
  const methods = methodsByPath(operations)
  // one handler for each method and address and no other that matches: Hono then calls it directly
  for (const [path, byMethod] of methods) {
    const address = honoPath(path)
    for (const operation of byMethod) app.on(operation.method.toUpperCase(), address, createHandler(operation, service))
    app.options(address, (context) => answerPreflight(context, byMethod, service))
  }
  const addresses = [...methods].map(([path, byMethod]) => ({ pattern: patternOf(path), byMethod }))
  app.notFound((context: Context) => {
    const found = addresses.find(({ pattern }) => pattern.test(context.req.path))
    if (found !== undefined) return answerProblem(context, wrongMethod(found.byMethod), service)
    return asPage(answerProblem(context, noAddress(), service), context)
  })
  return Object.assign(app, { answerAtOnce: createAnswerAtOnce(service) })
}

function noAddress(): Problem {
  return new Problem('not-found', 'There is no such address; see /docs.')
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`)
}

function createService(options: ApiOptions): Service {
  const { store, secret, rates = {}, clock = () => new Date() } = options
  if (secret.byteLength < 32) throw new RangeError('secret: give at least 32 random bytes')
  const embedTokens = createEmbedTokens(secret)
  const oidc = options.oidc === undefined ? undefined : createOidc(options.oidc)
  return {
    store,
    now: clock,
    embedTokens,
    authenticate: createAuthenticate({ store, embedTokens, oidc, operatorKeys: options.operatorKeys ?? [] }),
    cursors: createCursors(secret),
    sealer: createSealer(secret),
    witness: createWitness(secret),
    recentScores: createRecentScores(limits.recentScores),
    answers: createMemory(options.memory?.answers ?? limits.answerBytes),
    sources: createMemory(options.memory?.sources ?? limits.sourceBytes),
    rates: {
      key: createRateLimiter(rates.key ?? limits.rate.key),
      address: createRateLimiter(rates.address ?? limits.rate.address),
      tenant: createRateLimiter(rates.tenant ?? limits.rate.tenant),
    },
    metrics: createMetrics(),
    mailer: options.mailer,
    inFlight: new Set(),
    catalogue: createCatalogue(options.ruleSets ?? []),
    workshop: createWorkshop(),
    sectors: options.sectors ?? noSectors,
    check: options.check ?? limits.check,
    countSecret: createHmac('sha256', secret).update('counts').digest('hex'),
    origins: new Set(options.origins),
    addressOf: options.addressOf ?? peerAddress,
    log: options.log ?? (() => undefined),
  }
}

function methodsByPath(list: readonly Operation[]): Map<string, Operation[]> {
  return Map.groupBy(list, ({ path }) => path)
}

function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

function wrongMethod(byMethod: readonly Operation[]): Problem {
  const allow = allowed(byMethod)
  return new Problem('method-not-allowed', `This address takes ${allow}.`, { headers: { Allow: allow } })
}

/** What an address takes, as the header Allow lists it. */
function allowed(byMethod: readonly Operation[]): string {
  const methods = byMethod.map(({ method }) => method.toUpperCase())
  return [...(methods.includes('GET') ? ['HEAD'] : []), ...methods, 'OPTIONS'].join(', ')
}
