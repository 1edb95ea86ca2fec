/** Why the service did not do what it was asked. */
export class ServiceProblem extends Error {
  /** 0 where there was no answer at all. */
  readonly status: number
  /** Every place that is wrong, as the service names them. */
  readonly faults: readonly { readonly path: string; readonly message: string }[]

  constructor(status: number, detail: string, faults: ServiceProblem['faults'] = []) {
    super(detail)
    this.status = status
    this.faults = faults
  }

  /** Whether asking later may help: no network, or a service that is busy or down. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

export interface Reply {
  readonly body: unknown
  readonly etag: string | undefined
}

interface Sending {
  readonly body?: unknown
  readonly ifMatch?: string | undefined
  /** Names the request, so that doing it twice is doing it once. */
  readonly once?: string
}

/** Sends one request to the service; throws a ServiceProblem for everything but success. */
export type Line = (method: string, path: string, sending?: Sending) => Promise<Reply>

/** Whether there is another credential now than the one that was refused. */
export type Renew = (refused: string) => Promise<boolean>

/** A line to the service at an address; the credential is asked for before each request, because it may be renewed. */
export function createLine(api: string, credential: () => string, renew?: Renew): Line {
  return async (method, path, { body, ifMatch, once } = {}) => {
    const headers = new Headers({ accept: 'application/json' })
    if (body !== undefined) headers.set('content-type', 'application/json')
    if (ifMatch !== undefined) headers.set('if-match', ifMatch)
    if (once !== undefined) headers.set('idempotency-key', once)
    const address = new URL(path, new URL(api, document.baseURI))
    for (let isFirst = true; ; isFirst = false) {
      const used = credential()
      headers.set('authorization', `Bearer ${used}`)
      const sent = { method, headers, credentials: 'omit', body: JSON.stringify(body) } as const
      const response = await fetch(address, sent).catch(() => {
        throw new ServiceProblem(0, `${address.origin} cannot be reached`)
      })
      // a credential that was just given and is refused as well will not get better
      if (isFirst && response.status === 401 && (await renew?.(used))) continue
      const answer: unknown = await response.json().catch(() => undefined)
      if (!response.ok) throw problemOf(response.status, answer)
      return { body: answer, etag: response.headers.get('etag') ?? undefined }
    }
  }
}

function problemOf(status: number, answer: unknown): ServiceProblem {
  const { detail, errors } = Object(answer) as { detail?: string; errors?: readonly Wrong[] }
  const faults = errors?.map(({ pointer = '', message }) => ({ path: pointer, message }))
  return new ServiceProblem(status, detail ?? `the service answered ${status}`, faults)
}

interface Wrong {
  readonly pointer?: string
  readonly message: string
}
