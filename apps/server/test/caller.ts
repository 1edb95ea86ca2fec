import { Agent, request } from 'node:http'

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: unknown
}

interface Message {
  readonly method?: string
  readonly path: string
  readonly key?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type Call = (address: string, message: Message) => Promise<Reply>

/** Calls over kept connections, one at a time, and says what the system says when one fails. */
export function createCaller(): { readonly call: Call; readonly close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const call: Call = (address, { method = 'GET', path, key, body, headers = {} }) =>
    new Promise((resolve, reject) => {
      const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body)
      const sent = request(
        `${address}${path}`,
        {
          agent,
          method,
          headers: {
            ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
            ...(text === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
            ...headers,
          },
        },
        (response) => {
          let received = ''
          response.setEncoding('utf8').on('data', (part: string) => (received += part))
          response.on('error', reject)
          response.on('end', () =>
            resolve({ status: response.statusCode!, headers: response.headers, body: parsed(received) }),
          )
        },
      )
      sent.on('error', (error) => reject(Object.assign(error, { onKeptConnection: sent.reusedSocket }))).end(text)
    })
  return { call, close: () => agent.destroy() }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** What the call must answer; anything else is an error that shows it. */
export async function expected<Body>(reply: Promise<Reply>, status: number): Promise<Body> {
  const { status: got, body } = await reply
  if (got !== status) throw new Error(`answered with ${got} instead of ${status}: ${JSON.stringify(body)}`)
  return body as Body
}
