import type { ClientOptions } from './options.ts'
import { ProblemError } from './problem-error.ts'

/** One request, ready to be sent any number of times. */
export interface Sending {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** Sends a request, and again while that helps and does no harm; gives the first answer that is final. */
export async function sendPatiently(sending: Sending, options: ClientOptions): Promise<Response> {
  const { attempts = 4, wait = waitFor } = options
  for (let attempt = 1; ; attempt++) {
    const outcome = await send(sending, options)
    const isLast = attempt >= attempts
    if (outcome instanceof Response) {
      if (isLast || !isBusy(outcome)) return outcome
      await wait(pauseOf(attempt, outcome.headers.get('retry-after')))
    } else {
      if (isLast || !isSafeToRepeat(sending)) throw unreachable(outcome.error)
      await wait(pauseOf(attempt, null))
    }
  }
}

async function send(
  { method, path, headers, body }: Sending,
  options: ClientOptions,
): Promise<Response | { error: unknown }> {
  const { url, credential, fetch = globalThis.fetch } = options
  const bearer = typeof credential === 'function' ? await credential() : credential
  const authorization = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }
  try {
    return await fetch(new URL(path, url), {
      method,
      headers: { ...headers, ...authorization },
      ...(body === undefined ? {} : { body }),
    })
  } catch (error) {
    return { error }
  }
}

/** Refused before anything was done: the same request may be sent once more, whatever it is. */
function isBusy({ status, headers }: Response): boolean {
  return status === 429 || status === 503 || (status === 409 && headers.has('retry-after'))
}

/** Without an answer nobody knows whether it was done: only what can be done twice is sent twice. */
function isSafeToRepeat({ method, headers }: Sending): boolean {
  return method === 'GET' || headers['idempotency-key'] !== undefined || headers['if-match'] === '*'
}

/** As long as the service says; otherwise longer each time, and not all clients at once. */
function pauseOf(attempt: number, retryAfter: string | null): number {
  if (retryAfter !== null && /^\d{1,4}$/.test(retryAfter)) return Number(retryAfter) * 1_000
  return 200 * 2 ** attempt * (0.5 + Math.random() / 2)
}

function waitFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function unreachable(cause: unknown): ProblemError {
  return new ProblemError({ detail: 'The service cannot be reached.' }, cause)
}
