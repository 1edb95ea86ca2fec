import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long readers waited who came at an even pace. */
export interface Waits {
  readonly p50: number
  readonly p99: number
  readonly asked: number
  readonly failed: number
}

export interface Probe {
  readonly address: string
  readonly key: string
  /** Asked for in turn. */
  readonly paths: readonly string[]
  readonly perSecond: number
}

/**
 * Sends requests at fixed moments, whether or not those before were answered, and counts from the moment at which each was
 * due: a service that stops for a while cannot hide it.
 */
export async function probe({ address, key, paths, perSecond }: Probe, until: () => Promise<boolean>): Promise<Waits> {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 })
  const waits: number[] = []
  const flying = new Set<Promise<void>>()
  let failed = 0
  const startedAt = performance.now()
  let isOver = false
  const over = until().finally(() => (isOver = true))
  for (let sent = 0; !isOver; sent++) {
    const dueAt = startedAt + (sent * 1_000) / perSecond
    const early = dueAt - performance.now()
    if (early > 0.5) await sleep(early)
    const path = paths[sent % paths.length]!
    const asked: Promise<void> = ask(`${address}${path}`, key, agent)
      .then((status) => {
        if (status >= 400) failed++
        waits.push(performance.now() - dueAt)
      })
      .catch(() => void failed++)
      .finally(() => flying.delete(asked))
    flying.add(asked)
  }
  await Promise.all([over, ...flying])
  agent.destroy()
  waits.sort((left, right) => left - right)
  const at = (share: number) => Math.round((waits[Math.floor((waits.length - 1) * share)] ?? 0) * 10) / 10
  return { p50: at(0.5), p99: at(0.99), asked: waits.length, failed }
}

function ask(url: string, key: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { authorization: `Bearer ${key}` } }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    asked.on('error', reject).end()
  })
}
