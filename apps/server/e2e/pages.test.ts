import { chromium, type Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
// @boundaries-ignore the browser is found in one place for the whole workspace
import { browserArgs, findBrowser } from '../../../tools/browser.ts'
import { startDemonstration, type DemonstrationProcess } from '../test/demonstration-process.ts'
import { newFolder } from '../test/folders.ts'
import { axeFindings } from './axe-findings.ts'

const folder = newFolder()
let service: DemonstrationProcess
let browser: Browser

beforeAll(async () => {
  const executablePath = findBrowser()
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...browserArgs] })
  service = await startDemonstration(folder)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await service?.stop()
})

const pages = ['/', '/docs', '/problems', '/problems/not-found']
const widths = [320, 768, 1280]
const views = pages.flatMap((path) => widths.map((width) => ({ path, width })))

test.each(views)(
  '$path at $width px fits, asks nobody else for anything, and keeps to its own policy',
  async ({ path, width }) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    const complaints: string[] = []
    const elsewhere: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(`${service.address}/`)) elsewhere.push(request.url())
    })
    const answer = await page.goto(`${service.address}${path}`)
    expect(answer!.headers()['content-security-policy']).toMatch(/^default-src 'none'/u)
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
    expect(content).toBeLessThanOrEqual(window!)
    expect({ complaints, elsewhere }).toEqual({ complaints: [], elsewhere: [] })
    await page.close()
  },
)

test.each(pages)('axe finds nothing on %s', async (path) => {
  // the policy of the page lets no script in, not even this one
  const context = await browser.newContext({ bypassCSP: true })
  const page = await context.newPage()
  await page.goto(`${service.address}${path}`)
  expect(await axeFindings(page)).toEqual([])
  await context.close()
})

test('every link of the contents of /docs leads to its operation', async () => {
  const page = await browser.newPage()
  await page.goto(`${service.address}/docs`)
  const dead = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
      .map((link) => link.hash.slice(1))
      .filter((id) => document.getElementById(id) === null),
  )
  expect(dead).toEqual([])
  expect(await page.locator('nav a').count()).toBeGreaterThan(80)
  await page.close()
})
