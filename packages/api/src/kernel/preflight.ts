import type { Context } from 'hono'
import { isOrigin } from '../access/origins.ts'
import type { Operation } from './operation.ts'
import type { Service } from './service.ts'

/**
 * Answers a browser that asks whether a page may send a request. It cannot send its key with that question, so any
 * site may ask for what widgets do; the request itself is refused unless its key lists the site.
 */
export function answerPreflight(context: Context, operations: readonly Operation[], service: Service): Response {
  const origin = context.req.header('origin')
  const method = context.req.header('access-control-request-method')?.toLowerCase()
  const operation = operations.find((candidate) => candidate.method === method)
  const headers: Record<string, string> = { vary: 'Origin, Access-Control-Request-Method', 'cache-control': 'no-store' }
  if (origin !== undefined && operation !== undefined && mayAsk(origin, operation, service))
    Object.assign(headers, {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': operation.method.toUpperCase(),
      'access-control-allow-headers':
        'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Request-Id',
      'access-control-max-age': '600',
    })
  return new Response(null, { status: 204, headers })
}

function mayAsk(origin: string, { access }: Operation, service: Service): boolean {
  if (service.origins.has(origin)) return true
  return isOrigin(origin) && (access.allow.publishable !== undefined || access.allow.embed !== undefined)
}
