import { StoreError } from '@joinery/store'
import { withContent, type Exchange } from './exchange.ts'
import { isKnown } from './etag.ts'
import type { Answer, Reply } from './operation.ts'
import { Problem, problemDocument } from './problem.ts'
import { problemTypes } from './problem-types.ts'

/** A reply made into text: what is sent, and what is kept for repetitions. */
export interface Rendered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export function render(reply: Reply, { status, mediaType }: Answer): Rendered {
  const { body, json, text, etag, headers } = reply
  const tag = etag === undefined ? {} : { etag, 'cache-control': 'private, no-cache' }
  if (text !== undefined) {
    const type = mediaType === undefined ? {} : { 'content-type': mediaType }
    return { status, headers: { ...type, ...tag, ...headers }, body: typeof text === 'function' ? text() : text }
  }
  if (body === undefined) return { status, headers: { ...tag, ...headers }, body: '' }
  const made =
    json === undefined ? JSON.stringify(typeof body === 'function' ? (body as () => unknown)() : body) : json()
  return { status, headers: { 'content-type': 'application/json', ...tag, ...headers }, body: made }
}

/** The answer to a request that was let in; 304 without a body for whoever has it already. */
export function respond(reply: Reply, answer: Answer, exchange: Exchange): Response {
  const { unchanged } = reply
  if (unchanged !== undefined) return notModified(exchange, unchanged)
  const { method } = exchange.request
  if ((method === 'GET' || method === 'HEAD') && isKnown(exchange.header('if-none-match'), reply.etag))
    return notModified(exchange, reply.etag!, reply.headers)
  const { bytes, headers = {} } = reply
  if (bytes === undefined) return send(exchange, render(reply, answer))
  const type = { 'content-type': answer.mediaType ?? 'application/octet-stream' }
  return send(exchange, { status: answer.status, headers: { ...type, ...headers }, body: bytes })
}

function notModified(exchange: Exchange, etag: string, given: Reply['headers'] = {}): Response {
  const { 'content-type': _, ...headers } = given
  return send(exchange, { status: 304, headers: { 'cache-control': 'private, no-cache', ...headers, etag }, body: '' })
}

type Sending = Omit<Rendered, 'body'> & { readonly body: Rendered['body'] | Uint8Array<ArrayBuffer> }

export function send(exchange: Exchange, { status, headers, body }: Sending): Response {
  // one plain object, which Node's server writes without a copy
  const all: Record<string, string> = status === 304 ? exchange.headers : { ...withContent, ...exchange.headers }
  for (const name in headers) all[name.toLowerCase()] = headers[name]!
  const isEmpty = status === 204 || status === 304
  return new Response(isEmpty ? null : body, { status, headers: all })
}

/** Any error as a problem document; what is not a Problem is ours, and says nothing of what went wrong inside. */
export function respondProblem(error: unknown, exchange: Exchange): { response: Response; ours: unknown } {
  const problem = problemOf(error)
  const document = problemDocument(problem, exchange.requestId)
  const response = send(exchange, {
    status: document.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...problem.headers },
    body: JSON.stringify(document),
  })
  return { response, ours: problemTypes[problem.code].status >= 500 ? error : undefined }
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof StoreError) return storeProblem(error)
  return new Problem('internal-error', 'Something went wrong here; nothing was changed.')
}

function storeProblem(error: StoreError): Problem {
  switch (error.code) {
    case 'absent':
      return new Problem('not-found', 'There is nothing here.')
    case 'conflict':
      return new Problem('precondition-failed', 'It has changed since you read it: read it again and try once more.')
    case 'duplicate':
    case 'refused':
    case 'lease-lost':
    case 'not-empty':
      return new Problem('conflict', error.message)
    case 'too-large':
      return new Problem('body-too-large', error.message)
    case 'closed':
    case 'locked':
    case 'unavailable':
    case 'not-migrated':
      return new Problem('unavailable', 'The store does not answer just now.', { headers: { 'Retry-After': '1' } })
    case 'bad-key':
    case 'bad-url':
    case 'bad-value':
    case 'damaged':
    case 'engine-too-old':
    case 'schema-too-new':
      return new Problem('internal-error', 'Something went wrong here; nothing was changed.')
  }
}
