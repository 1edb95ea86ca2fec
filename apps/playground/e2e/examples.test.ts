import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Frame, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { playgroundWithSiteAtWork } from './at-work.ts'
import { startHostSite } from './host-site.ts'

const at = playgroundWithSiteAtWork()

/** An example as it stands, with the address of this service in place of the usual one. */
function example(name: string): string {
  const text = readFileSync(join(import.meta.dirname, '../examples', name), 'utf8')
  return text.replaceAll('http://127.0.0.1:4400', serviceOrigin())
}

const serviceOrigin = () => new URL(at.playground.address).origin

interface Visit {
  readonly page: Page
  readonly requests: string[]
  readonly complaints: string[]
}

async function open(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // every site is asked for an icon, and this one has none
    if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico')) complaints.push(message.text())
  })
  await page.goto(address)
  return { page, requests, complaints }
}

/** The first page is there, and leads to a question that can be answered. */
async function answerOne(inside: Page | Frame): Promise<void> {
  await inside.getByRole('button', { name: 'Start' }).click()
  await inside.getByRole('button', { name: 'Continue' }).click()
  await inside.getByRole('radio', { name: 'Partly' }).first().check()
}

function expectPrivate({ requests, complaints }: Visit): void {
  const hosts = new Set(requests.filter((url) => url.startsWith('http')).map((url) => new URL(url).origin))
  expect([...hosts].filter((origin) => origin !== at.site.origin && origin !== serviceOrigin())).toEqual([])
  expect(complaints).toEqual([])
}

describe('an example that is put on another site works there: no complaint, no cookie, no third party', () => {
  const pages = [
    { name: 'plain HTML', html: () => example('static-html/index.html') },
    { name: 'the strictest policy, with Trusted Types', html: () => example('strict-policy/index.html') },
    { name: 'the WordPress shortcode', html: () => wordPress({ scope: 'starter', accent: '#7a1f3d' }) },
  ]

  test.each(pages)('$name', async ({ html }) => {
    const context = await at.browser.newContext()
    const visit = await open(context, at.site.put(html()))
    await answerOne(visit.page)
    expectPrivate(visit)
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  test('the frame, which becomes as tall as what is in it', async () => {
    const context = await at.browser.newContext({ viewport: { width: 900, height: 700 } })
    const visit = await open(context, at.site.put(example('frame/index.html')))
    await visit.page.frameLocator('iframe').getByRole('button', { name: 'Start' }).waitFor()
    await answerOne(visit.page.frames()[1]!)
    const height = async () => (await visit.page.locator('iframe').boundingBox())!.height
    const content = async () => (await visit.page.frameLocator('iframe').locator('html').boundingBox())!.height
    await expect.poll(async () => Math.abs((await height()) - (await content())) < 3).toBe(true)
    expect(await height()).toBeGreaterThan(950)
    expectPrivate(visit)
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  test('the frame in a sandbox without storage', async () => {
    const context = await at.browser.newContext()
    const html = example('frame/index.html').replace('<iframe', '<iframe sandbox="allow-scripts allow-forms"')
    const visit = await open(context, at.site.put(html))
    await visit.page.frameLocator('iframe').getByRole('button', { name: 'Start' }).waitFor()
    await answerOne(visit.page.frames()[1]!)
    await visit.page.frameLocator('iframe').getByText('Kept until you close this page').waitFor()
    expectPrivate(visit)
    await context.close()
  })
})

test('the WordPress plugin is good PHP, and whatever an author writes into the shortcode stays text', () => {
  const plugin = join(import.meta.dirname, '../examples/wordpress/joinery/joinery.php')
  expect(execFileSync('php', ['-l', plugin], { encoding: 'utf8' })).toContain('No syntax errors')
  const html = wordPress({
    rules: '"><script>alert(1)</script>',
    accent: 'red;}',
    key: 'sk_live_secret',
    lang: '" onclick="x',
  })
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html).not.toMatch(/alert\(|onclick="|sk_live|red;/)
})

function wordPress(shortcode: Readonly<Record<string, string>>): string {
  const script = join(import.meta.dirname, 'wordpress.php')
  return execFileSync('php', [script, serviceOrigin(), JSON.stringify(shortcode)], { encoding: 'utf8' })
}

test('a frame may stand on a site that its key lists, and on no other', async () => {
  const other = await startHostSite()
  const context = await at.browser.newContext()
  const page = await context.newPage()
  const html = `<iframe src="${at.playground.address}embed/${at.playground.key}?lang=en"></iframe>`
  await page.goto(at.site.put(html))
  await page
    .frameLocator('iframe')
    .getByRole('heading', { name: 'Business relationships in small firms' })
    .first()
    .waitFor()
  await page.goto(other.put(html))
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/)
  await context.close()
  await other.close()
})

describe('a page is never blank', () => {
  test('when the elements cannot be fetched: the frame is shown above what the page itself says', async () => {
    const context = await at.browser.newContext()
    await context.route('**/widgets/joinery.js', (route) =>
      route.request().frame().parentFrame() === null ? route.abort() : route.continue(),
    )
    const page = await context.newPage()
    await page.goto(at.site.put(example('static-html/index.html')))
    await page.frameLocator('iframe').getByRole('button', { name: 'Start' }).waitFor()
    expect(await page.getByRole('link', { name: 'Open the check' }).isVisible()).toBe(true)
    await context.close()
  })

  test('when no script at all may run: what the page itself says stays', async () => {
    const context = await at.browser.newContext()
    const page = await context.newPage()
    await page.goto(at.site.put(example('static-html/index.html'), { 'content-security-policy': "script-src 'none'" }))
    expect(await page.getByRole('link', { name: 'Open the check' }).isVisible()).toBe(true)
    await context.close()
  })

  test('when the rule set is not there: the element says so', async () => {
    const context = await at.browser.newContext()
    const page = await context.newPage()
    await page.goto(at.site.put(example('static-html/index.html').replace('iso-44003.json', 'nothing.json')))
    const said = page.getByText('This could not be loaded.').first()
    await said.waitFor()
    expect(await said.isVisible()).toBe(true)
    await context.close()
  })
})
