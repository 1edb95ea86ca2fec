import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient, ProblemError, type Client, type ClientOptions } from '../src/client/index.ts'
import { createWorld, type World } from './world.ts'

let world: World
let server: Server
let url: string
/** What the network does to the next requests, one after the other. */
const accidents: ('cut before' | 'cut after')[] = []

beforeAll(async () => {
  world = await createWorld()
  server = createAdaptorServer({ fetch: world.api.fetch }) as Server
  const [serve] = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[]
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const accident = accidents.shift()
    if (accident === 'cut before') return void request.socket.destroy()
    // the work is done, and its answer never arrives
    if (accident === 'cut after') response.writeHead = () => response.destroy() as never
    serve!(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await world.close()
})

const clientOf = (credential: string, options: Partial<ClientOptions> = {}): Client =>
  createClient({ url, credential, wait: async () => undefined, ...options })

describe('over HTTP', () => {
  test('a relationship is read, changed and read again', async () => {
    const client = clientOf(world.own.key)
    const { relationship } = world.own
    const { body, etag } = await client.call('getRelationship', { relationship })
    const record = { ...body.record, rmp: { owner: 'Ben Harbour' } }
    const changed = await client.call('replaceRelationship', { relationship, body: { record }, ifMatch: etag! })
    expect(changed.body.record.rmp?.owner).toBe('Ben Harbour')
    expect((await client.call('getRelationship', { relationship })).body).toEqual(changed.body)
  })

  test('what has not changed is not sent again', async () => {
    const statuses: number[] = []
    const client = clientOf(world.own.key, {
      fetch: async (...request) => {
        const response = await fetch(...request)
        statuses.push(response.status)
        return response
      },
    })
    const { relationship } = world.own
    const [first, second] = [
      await client.call('getRelationship', { relationship }),
      await client.call('getRelationship', { relationship }),
    ]
    expect(second.body).toEqual(first.body)
    expect(statuses).toEqual([200, 304])
  })

  test('a problem is thrown, with its code and its places', async () => {
    const client = clientOf(world.credentials.association)
    const refused = client.call('createFirm', { body: { name: '', size: 'huge' as 'large' } })
    await expect(refused).rejects.toBeInstanceOf(ProblemError)
    await expect(refused).rejects.toMatchObject({ code: 'invalid-request', status: 422 })
    const problem = await refused.catch((error: unknown) => error as ProblemError)
    expect((problem as ProblemError).errors.map(({ pointer }) => pointer)).toEqual(['/name', '/size'])
  })

  test('a list is gone through to its end', async () => {
    const client = clientOf(world.credentials.association)
    for (let number = 0; number < 5; number++) await client.call('createFirm', { body: { name: `Firm ${number}` } })
    const names: string[] = []
    for await (const { name } of client.list('listFirms', { limit: 2 })) names.push(name)
    expect(names.slice(-5)).toEqual(['Firm 0', 'Firm 1', 'Firm 2', 'Firm 3', 'Firm 4'])
  })

  test('a token is asked for before every request', async () => {
    const tokens = ['sk_live_old', world.own.key]
    const client = clientOf('', { credential: () => tokens.shift()! })
    await expect(client.call('whoAmI', {})).rejects.toMatchObject({ code: 'unauthenticated' })
    expect((await client.call('whoAmI', {})).body.firm).toBe(world.own.firm)
  })
})

describe('when the network fails', () => {
  const namesLike = async (name: string) => {
    const { body } = await clientOf(world.credentials.association).call('listFirms', { limit: 200 })
    return body.items.filter((firm) => firm.name === name)
  }

  test('a firm whose answer was lost is there once, and the client gets the answer after all', async () => {
    accidents.push('cut after', 'cut before', 'cut after')
    const { body, replayed } = await clientOf(world.credentials.association).call('createFirm', {
      body: { name: 'Once' },
    })
    expect(replayed).toBe(true)
    expect(await namesLike('Once')).toEqual([body])
  })

  test('a reading is tried again, so often and no more', async () => {
    accidents.push('cut before', 'cut before')
    expect((await clientOf(world.own.key).call('whoAmI', {})).body.kind).toBe('firm')
    accidents.push('cut before', 'cut before')
    const { code } = (await clientOf(world.own.key, { attempts: 2 })
      .call('whoAmI', {})
      .catch((error: unknown) => error)) as ProblemError
    expect(code).toBe('unreachable')
  })

  test('a change of one version is never sent twice: nobody knows whether it was made', async () => {
    accidents.push('cut after')
    const { relationship } = world.own
    const client = clientOf(world.own.key)
    const { etag } = await clientOf(world.own.key, { attempts: 5 }).call('getRelationship', { relationship })
    accidents.push('cut after')
    const change = client.call('patchRelationship', { relationship, body: { rmp: { owner: 'C' } }, ifMatch: etag! })
    await expect(change).rejects.toMatchObject({ code: 'unreachable' })
  })

  test('a single answer is saved by all means', async () => {
    accidents.push('cut after', 'cut after')
    const { relationship } = world.own
    const answers = { 'p01.plan/1': { value: 'yes' } }
    const { body } = await clientOf(world.own.key).call('patchRelationship', {
      relationship,
      body: { answers },
      ifMatch: '*',
    })
    expect(body.record.answers).toMatchObject(answers)
  })
})
