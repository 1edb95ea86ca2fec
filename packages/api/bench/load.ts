import { Agent, request } from 'node:http'

/** One address under load. */
export interface Target {
  readonly url: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Load {
  readonly perSecond: number
  /** Milliseconds within which 50 and 99 of 100 requests were answered. */
  readonly p50: number
  readonly p99: number
  /** Answers that were not the expected status. */
  readonly wrong: number
}

/** Keeps so many connections busy for some seconds. */
export async function load(target: Target, expected: number, { connections = 50, seconds = 3 } = {}): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let wrong = 0
  const startedAt = performance.now()
  const keepAsking = async (): Promise<void> => {
    while (performance.now() - startedAt < seconds * 1_000) {
      const from = performance.now()
      if ((await ask(target, agent)) !== expected) wrong++
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: connections }, keepAsking))
  const took = (performance.now() - startedAt) / 1_000
  agent.destroy()
  times.sort((left, right) => left - right)
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99), wrong }
}

function ask({ url, method = 'GET', headers = {}, body }: Target, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, method, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
