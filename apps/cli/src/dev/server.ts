import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { systemCode } from '@joinery/kit'
import { UsageError } from '../exits.ts'
import type { Hub } from './hub.ts'
import { coreModules, moduleIn, type Served } from './modules.ts'

export interface ServerOptions {
  /** The folder or file that is shown; modules come from there and from nowhere else. */
  readonly place: string
  readonly widgets: ReadonlyMap<string, Buffer>
  readonly port: number
  readonly host: string
}

const assets = join(import.meta.dirname, '../../assets/dev')

/** Serves the page on this computer; throws a UsageError where the port or the address cannot be had. */
export async function startServer(
  hub: Hub,
  { place, widgets, port, host }: ServerOptions,
): Promise<{ readonly address: string; readonly close: () => Promise<void> }> {
  const core = coreModules()
  const page = readFileSync(join(assets, 'index.html'), 'utf8').replace(
    '<!-- import map -->',
    () => `<script type="importmap">${core.importMap}</script>`,
  )
  const policy = policyOf(core.importMap)
  const routes: Routes = {
    '': () => ({ type: types['.html'], body: page }),
    assets: (name) => assetOf(name),
    widgets: (name) => answerOf(types['.js'], widgets.get(name)),
    rules: (name) => answerOf('application/json', hub.textOf(name)),
    // the number in the address makes a module new with every look
    plugin: (path) => moduleIn(place, path.replace(/^\d+\//, '')),
    core: (path) => (/^(src|dist)\//.test(path) ? moduleIn(core.folder, path) : undefined),
  }
  const server = createServer((request, response) => answer(request, response, { hub, routes, policy, host }))
  await listening(server, { port, host })
  const { port: own } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      hub.close()
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { address: `http://${host.includes(':') ? `[${host}]` : host}:${own}/`, close }
}

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
} as const

type Routes = Readonly<Record<string, (rest: string) => Served | undefined>>

interface Answering {
  readonly hub: Hub
  readonly routes: Routes
  readonly policy: string
  readonly host: string
}

function answer(request: IncomingMessage, response: ServerResponse, { hub, routes, policy, host }: Answering): void {
  response.setHeader('content-security-policy', policy)
  response.setHeader('cache-control', 'no-store')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('x-content-type-options', 'nosniff')
  if (!isAskedHere(request, host)) return refuse(response, 403, 'this page is for this computer only')
  if (request.method !== 'GET') return refuse(response, 405, 'there is nothing to send here')
  const path = pathOf(request)
  if (path === 'events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    return hub.listen(response)
  }
  const [first = '', ...rest] = (path ?? 'unreadable').split('/')
  const route = Object.hasOwn(routes, first) ? routes[first] : undefined
  try {
    const served = route?.(rest.join('/'))
    if (served === undefined) return refuse(response, 404, 'there is nothing here')
    response.writeHead(200, { 'content-type': served.type }).end(served.body)
  } catch (error) {
    refuse(response, 422, error instanceof Error ? error.message : 'it cannot be read')
  }
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`)
}

/** Another site can lead its own name to this computer; then the name gives it away. */
function isAskedHere({ headers }: IncomingMessage, host: string): boolean {
  const name = (headers.host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
  return !isOwn(host) || name === host || isOwn(name)
}

function isOwn(name: string): boolean {
  return name === 'localhost' || name === '::1' || /^127\.\d+\.\d+\.\d+$/.test(name)
}

/** Without the query and the first slash; undefined for what is no address. */
function pathOf({ url = '' }: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(url.split('?', 1)[0]!.slice(1))
  } catch {
    return undefined
  }
}

function assetOf(name: string): Served | undefined {
  const type = extname(name) as '.css' | '.js'
  if (name !== 'dev.css' && name !== 'dev.js') return undefined
  return { type: types[type], body: readFileSync(join(assets, name)) }
}

function answerOf(type: string, body: string | Buffer | undefined): Served | undefined {
  return body === undefined ? undefined : { type, body }
}

/** The one script that stands in the page says where modules are, and is named by its hash. */
function policyOf(importMap: string): string {
  const hash = createHash('sha256').update(importMap).digest('base64')
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "connect-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types joinery',
  ].join('; ')
}

function listening(server: Server, { port, host }: { readonly port: number; readonly host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new UsageError(problemOf(systemCode(error) ?? '', { port, host }))))
    server.listen(port, host, () => resolve())
  })
}

function problemOf(code: string, { port, host }: { readonly port: number; readonly host: string }): string {
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} is in use by another program; end that one, or choose another: --port ${port === 65_535 ? port - 1 : port + 1}`
    case 'EACCES':
      return `port ${port} is kept for the system; choose one from 1024: --port 4455`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `--host ${host}: this computer has no such address; use 127.0.0.1, or 0.0.0.0 to be seen from others`
    default:
      return `the page cannot be served at ${host}:${port} (${code || 'for no reason that was given'})`
  }
}
