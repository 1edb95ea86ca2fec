import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as Axe from 'axe-core'
import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { playgroundAtWork } from './at-work.ts'
import { visit } from './browser.ts'

const at = playgroundAtWork()

const require = createRequire(import.meta.url)
const preflight = readFileSync(require.resolve('tailwindcss/preflight.css'), 'utf8')

describe('a host page', () => {
  const hostile = [
    ['an order to unset everything', '* { all: unset !important }'],
    ['a small root font', 'html { font-size: 62.5% }'],
    ['the reset of Tailwind', preflight],
    [
      'a reset of its own',
      '*, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; font: 9px/3 cursive !important } button { display: none !important }',
    ],
  ] as const

  test.each(hostile)('with %s changes nothing inside', async (_name, styles) => {
    const context = await at.browser.newContext({ viewport: { width: 1000, height: 900 } })
    const plain = await insidesUnder(context.newPage(), '')
    expect(plain.length).toBeGreaterThan(30)
    expect(await insidesUnder(context.newPage(), styles)).toEqual(plain)
    await context.close()
  })

  /** Where everything inside the element is and how it looks, on a page with these styles. */
  async function insidesUnder(opening: Promise<Page>, styles: string): Promise<readonly string[]> {
    const page = await opening
    const body = `<!doctype html><html lang="en"><title>Host</title><style>body { margin: 0; display: block } ${styles}</style>
      <script type="module" src="/widgets/joinery.js"></script>
      <div style="all: initial !important; display: block !important; width: 900px !important"><joinery-assessment rules="/rules/iso-44003.json"></joinery-assessment></div></html>`
    await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body }))
    await page.goto(`${at.playground.address}host.html`)
    await page.getByRole('button', { name: 'Start' }).waitFor({ state: 'attached' })
    await page.evaluate(() => document.fonts.ready)
    return page.locator('joinery-assessment').evaluate((element) => {
      const { x, y } = element.getBoundingClientRect()
      return [...element.shadowRoot!.querySelectorAll('*')].map((inner) => {
        const box = inner.getBoundingClientRect()
        const look = getComputedStyle(inner)
        const properties = [...look].filter((name) => !name.startsWith('--') && !name.endsWith('origin'))
        const values = properties.map((name) => `${name}:${look.getPropertyValue(name)}`).join(';')
        return `${inner.tagName} ${box.x - x} ${box.y - y} ${box.width} ${box.height} ${values}`
      })
    })
  }
})

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

test.each(['', 'partners.html', 'frame.html', 'no-script.html', 'strict.html', 'edit.html', 'builder', 'forms'])(
  'axe finds nothing wrong with the page /%s',
  async (name) => {
    const context = await at.browser.newContext({ viewport: { width: 1000, height: 900 } })
    const page = await context.newPage()
    await page.goto(`${at.playground.address}${name === 'forms' ? `forms/${at.playground.key}` : name}`)
    await page
      .getByRole('button', { name: 'Start' })
      .or(page.locator('iframe'))
      .or(page.locator('.go'))
      .first()
      .waitFor()
    await page.evaluate(axe)
    const faults = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof Axe }).axe.run({ resultTypes: ['violations'] })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
    })
    expect(faults).toEqual([])
    await context.close()
  },
)

test.each([320, 768, 1280])('at %s pixels nothing has to be moved sideways', async (width) => {
  const context = await at.browser.newContext({ viewport: { width, height: 800 } })
  const { page } = await visit(context, at.playground.address)
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(await overflow()).toBe(0)
  await page.getByRole('button', { name: 'Start' }).click()
  expect(await overflow()).toBe(0)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('Put it on record').click()
  expect(await overflow()).toBe(0)
  await context.close()
})

test('a site that takes one classic script gets all of it in one file, in German without another request', async () => {
  const context = await at.browser.newContext()
  const body = `<!doctype html><html lang="de"><title>Host</title>
    <joinery-assessment rules="/rules/iso-44003.json"></joinery-assessment><script src="/widgets/joinery.iife.js"></script></html>`
  await context.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body }))
  const page = await context.newPage()
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goto(`${at.playground.address}host.html`)
  await page.getByRole('button', { name: 'Los geht’s' }).waitFor()
  expect(requests.toSorted()).toEqual(['/host.html', '/rules/iso-44003.json', '/widgets/joinery.iife.js'])
  await context.close()
})

test.each(['', 'frame.html', 'partners.html'])('nothing on /%s moves while it loads', async (name) => {
  const context = await at.browser.newContext({ viewport: { width: 412, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript(() => {
    const shifts = ((window as unknown as { shifts: number[] }).shifts = [] as number[])
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(`${at.playground.address}${name}`)
  const inside = name === 'frame.html' ? page.frameLocator('iframe') : page
  await inside.getByRole('button', { name: 'Start' }).waitFor()
  await page.waitForTimeout(300)
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
  expect(shifts.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(0.01)
  await context.close()
})

describe('the editor of rule sets', () => {
  test('names a fault with its line and what would be right, and keeps the last check that worked', async () => {
    const context = await at.browser.newContext({ viewport: { width: 1400, height: 900 } })
    const { page } = await visit(context, `${at.playground.address}edit.html`)
    const text = page.getByLabel('Rule set (JSON)')
    // what names it comes first, as an author would write it
    await expect.poll(() => text.inputValue()).toMatch(/^\{\n {2}"id": "supplier-scorecard"/)
    const before = await text.inputValue()
    await text.fill(before.replace('"weighted-mean-v1"', '"weighted-mean-v2"'))
    const faults = page.locator('#faults li')
    await expect.poll(() => faults.first().textContent()).toContain('did you mean "weighted-mean-v1"')
    await page
      .getByRole('button', { name: /^Line \d+/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Start' }).waitFor()
    await text.fill(before.replace('"Supplier scorecard"', '"Scorecard of the guild"'))
    await page.getByRole('heading', { name: 'Scorecard of the guild' }).waitFor()
    await page.getByText('The rule set can be used').waitFor()
    await context.close()
  })
})
