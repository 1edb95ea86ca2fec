import autocannon from 'autocannon'

/** One kind of load on one address. */
export interface Load {
  readonly address: string
  readonly seconds: number
  readonly requests: readonly LoadRequest[]
}

export interface LoadRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Answers that were neither 2xx nor 304, and requests without an answer. */
  readonly failed: number
  readonly answered: number
}

/** Fifty connections that ask without a pause. The requests take turns on each. */
export async function measure({ address, seconds, requests }: Load): Promise<Measured> {
  const result = await autocannon({
    url: address,
    connections: 50,
    duration: seconds,
    requests: requests.map((request) => ({ ...request, headers: { ...request.headers } })),
  })
  return {
    perSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result['4xx'] + result['5xx'] + result.errors + result.timeouts,
    answered: result.requests.total,
  }
}
