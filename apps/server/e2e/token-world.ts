import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApi, hashOfKey, newKeyText } from '@joinery/api'
import { openStore } from '@joinery/store'
import { chromium, type Browser, type Page } from 'playwright'
// @boundaries-ignore the browser is found in one place for the whole workspace
import { browserArgs, findBrowser } from '../../../tools/browser.ts'
import { listen } from '../src/life-cycle/listen.ts'
import { loadRuleSets } from '../src/life-cycle/rule-sets.ts'
import { nothingKept } from '../src/pages/kept-files.ts'
import { addWidgetFiles, readWidgetFiles } from '../src/pages/widget-files.ts'
import { newFolder } from '../test/folders.ts'

/** A session that the server of the site opened. */
interface Opened {
  readonly id: string
  readonly token: string
}

/** A service whose clock can be moved, the site of a firm on another origin, and a browser. */
export interface TokenWorld {
  readonly browser: Browser
  /** A relationship of the firm. */
  readonly newRelationship: () => Promise<string>
  readonly record: (relationship: string) => Promise<{ readonly answers?: Readonly<Record<string, object>> }>
  readonly open: (relationship: string, more?: object) => Promise<Opened>
  readonly end: (relationship: string, session: string) => Promise<void>
  /** The page of a relationship: with a new token each time it is loaded. Its address. */
  readonly pageOf: (relationship: string, more?: { minutes?: number; attributes?: string }) => string
  /** What the service takes for now: a page that is opened later begins there. */
  readonly now: () => Date
  /** Moves the clocks of the service and of the page. */
  readonly pass: (page: Page, minutes: number) => Promise<void>
  readonly close: () => Promise<void>
}

export async function createTokenWorld(): Promise<TokenWorld> {
  const store = await openStore(`sqlite:${newFolder()}/joinery.sqlite`, { masterKey: randomBytes(32) })
  await store.migrate()
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const operator = newKeyText('op_')
  const app = createApi({
    store,
    ruleSets: loadRuleSets([]),
    secret: randomBytes(32),
    operatorKeys: [hashOfKey(operator)],
    clock: now,
    rates: { key: 1e9, address: 1e9, tenant: 1e9 },
  })
  addWidgetFiles(app, readWidgetFiles(), nothingKept)
  const listener = await listen(app, { host: '127.0.0.1', port: 0 })
  const ask = async <Body>(
    key: string,
    path: string,
    { method = 'POST', body }: { method?: string; body?: object } = {},
  ) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const response = await app.request(path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (response.status === 204 ? undefined : await response.json()) as Body
  }
  const { secret: association } = await ask<{ secret: string }>(operator, '/v1/associations', {
    body: { name: 'The guild', slug: 'guild' },
  })
  const { id: firm } = await ask<{ id: string }>(association, '/v1/firms', { body: { name: 'Harbour Joinery' } })
  const invitation = await ask<{ secret: string }>(association, '/v1/keys', {
    body: { kind: 'secret', label: 'Invitation', firm },
  })
  const scopes = ['relationships:read', 'relationships:write', 'embeds:write', 'assessments:read', 'rule-sets:read']
  const { secret: key } = await ask<{ secret: string }>(invitation.secret, '/v1/keys', {
    body: { kind: 'secret', label: 'Site', scopes },
  })

  const site = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site')
    const relationship = searchParams.get('of') ?? ''
    void (async () => {
      if (relationship === '') return response.writeHead(404).end()
      const opened = await open(relationship, { minutes: Number(searchParams.get('minutes') ?? 30) })
      if (pathname === '/token' && request.method === 'POST')
        return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(opened))
      const attributes = searchParams.get('attributes') ?? ''
      const html = `<!doctype html><html lang="en"><title>A portal</title>
<joinery-assessment rules="iso-44003" scope="starter" api="${listener.address}" token="${opened.token}" ${attributes}></joinery-assessment>
<script type="module" src="${listener.address}/widgets/joinery.js"></script></html>`
      return response.writeHead(200, { 'content-type': 'text/html' }).end(html)
    })()
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  const open = (relationship: string, more: object = {}) =>
    ask<Opened>(key, `/v1/relationships/${relationship}/embed-sessions`, { body: { origins: [origin], ...more } })
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...browserArgs],
  })
  return {
    browser,
    now,
    open,
    newRelationship: async () =>
      (await ask<{ id: string }>(key, `/v1/firms/${firm}/relationships`, { body: { record: {} } })).id,
    record: async (relationship) =>
      (await ask<{ record: object }>(key, `/v1/relationships/${relationship}`, { method: 'GET' })).record,
    end: (relationship, session) =>
      ask(key, `/v1/relationships/${relationship}/embed-sessions/${session}`, { method: 'DELETE' }),
    pageOf: (relationship, { minutes = 30, attributes = '' } = {}) =>
      `${origin}/?${new URLSearchParams({ of: relationship, minutes: String(minutes), attributes })}`,
    pass: async (page, minutes) => {
      ahead += minutes * 60_000
      await page.clock.fastForward(minutes * 60_000)
    },
    close: async () => {
      await browser.close()
      site.closeAllConnections()
      site.close()
      await listener.drain(1_000)
      await store.close()
    },
  }
}
