import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'
import { checkText } from './check-text.ts'
import { fileFor } from './files.ts'
import { policyFor } from './policies.ts'
import { ruleSetText } from './rule-sets.ts'

export interface Playground {
  readonly address: string
  readonly close: () => Promise<void>
}

const longestBody = 4_000_000

/** Serves the pages, the elements and the rule sets on this machine; port 0 takes any that is free. */
export async function startPlayground(port: number): Promise<Playground> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => end(response, { status: 500, type: 'text/plain', body: 'Something failed' }))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return {
    address: `http://localhost:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  const policy = policyFor(path)
  if (policy !== undefined) response.setHeader('content-security-policy', policy)
  if (request.method === 'POST' && path === '/check') {
    const body = JSON.stringify(checkText(await bodyOf(request)))
    return end(response, { status: 200, type: 'application/json', body })
  }
  const packs = /\bbr\b/.test(String(request.headers['accept-encoding']))
  const ruleSet = /^\/rules\/([a-z0-9-]+)\.json$/.exec(path)?.[1]
  const text = ruleSet === undefined ? undefined : ruleSetText(ruleSet)
  if (text !== undefined) return end(response, { status: 200, type: 'application/json', body: text, packs })
  const file = fileFor(path)
  if (file === undefined) return end(response, { status: 404, type: 'text/plain', body: 'There is no such page' })
  end(response, { status: 200, ...file, packs })
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > longestBody) throw new Error('the body is too long')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

interface Answered {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
  /** Whether the browser takes it compressed. */
  readonly packs?: boolean
}

function end(response: ServerResponse, { status, type, body, packs = false }: Answered): void {
  response.setHeader('vary', 'accept-encoding')
  if (packs) response.setHeader('content-encoding', 'br')
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` })
  response.end(packs ? packed(body) : body)
}

const kept = new Map<string, Buffer>()

/** The same text is compressed once. */
function packed(body: string | Buffer): Buffer {
  const key = createHash('sha256').update(body).digest('base64')
  const known = kept.get(key)
  if (known !== undefined) return known
  const small = brotliCompressSync(body)
  if (kept.size > 200) kept.clear()
  kept.set(key, small)
  return small
}
