import autocannon from 'autocannon'
import { cpuMsOf, type Measurable } from './processes.ts'

/** One kind of load on one server. */
export interface Load {
  readonly name: string
  /** Everything is asked for once before anything is counted. */
  readonly isWarm?: boolean
  /** What each connection asks for, in turn. Connections share these lists between them. */
  readonly requests: readonly (readonly LoadRequest[])[]
}

export interface LoadRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Measured {
  readonly name: string
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Microseconds of processor time that the server's process took for each request. */
  readonly cpu: number
  /** Answers that were neither 2xx nor 304, and requests without an answer. */
  readonly failed: number
}

export const connections = 50

/** Fifty connections that ask without a pause. */
export async function measure(
  server: Measurable,
  { name, requests, isWarm }: Load,
  seconds: number,
): Promise<Measured> {
  let made = 0
  if (isWarm === true) await Promise.all(requests.map((list) => askInTurn(server.address, list)))
  const cpuBefore = cpuMsOf(server)
  const result = await autocannon({
    url: server.address,
    connections,
    duration: seconds,
    requests: requests[0]!.map(plain),
    setupClient: (client) => {
      if (requests.length > 1) client.setRequests(requests[made++ % requests.length]!.map(plain))
    },
  })
  return {
    name,
    perSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpu: Math.round(((cpuMsOf(server) - cpuBefore) * 10_000) / result.requests.total) / 10,
    failed: result['4xx'] + result['5xx'] + result.errors + result.timeouts,
  }
}

async function askInTurn(address: string, requests: readonly LoadRequest[]): Promise<void> {
  for (const { path, ...request } of requests) await (await fetch(`${address}${path}`, request)).arrayBuffer()
}

function plain({ headers = {}, ...request }: LoadRequest): autocannon.Request {
  return { ...request, headers: { ...headers } }
}
