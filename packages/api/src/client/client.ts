import { addresses, type Calls } from './generated/calls.ts'
import type { ClientOptions } from './options.ts'
import { ProblemError } from './problem-error.ts'
import { sendPatiently, type Sending } from './send.ts'

/** What the service answers with when it has done what was asked. */
export interface Answered<Body> {
  readonly body: Body
  /** The version of what was read or changed, for `ifMatch`. */
  readonly etag: string | undefined
  /** Whether this is the kept answer to an earlier request with the same idempotency key. */
  readonly replayed: boolean
}

type Listed<Name extends keyof Calls> = Calls[Name]['output'] extends { readonly items: readonly (infer Item)[] }
  ? Item
  : never

/** Calls the service: every operation by its name, typed. Throws a ProblemError for everything but success. */
export interface Client {
  readonly call: <Name extends keyof Calls>(
    name: Name,
    input: Calls[Name]['input'],
  ) => Promise<Answered<Calls[Name]['output']>>
  /** Every entry of a list, page after page. */
  readonly list: <Name extends keyof Calls>(name: Name, input: Calls[Name]['input']) => AsyncGenerator<Listed<Name>>
}

/**
 * A client of the service, for servers and for pages. Requests that got no answer are sent again when that can do no
 * harm: readings, and POSTs, which carry an idempotency key. What was read before is read again only if it has changed.
 *
 * @example
 * const client = createClient({ url, credential: 'sk_live_…' })
 * const { body, etag } = await client.call('getRelationship', { relationship })
 */
export function createClient(options: ClientOptions): Client {
  const known = new Map<string, Known>()
  const call = async (name: keyof Calls, input: Input): Promise<Answered<unknown>> => {
    const sending = sendingOf(name, input)
    const before = sending.method === 'GET' ? known.get(sending.path) : undefined
    const response = await sendPatiently(before === undefined ? sending : conditional(sending, before), options)
    if (response.status === 304 && before !== undefined) return { ...before, replayed: false }
    const body = await bodyOf(response)
    if (!response.ok) throw new ProblemError(problemOf(response, body))
    const etag = response.headers.get('etag') ?? undefined
    if (sending.method === 'GET' && etag !== undefined) remember(known, sending.path, { body, etag })
    return { body, etag, replayed: response.headers.get('idempotency-replayed') === 'true' }
  }
  return { call: call as Client['call'], list: ((name, input) => pages(call, name, input)) as Client['list'] }
}

interface Known {
  readonly body: unknown
  readonly etag: string
}

const mostKnown = 50

function remember(known: Map<string, Known>, path: string, answer: Known): void {
  known.delete(path)
  known.set(path, answer)
  if (known.size > mostKnown) known.delete(known.keys().next().value!)
}

type Input = Readonly<Record<string, unknown>>

async function* pages(
  call: (name: keyof Calls, input: Input) => Promise<Answered<unknown>>,
  name: keyof Calls,
  input: Input,
): AsyncGenerator<unknown> {
  let cursor: string | null | undefined
  do {
    const { body } = await call(name, cursor == null ? input : { ...input, cursor })
    const page = body as { readonly items: readonly unknown[]; readonly next: string | null }
    yield* page.items
    cursor = page.next
  } while (cursor !== null)
}

function sendingOf(name: keyof Calls, input: Input): Sending {
  const [method = '', template = ''] = addresses[name].split(' ')
  const { body, ifMatch, idempotencyKey, ...named } = input
  const query = new URLSearchParams()
  let path = template
  for (const [key, value] of Object.entries(named as Readonly<Record<string, string | number | boolean | undefined>>)) {
    if (path.includes(`{${key}}`)) path = path.replace(`{${key}}`, encodeURIComponent(String(value)))
    else if (value !== undefined) query.set(key, String(value))
  }
  return {
    method,
    path: query.size === 0 ? path : `${path}?${query.toString()}`,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch as string }),
      ...(method === 'POST'
        ? { 'idempotency-key': (idempotencyKey as string | undefined) ?? crypto.randomUUID() }
        : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}

function conditional(sending: Sending, { etag }: Known): Sending {
  return { ...sending, headers: { ...sending.headers, 'if-none-match': etag } }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return undefined
  return /[/+]json\b/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text
}

function problemOf({ status }: Response, body: unknown): ConstructorParameters<typeof ProblemError>[0] {
  const problem = typeof body === 'object' && body !== null ? body : {}
  return { detail: `The service answered ${status}.`, ...problem, status }
}
