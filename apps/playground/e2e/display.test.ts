import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { playgroundAtWork } from './at-work.ts'

const at = playgroundAtWork()

const root = join(import.meta.dirname, '../../..')
const record = join(root, 'apps/cli/examples/harbour-joinery.json')
const words = ['assess', record, '--as-of', '2026-11-23', '--format', 'json']
const result = execFileSync(process.execPath, [join(root, 'apps/cli/src/main.ts'), ...words], { encoding: 'utf8' })

const strict =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types joinery"

/** What an element shows at first, which part it fetches after that, and what is there with it. */
const elements = [
  {
    tag: 'joinery-results',
    first: (page: Page) => page.getByRole('heading', { name: 'Level 2: Written' }),
    part: 'beneath',
    later: (page: Page) => page.getByRole('heading', { name: 'Clause by clause' }),
  },
  {
    tag: 'joinery-plan',
    first: (page: Page) => page.getByRole('listitem').first(),
    part: 'plan-tools',
    later: (page: Page) => page.getByRole('textbox', { name: 'Who' }).first(),
  },
]

interface Visit {
  readonly page: Page
  readonly complaints: readonly string[]
}

/** A page that holds the element and a line behind it; hurdles come before its first request. */
async function visit(
  context: BrowserContext,
  tag: string,
  {
    styles = '',
    policy,
    hurdles,
  }: { styles?: string; policy?: string; hurdles?: (page: Page) => Promise<unknown> } = {},
): Promise<Visit> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => /policy/i.test(message.text()) && complaints.push(message.text()))
  page.on('pageerror', ({ message }) => complaints.push(message))
  const style = styles === '' ? '' : `<style>body { margin: 0; display: block } ${styles}</style>`
  const box =
    styles === '' ? '' : ' style="all: initial !important; display: block !important; width: 900px !important"'
  const body = `<!doctype html><html lang="en"><title>Host</title>${style}<script type="module" src="/widgets/joinery.js"></script>
    <div${box}><${tag} src="/result.json" rules="/rules/iso-44003.json"></${tag}></div><p>What follows</p></html>`
  const headers = policy === undefined ? {} : { 'content-security-policy': policy }
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', headers, body }))
  await page.route('**/result.json', (route) => route.fulfill({ contentType: 'application/json', body: result }))
  await hurdles?.(page)
  await page.goto(`${at.playground.address}host.html`)
  return { page, complaints }
}

describe.each(elements)('$tag', ({ tag, first, part, later }) => {
  const files = `**/joinery-${part}-*.js`

  test.each([320, 1280])(
    'moves nothing when its second part comes late, at %s px under a strict policy',
    async (width) => {
      const context = await at.browser.newContext({ viewport: { width, height: 900 } })
      let release: () => void = () => undefined
      const held = new Promise<void>((resolve) => (release = resolve))
      const hold = (page: Page) => page.route(files, (route) => held.then(() => route.continue()))
      const { page, complaints } = await visit(context, tag, { policy: strict, hurdles: hold })
      await first(page).waitFor()
      expect(await later(page).count()).toBe(0)
      await page.evaluate(watchShifts)
      release()
      await later(page).waitFor()
      await page.waitForTimeout(300)
      expect(await page.evaluate(shiftsSeen)).toBeLessThanOrEqual(0.01)
      expect(complaints).toEqual([])
      await context.close()
    },
  )

  test('says that its second part did not come, and fetches it when asked', async () => {
    const context = await at.browser.newContext()
    const { page } = await visit(context, tag, { hurdles: (one) => one.route(files, (route) => route.abort()) })
    await page.getByRole('alert').getByText('This could not be loaded.').waitFor()
    await first(page).waitFor()
    await page.unroute(files)
    await page.getByRole('button', { name: 'Try again' }).click()
    await later(page).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await context.close()
  })

  test('looks the same on a page that unsets everything and has small letters', async () => {
    const context = await at.browser.newContext({ viewport: { width: 1000, height: 900 } })
    const plain = await insidesUnder(context, 'html {}')
    expect(plain.length).toBeGreaterThan(30)
    const hostile = 'html { font-size: 62.5% } * { all: unset !important }'
    expect(await insidesUnder(context, hostile)).toEqual(plain)
    await context.close()
  })

  /** Where everything inside the element is and how it looks. */
  async function insidesUnder(context: BrowserContext, styles: string): Promise<readonly string[]> {
    const { page } = await visit(context, tag, { styles })
    await later(page).waitFor({ state: 'attached' })
    return page.locator(tag).evaluate((element) => {
      const { x, y } = element.getBoundingClientRect()
      return [...element.shadowRoot!.querySelectorAll(':not(defs, defs *)')].map((inner) => {
        const box = inner.getBoundingClientRect()
        const { color, font, display, padding, margin } = getComputedStyle(inner)
        return `${inner.tagName} ${[box.x - x, box.y - y, box.width, box.height, color, font, display, padding, margin].join(' ')}`
      })
    })
  }
})

test('a result that comes late moves nothing on a page where the element was there before it', async () => {
  const context = await at.browser.newContext({ viewport: { width: 1280, height: 900 } })
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const hurdles = (page: Page) =>
    page.route('**/result.json', (route) =>
      held.then(() => route.fulfill({ contentType: 'application/json', body: result })),
    )
  const { page } = await visit(context, 'joinery-results', { hurdles })
  const room = page.locator('joinery-results slot')
  await room.waitFor({ state: 'attached' })
  await page.waitForTimeout(300)
  await page.evaluate(watchShifts)
  release()
  await page.getByRole('heading', { name: 'Clause by clause' }).waitFor()
  await page.waitForTimeout(300)
  expect(await page.evaluate(shiftsSeen)).toBeLessThanOrEqual(0.01)
  await context.close()
})

test('where a result does not come, its room is given back', async () => {
  const context = await at.browser.newContext({ viewport: { width: 1280, height: 900 } })
  let refuse: () => void = () => undefined
  const held = new Promise<void>((resolve) => (refuse = resolve))
  const hurdles = (page: Page) => page.route('**/result.json', (route) => held.then(() => route.abort()))
  const { page } = await visit(context, 'joinery-results', { hurdles })
  const height = () => page.locator('joinery-results').evaluate((one) => one.getBoundingClientRect().height)
  await expect.poll(height, { timeout: 10_000 }).toBe(900)
  refuse()
  await expect.poll(height, { timeout: 10_000 }).toBe(0)
  await context.close()
})

interface Watching {
  shifts: number[]
}

/** Runs in the page: notes every shift from now on. */
function watchShifts(): void {
  const shifts = ((window as unknown as Watching).shifts = [] as number[])
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
  }).observe({ type: 'layout-shift' })
}

/** Runs in the page: all of them together. */
function shiftsSeen(): number {
  return (window as unknown as Watching).shifts.reduce((sum, one) => sum + one, 0)
}

test('a result says day, level and range in words before anything of it is drawn', async () => {
  const context = await at.browser.newContext()
  const { page } = await visit(context, 'joinery-results', {
    hurdles: (one) => one.route('**/joinery-beneath-*.js', (route) => route.abort()),
  })
  await page.getByText(/Score .+ of 4/).waitFor()
  for (const said of ['As of Nov 23, 2026', 'Self-assessed', 'Level 2: Written'])
    expect(await page.getByText(said).isVisible()).toBe(true)
  expect(await page.locator('joinery-results svg').count()).toBe(0)
  await page.unroute('**/joinery-beneath-*.js')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('joinery-results .hero svg').waitFor()
  await context.close()
})

describe('without the network', () => {
  test('a plan that was there is worked on and taken away', async () => {
    const context = await at.browser.newContext()
    const { page } = await visit(context, 'joinery-plan')
    const who = page.getByRole('textbox', { name: 'Who' })
    await who.first().waitFor()
    await context.setOffline(true)
    await who.first().fill('Iris')
    await page.getByRole('button', { name: 'Show all 42' }).click()
    await expect.poll(() => who.count()).toBe(42)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Spreadsheet (CSV)' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('relationship-plan.csv')
    await context.close()
  })

  test('a result that was there opens its clauses', async () => {
    const context = await at.browser.newContext()
    const { page } = await visit(context, 'joinery-results')
    const clause = page.locator('summary').first()
    await clause.waitFor()
    await context.setOffline(true)
    await clause.click()
    await expect.poll(() => page.locator('details[open] .outcome').first().isVisible()).toBe(true)
    await context.close()
  })
})
