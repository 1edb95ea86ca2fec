/** The service on a store in a temporary folder, beside a bare Hono hello; tells its parent where they are. */
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import { baseline } from '../test/rule-sets.ts'
import { createWorld } from '../test/world.ts'

const hello = new Hono()
hello.get('/', (context) => context.json({ hello: 'world' }))
const world = await createWorld({ clock: () => new Date(), ruleSets: [baseline()] })
const { own, credentials } = world
process.send!({
  hello: await listen(hello.fetch),
  service: await listen(world.api.fetch),
  key: own.key,
  association: credentials.association,
  relationship: own.relationship,
  firm: own.firm,
})
process.on('message', () => {
  void world.close().then(() => process.exit())
})

async function listen(fetch: (request: Request) => Response | Promise<Response>): Promise<string> {
  const server = createAdaptorServer({ fetch })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
