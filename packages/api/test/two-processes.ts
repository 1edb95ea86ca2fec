import { createApi } from '../src/index.ts'
import { serveOn, type NodeServer } from './node-server.ts'
import { baseline } from './rule-sets.ts'
import { twinOf } from './store.ts'
import { asker, createWorld, secret, type Ask, type World } from './world.ts'

/** A world whose API is served over HTTP, and another process on the same data. */
export interface TwoProcesses {
  readonly world: World
  readonly server: NodeServer
  readonly elsewhere: Ask
  readonly end: () => Promise<void>
}

const rates = { key: 1e9, address: 1e9, tenant: 1e9 }

export async function twoProcesses(options: Parameters<typeof createWorld>[0]): Promise<TwoProcesses> {
  const world = await createWorld({ ...options, ruleSets: [baseline()] })
  const server = await serveOn(world.api)
  const clock = () => world.clock.now
  const twin = await twinOf(world.store, clock)
  return {
    world,
    server,
    elsewhere: asker(createApi({ store: twin, secret, clock, rates, ruleSets: [baseline()] })),
    end: async () => {
      await server.close()
      if (twin !== world.store) await twin.close()
      await world.close()
    },
  }
}
