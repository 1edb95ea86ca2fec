import type { Context, Hono } from 'hono'

/** An answer of the API. */
interface Asked<Body = unknown> {
  readonly body: Body
  readonly etag: string
}

interface AskMore {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

type Method = 'GET' | 'POST' | 'PUT'

/** Asks the API, in this process, in the name of whoever holds the key: pages may do nothing that the API does not allow. */
export type Ask = <Body>(method: Method, path: string, more?: AskMore) => Promise<Asked<Body>>

interface RequestFault {
  readonly pointer: string
  readonly message: string
}

/** What the API said instead of an answer. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly errors: readonly RequestFault[]
  readonly retryAfter: string | null

  constructor(response: Response, problem: { code?: string; detail?: string; errors?: readonly RequestFault[] }) {
    super(problem.detail ?? 'The service does not answer.')
    this.name = 'Refusal'
    this.status = response.status
    this.code = problem.code ?? 'internal-error'
    this.errors = problem.errors ?? []
    this.retryAfter = response.headers.get('retry-after')
  }
}

export function refused(status: number, code: string, detail: string): Refusal {
  return new Refusal(new Response(null, { status }), { code, detail })
}

export function askAs(app: Hono, context: Context, key: string): Ask {
  const request = requestAs(app, context, key)
  return async <Body>(method: Method, path: string, more: AskMore = {}) => {
    const response = await request(method, path, more)
    const answer = (await response.json()) as never
    if (!response.ok) throw new Refusal(response, answer)
    return { body: answer as Body, etag: response.headers.get('etag') ?? '' }
  }
}

/** A document of the API, handed on as it is, in the name of whoever holds the key. */
export async function passOn(app: Hono, context: Context, { key, path, headers }: PassingOn): Promise<Response> {
  const response = await requestAs(app, context, key)('GET', path, {})
  if (!response.ok) throw new Refusal(response, (await response.json()) as never)
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

interface PassingOn {
  readonly key: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

function requestAs(app: Hono, context: Context, key: string) {
  // what could not stand in a header is no key
  if (!/^[\w.~+/=-]{1,4096}$/.test(key)) throw refused(404, 'not-found', 'There is nothing at this address.')
  return async (method: Method, path: string, { body, headers = {} }: AskMore): Promise<Response> => {
    const sent: Record<string, string> = { ...headers, authorization: `Bearer ${key}` }
    if (body !== undefined) sent['content-type'] = 'application/json'
    const forwarded = context.req.header('x-forwarded-for')
    if (forwarded !== undefined) sent['x-forwarded-for'] = forwarded
    const init = { method, headers: sent, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    return app.request(`http://joinery${path}`, init, environmentFor(context, sent))
  }
}

/** The caller's own connection, so that rates are counted for the caller; with the headers of the inner request. */
function environmentFor({ env }: Context, headers: Readonly<Record<string, string>>): object {
  const { incoming } = (env ?? {}) as { incoming?: { socket: unknown } }
  return incoming === undefined ? {} : { incoming: { socket: incoming.socket, headers } }
}
