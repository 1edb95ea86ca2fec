import type { Context } from 'hono'
import { limits } from '../limits.ts'
import { checkAccept } from './accept.ts'
import { acquaint } from './at-once.ts'
import { isKnown, preconditionOf, type Precondition } from './etag.ts'
import { admit, beginExchange, unauthenticated, type Exchange } from './exchange.ts'
import { parsePart } from './faults.ts'
import { isConditional, type AnyCall, type Operation } from './operation.ts'
import { perform } from './perform.ts'
import { Problem } from './problem.ts'
import { readJsonBody, type JsonBody } from './read-body.ts'
import { respondProblem } from './respond.ts'
import type { Service } from './service.ts'
import { anonymous, type Principal } from '../access/principal.ts'

/** The way of every request to one operation: who, whether, what, the work, the answer. One pass, no middleware. */
export function createHandler(operation: Operation, service: Service): (context: Context) => Promise<Response> {
  const offered = offeredBy(operation)
  return async (context) => {
    const exchange = beginExchange(context)
    try {
      if (context.req.url.length > limits.url)
        throw new Problem('address-too-long', `An address may have ${limits.url} characters.`)
      const principal = operation.free ? anonymous : await admit(exchange, context.env, service)
      authorize(principal, operation)
      checkAccept(exchange.header('accept'), offered)
      const { call, body } = await readCall({ context, exchange, operation, principal, service })
      const response = await perform({ operation, call, exchange, body })
      if (operation.lasting === true && exchange.incoming !== undefined && exchange.admitted !== undefined)
        acquaint(exchange.incoming, exchange.admitted, service)
      return finish(operation.id, response, { exchange, service })
    } catch (error) {
      const { response, ours } = respondProblem(error, exchange)
      return finish(operation.id, response, { exchange, service, ours })
    }
  }
}

/** Answers outside of any operation: unknown addresses and methods. */
export function answerProblem(context: Context, problem: Problem, service: Service): Response {
  const exchange = beginExchange(context)
  return finish('none', respondProblem(problem, exchange).response, { exchange, service })
}

function offeredBy({ answer: { schema, mediaType } }: Operation): string[] {
  if (schema !== undefined) return ['application/json']
  return mediaType === undefined ? [] : [mediaType.split(';')[0]!]
}

/** Deny by default: the kind must be declared, and the scope held. Whose thing it is, the work itself decides. */
function authorize(principal: Principal, { access, summary }: Operation): void {
  if (access.scope === 'public') return
  if (principal.kind === 'anonymous')
    throw unauthenticated('Say who is asking: send a key in the header Authorization.')
  if (access.allow[principal.kind] === undefined)
    throw new Problem('forbidden', `"${summary}" is not for this kind of key or token.`)
  if (!principal.scopes.has(access.scope))
    throw new Problem('forbidden', `The key or token lacks the scope "${access.scope}".`)
}

interface Reading {
  readonly context: Context
  readonly exchange: Exchange
  readonly operation: Operation
  readonly principal: Principal
  readonly service: Service
}

async function readCall(reading: Reading): Promise<{ call: AnyCall; body: JsonBody | undefined }> {
  const { context, exchange, operation, principal, service } = reading
  const params = readParams(context, operation)
  const query = readQuery(context, operation)
  const ifMatch = isConditional(operation) ? preconditionOf(exchange.header('if-match')) : noPrecondition
  const { body: expected } = operation
  const body =
    expected === undefined
      ? undefined
      : await readJsonBody(exchange.request, expected.mediaTypes ?? ['application/json'], expected.most ?? limits.body)
  const call = {
    params,
    query,
    body: expected === undefined ? undefined : parsePart(expected.schema, body!.value, 'body'),
    principal,
    requestId: exchange.requestId,
    now: service.now(),
    url: exchange.request.url,
    ifMatch,
    knows: operation.method === 'get' ? knowsOf(exchange) : undefined,
    service,
  }
  return { call: call as unknown as AnyCall, body }
}

function knowsOf({ header }: Exchange): AnyCall['knows'] {
  const ifNoneMatch = header('if-none-match')
  return ifNoneMatch === undefined ? undefined : (etag) => isKnown(ifNoneMatch, etag)
}

const noPrecondition: Precondition = { check: () => undefined }

/** An id that is none looks like one that is not there. */
function readParams(context: Context, { params }: Operation): unknown {
  if (params === undefined) return {}
  const parsed = params.safeParse(context.req.param())
  if (!parsed.success) throw new Problem('not-found', 'There is nothing here.')
  return parsed.data
}

function readQuery(context: Context, { query }: Operation): unknown {
  const { url } = context.req
  if (!url.includes('?')) return query === undefined ? {} : parsePart(query, {}, 'query')
  const given: Record<string, string> = Object.create(null) as Record<string, string>
  for (const [name, value] of new URLSearchParams(queryOf(url))) {
    if (name in given || value.includes('\0'))
      throw new Problem('malformed-request', `The parameter "${name.slice(0, 60)}" can stand once, as plain text.`)
    given[name] = value
  }
  if (query !== undefined) return parsePart(query, { ...given }, 'query')
  const [unknown] = Object.keys(given)
  if (unknown !== undefined)
    throw new Problem('malformed-request', `This address takes no parameters; leave out "${unknown.slice(0, 60)}".`)
  return {}
}

function queryOf(url: string): string {
  const end = url.indexOf('#')
  return url.slice(url.indexOf('?') + 1, end === -1 ? undefined : end)
}

interface Finishing {
  readonly exchange: Exchange
  readonly service: Service
  readonly ours?: unknown
}

function finish(operation: string, response: Response, { exchange, service, ours }: Finishing): Response {
  const { status } = response
  const { principal } = exchange
  const milliseconds = performance.now() - exchange.startedAt
  service.metrics.observe(operation, status, milliseconds)
  service.log({
    level: ours === undefined ? 'info' : 'error',
    requestId: exchange.requestId,
    operation,
    status,
    principal: principal?.id ?? 'unknown',
    tenant: principal !== undefined && 'tenant' in principal ? principal.tenant.id : undefined,
    milliseconds,
    ...(ours === undefined ? {} : { error: ours }),
  })
  return response
}
