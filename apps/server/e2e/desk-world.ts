import { mkdirSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright'
// @boundaries-ignore the browser is found in one place for the whole workspace
import { browserArgs, findBrowser } from '../../../tools/browser.ts'
import type { MailSettings } from '../src/configuration/configuration.ts'
import { createPagesWorld, type PagesWorld } from '../test/pages-world.ts'

/** The service, a browser, and a firm that has just been invited. */
export interface DeskWorld extends PagesWorld {
  readonly address: string
  readonly browser: Browser
  readonly firm: string
  /** A key with which the firm makes its own. */
  readonly invite: () => Promise<string>
  /** What no page may do: messages of the console, requests to other hosts. */
  readonly complaints: string[]
  readonly visit: (options?: BrowserContextOptions) => Promise<Page>
}

export async function createDeskWorld(mail?: MailSettings): Promise<DeskWorld> {
  const pages = await createPagesWorld({}, mail)
  const server = serve({ fetch: pages.app.fetch, port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = `http://localhost:${(server.address() as { port: number }).port}`
  const executablePath = findBrowser()
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...browserArgs] })
  const { id: firm = '' } = await pages.ask(pages.association, '/v1/firms', { name: 'Harbour Joinery', size: 'micro' })
  const complaints: string[] = []
  const visit: DeskWorld['visit'] = async (options = {}) => {
    const context = await browser.newContext({ acceptDownloads: true, ...options })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!/^(?:blob|data):/.test(request.url()) && !request.url().startsWith(`${address}/`))
        complaints.push(request.url())
    })
    return page
  }
  const invite = async () => {
    const wish = { kind: 'secret', label: 'Invitation', firm }
    return (await pages.ask(pages.association, '/v1/keys', wish))['secret']!
  }
  const close = async () => {
    await browser.close()
    server.close()
    await pages.close()
  }
  return { ...pages, address, browser, firm, invite, complaints, visit, close }
}

/** Signs the firm in by its sign-in link, as its owner does; gives the key that it got. */
export async function signIn(page: Page, { address, invite }: DeskWorld): Promise<string> {
  await page.goto(`${address}/desk#${await invite()}`)
  const key = await page.locator('pre code').textContent()
  await page.click('text=I have kept it, go on')
  await page.locator('h1', { hasText: /Begin with what you have|Relationships/ }).waitFor()
  return key ?? ''
}

const pictures = process.env['JOINERY_PICTURES']

export async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

/** Every page of the desk, of one relationship where it is about one. */
export function placesOf(relationship: string): readonly string[] {
  const parts = 'questions record record/people record/risks partner plan plan/private review skills time'.split(' ')
  return ['', 'bring-in', 'portfolio', ...parts.map((part) => `relationship/${relationship}/${part}`)]
}
