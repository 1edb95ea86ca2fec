import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
// @boundaries-ignore the browser is found in one place for the whole workspace
import { browserArgs, findBrowser } from '../../../tools/browser.ts'
import { createCaller, expected } from '../test/caller.ts'
import { folderWith } from '../test/folders.ts'
import { startProcess, temporaryFolder, type Env, type ServiceProcess } from '../test/service-process.ts'
import { addMember, operator, type Member } from '../test/world.ts'

const root = join(import.meta.dirname, '../../..')
const bundle = join(root, 'packages/widgets/dist/bundle')

/** A service as a real process, a site of a member on another origin, and a browser. */
export interface WidgetWorld {
  readonly service: ServiceProcess
  readonly browser: Browser
  readonly site: string
  readonly member: Member
  /** The publishable key of the site, for its association. */
  readonly key: string
  /** What the site serves beside the elements, by path. */
  readonly files: Map<string, string>
  readonly api: <Body>(path: string, more?: { method?: string; key?: string; body?: unknown }) => Promise<Body>
  readonly visit: (html: string, context?: BrowserContext) => Promise<Page>
  readonly close: () => Promise<void>
}

/** `more` are further settings of the service. */
export async function createWidgetWorld(more: Env = {}): Promise<WidgetWorld> {
  const { folder, remove } = temporaryFolder()
  const { key: operatorKey, env } = operator()
  const files = new Map<string, string>()
  const server = await serveSite(files)
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const service = await startProcess({ ...env, JOINERY_DATA: folder, ...more })
  const member = await addMember(service.address, operatorKey)
  const { call, close: hangUp } = createCaller()
  const api: WidgetWorld['api'] = async (path, { method = 'GET', key = member.key, body } = {}) =>
    expected(call(service.address, { method, path, key, body }), method === 'POST' ? 201 : 200)
  const page = { kind: 'publishable', label: 'Our site', origins: [site] }
  const { secret: key } = await api<{ secret: string }>('/v1/keys', {
    method: 'POST',
    key: member.association,
    body: page,
  })
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...browserArgs],
  })
  let pages = 0
  const visit = async (html: string, context?: BrowserContext) => {
    const path = `/page-${++pages}.html`
    files.set(
      path,
      `<!doctype html><html lang="en"><title>A site</title>${html}<script type="module" src="/joinery.js"></script>`,
    )
    const opened = await (context ?? (await browser.newContext({ acceptDownloads: true }))).newPage()
    opened.setDefaultTimeout(12_000)
    await opened.goto(`${site}${path}`)
    return opened
  }
  const close = async () => {
    await browser.close()
    hangUp()
    server.closeAllConnections()
    server.close()
    await service.stop()
    remove()
  }
  return { service, browser, site, member, key, files, api, visit, close }
}

/** What the command makes of a record, byte for byte; `more` are further words for it. */
export function resultOfCommand(
  record: unknown,
  { asOf, scope, more = [] }: { asOf: string; scope: string; more?: readonly string[] },
): string {
  const file = join(folderWith({ 'record.json': record }), 'record.json')
  const words = ['assess', file, '--scope', scope, '--as-of', asOf, '--format', 'json', ...more]
  return execFileSync(process.execPath, [join(root, 'apps/cli/src/main.ts'), ...words], { encoding: 'utf8' })
}

async function serveSite(files: ReadonlyMap<string, string>) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname
    const text = files.get(path) ?? elementFile(path)
    send(response, path, text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

function elementFile(path: string): string | undefined {
  if (!/^\/joinery[\w.-]*\.js$/.test(path)) return undefined
  return readFileSync(join(bundle, path), 'utf8')
}

function send(response: ServerResponse, path: string, text: string | undefined): void {
  const types: Readonly<Record<string, string>> = { js: 'text/javascript', html: 'text/html', json: 'application/json' }
  const type = types[path.split('.').at(-1)!] ?? 'text/plain'
  response.writeHead(text === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` })
  response.end(text)
}
