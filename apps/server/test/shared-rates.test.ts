import { createApi } from '@joinery/api'
import { openStore, type Store } from '@joinery/store'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfiguration } from '../src/configuration/read-configuration.ts'
import { newFolder } from './folders.ts'

const folder = newFolder()
let store: Store
beforeAll(async () => {
  store = await openStore(`sqlite:${folder}/joinery.sqlite`)
  await store.migrate()
})
afterAll(async () => {
  await store.close()
})

/** So many services as they are set up behind one balancer, all in the same moment. */
function servicesOf(processes: number, rate: number) {
  const env = { JOINERY_PROCESSES: String(processes), JOINERY_RATE_ADDRESS: String(rate) }
  const { rates } = readConfiguration({ env, folder })
  const clock = () => new Date('2026-11-24T10:00:00Z')
  const options = { store, secret: new Uint8Array(32).fill(42), clock, rates }
  return Array.from({ length: processes }, () => createApi(options))
}

const grid = [1, 3].flatMap((processes) =>
  [10, 100].flatMap((rate) => [0.9, 1.5, 5].map((load) => ({ processes, rate, load, asked: Math.round(rate * load) }))),
)

test.each(grid)(
  '$processes processes allow $rate a minute between them when $asked are asked for',
  async ({ processes, rate, asked }) => {
    const services = servicesOf(processes, rate)
    const statuses = new Map<number, number>()
    for (let request = 0; request < asked; request++) {
      // as a balancer does that takes turns; who brings no key is told so, until there are too many
      const { status } = await services[request % processes]!.request('/v1/firms')
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    const allowed = statuses.get(401) ?? 0
    expect(allowed + (statuses.get(429) ?? 0)).toBe(asked)
    expect(allowed).toBeGreaterThanOrEqual(Math.min(rate, asked))
    // shares are whole requests
    expect(allowed).toBeLessThan(Math.min(rate, asked) + processes)
  },
)
