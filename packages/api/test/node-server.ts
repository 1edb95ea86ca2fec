import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Api } from '../src/index.ts'

/** A service behind Node's own server, asked over one connection that stays open. */
export interface NodeServer {
  readonly ask: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answered>
  readonly close: () => Promise<void>
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
  /** Whether it was given without going the whole way. */
  readonly atOnce: boolean
}

export async function serveOn(api: Api): Promise<NodeServer> {
  let whole = 0
  const goTheWholeWay = getRequestListener(api.fetch)
  const server = createServer((incoming, outgoing) =>
    api.answerAtOnce(incoming, outgoing, () => {
      whole++
      void goTheWholeWay(incoming, outgoing)
    }),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const get = (path: string, headers: Readonly<Record<string, string>>) =>
    new Promise<Omit<Answered, 'atOnce'>>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => (text += part))
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }))
      })
      sent.on('error', reject).end()
    })
  return {
    ask: async (path, headers = {}) => {
      const before = whole
      return { ...(await get(path, headers)), atOnce: whole === before }
    },
    close: async () => {
      agent.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
