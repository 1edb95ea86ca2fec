import { Agent, request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { exitCodes } from '../problem.ts'
import { forwardedAddress } from './forwarded-address.ts'
import { listen, type Listener } from './listen.ts'

const anywhere = { host: '127.0.0.1', port: 0 }

interface Answer {
  readonly status: number
  readonly connection: string | undefined
  readonly text: string
}

function get(address: string, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { agent }, (response: IncomingMessage) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode!, connection: response.headers.connection, text }))
    })
    sent.on('error', reject).end()
  })
}

/** A server whose answers wait until they are let go. */
async function slowServer(): Promise<{ listener: Listener; arrived: Promise<void>; letGo: () => void }> {
  const gate = Promise.withResolvers<void>()
  const arrival = Promise.withResolvers<void>()
  const fetch = async (message: Request) => {
    if (!message.url.endsWith('/slow')) return new Response('quick')
    arrival.resolve()
    await gate.promise
    return new Response('slow')
  }
  const listener = await listen({ fetch }, anywhere)
  return { listener, arrived: arrival.promise, letGo: gate.resolve }
}

describe('while the service stops', () => {
  test('a request that had come is answered, and its connection ends', async () => {
    const { listener, arrived, letGo } = await slowServer()
    const agent = new Agent({ keepAlive: true })
    const answer = get(`${listener.address}/slow`, agent)
    await arrived
    const drained = listener.drain(10_000)
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    letGo()
    expect(await answer).toEqual({ status: 200, connection: 'close', text: 'slow' })
    expect(await drained).toBe(0)
    agent.destroy()
  })

  test('a request that comes over an open connection is answered too', async () => {
    const { listener } = await slowServer()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    expect(await get(`${listener.address}/quick`, agent)).toMatchObject({ connection: 'keep-alive' })
    const drained = listener.drain(10_000)
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    expect(await get(`${listener.address}/quick`, agent)).toEqual({ status: 200, connection: 'close', text: 'quick' })
    expect(await drained).toBe(0)
    agent.destroy()
  })

  test('nobody new is let in', async () => {
    const { listener } = await slowServer()
    const drained = listener.drain(10_000)
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    await expect(get(listener.address, new Agent())).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect(await drained).toBe(0)
  })

  test('an idle connection does not hold it up', async () => {
    const { listener } = await slowServer()
    const socket = connect(Number(new URL(listener.address).port), '127.0.0.1')
    await once(socket, 'connect')
    const ended = once(socket, 'close')
    expect(await listener.drain(10_000)).toBe(0)
    socket.resume()
    await ended
  })

  test('what never ends is cut off, and counted', async () => {
    const { listener, arrived } = await slowServer()
    const answer = get(`${listener.address}/slow`, new Agent({ keepAlive: true }))
    const failure = answer.catch((error: unknown) => error)
    await arrived
    expect(await listener.drain(100)).toBe(1)
    expect(await failure).toMatchObject({ code: 'ECONNRESET' })
  })
})

describe('where it cannot listen, one message says what to do', () => {
  test('a port in use may be free later', async () => {
    const { listener } = await slowServer()
    const port = Number(new URL(listener.address).port)
    const second = listen({ fetch: () => new Response() }, { host: '127.0.0.1', port })
    await expect(second).rejects.toThrow(
      `port ${port} of 127.0.0.1 is in use; stop what uses it, or choose another one: PORT=4401`,
    )
    await expect(second).rejects.toMatchObject({ exitCode: exitCodes.busy })
    await listener.drain(1_000)
  })

  test('a host of another machine', async () => {
    await expect(listen({ fetch: () => new Response() }, { host: '203.0.113.7', port: 0 })).rejects.toThrow(
      '203.0.113.7 is no address of this machine (EADDRNOTAVAIL); choose another one: HOST=127.0.0.1',
    )
  })
})

describe('the address of a caller behind proxies', () => {
  test.each([
    [1, '198.51.100.4', '198.51.100.4'],
    [1, '10.0.0.1, 198.51.100.4', '198.51.100.4'],
    [2, '10.9.9.9, 198.51.100.4, 10.0.0.2', '198.51.100.4'],
    [1, '2001:db8::7', '2001:db8::7'],
    [1, 'me, myself', 'unknown'],
    [3, '198.51.100.4', 'unknown'],
  ])('%i in front, header "%s": %s', (proxies, header, address) => {
    const message = new Request('http://joinery/', { headers: { 'x-forwarded-for': header } })
    expect(forwardedAddress(proxies)(message)).toBe(address)
  })
})

describe('background work', () => {
  const isOver = (work: Promise<void>, ms: number) =>
    Promise.race([work.then(() => true), new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ms))])

  test('waits for a moment at which nobody waits for an answer', async () => {
    const { listener, arrived, letGo } = await slowServer()
    const agent = new Agent()
    await listener.quiet(60_000)
    const answer = get(`${listener.address}/slow`, agent)
    await arrived
    const waiting = listener.quiet(60_000)
    expect(await isOver(waiting, 100)).toBe(false)
    letGo()
    await Promise.all([waiting, answer])
    await listener.drain(10_000)
    agent.destroy()
  })

  test('does not wait for ever where there is always somebody', async () => {
    const { listener, arrived, letGo } = await slowServer()
    const agent = new Agent()
    const answer = get(`${listener.address}/slow`, agent)
    await arrived
    expect(await isOver(listener.quiet(1), 10_000)).toBe(true)
    letGo()
    await answer
    await listener.drain(10_000)
    agent.destroy()
  })
})
