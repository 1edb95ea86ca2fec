import { mkdirSync } from 'node:fs'
import { serve, type ServerType } from '@hono/node-server'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
// @boundaries-ignore the browser is found in one place for the whole workspace
import { browserArgs, findBrowser } from '../../../tools/browser.ts'
import { createPartnerWorld, type PartnerWorld } from '../test/partner-world.ts'
import { axeFindings } from './axe-findings.ts'

const today = new Date().toISOString().slice(0, 10)
const section = (key: string) => ({ key, filled: true, visibility: 'shared' })
const record = {
  org: { name: 'Harbour Joinery', headcount: 1 },
  rel: { partnerName: 'Castell & Rowe', kind: 'customer', stage: 'running', revenueShare: 0.4 },
  rmp: {
    createdAt: '2026-01-10',
    versionAt: today,
    owner: 'Ada Harbour',
    reviewedAt: today,
    sections: ['people', 'aims', 'rhythm'].map(section),
  },
  people: [{ side: 'partner', name: 'Ben Rowe', isLead: true }],
} as const

let world: PartnerWorld
let server: ServerType
let browser: Browser
let address: string
beforeAll(async () => {
  world = await createPartnerWorld(record as never)
  server = serve({ fetch: world.app.fetch, port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  address = `http://localhost:${(server.address() as { port: number }).port}`
  const executablePath = findBrowser()
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...browserArgs] })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  server?.close()
  await world?.close()
})

/** A phone that runs no scripts, and notes what does not belong. */
async function openPhone(complaints: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  const page = await context.newPage()
  page.on('console', (message) => complaints.push(message.text()))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${address}/`)) complaints.push(request.url())
  })
  return page
}

const pictures = process.env['JOINERY_PICTURES']
async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

async function standing(): Promise<{ level: number; confirmation: string }> {
  const result = await world.ask<{ confirmation: string; clauses: { id: string; level: number }[] }>(
    world.firm,
    `${world.path}/assessment?ruleSet=iso-44003`,
  )
  return { level: result.clauses.find(({ id }) => id === 'p01.plan')!.level, confirmation: result.confirmation }
}

test('a partner on a phone, without scripts: facts, sealed pulse, plan, and the third level is reached', async () => {
  const complaints: string[] = []
  const page = await openPhone(complaints)
  const { token } = await world.link()
  expect(await standing()).toEqual({ level: 2, confirmation: 'none' })
  const answer = await page.goto(`${address}/p/${token}`)
  expect(answer!.headers()).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  expect(await page.textContent('h1')).toBe('Harbour Joinery asks for your view')
  await picture(page, '1-opened')

  await page.check('[name="rmp"][value=yes]')
  await page.check('[name="rel"][value=yes]')
  await page.check('[name="people"][value=no]')
  await page.fill('[name="people-note"]', 'Cleo Rowe does it since May.')
  await picture(page, '2-facts')
  await page.click('text=Send these answers')
  expect(await page.locator('text=You confirmed this').count()).toBe(2)
  expect(await page.textContent('#facts')).toContain('Cleo Rowe does it since May.')

  for (const [item, rating] of Object.entries({ reliability: 4, openness: 2, fairness: 3, capability: 5 }))
    await page.check(`[name=${item}][value="${rating}"]`)
  await page.click('text=Seal my four answers')
  expect(await page.textContent('#pulse')).toContain('Your answers are sealed')
  await picture(page, '3-sealed')
  const ours = { reliability: 4, openness: 4, fairness: 4, capability: 4 }
  const opened = await world.ask<{ firmOfOne: boolean }>(world.firm, `${world.path}/pulse`, ours)
  expect(opened.firmOfOne).toBe(true)
  const action = { item: 'openness', owner: 'Ada Harbour', partnerOwner: 'Ben Rowe', recheckAt: '2099-05-24' }
  expect((await world.send('POST', `${world.path}/gap-actions`, action)).status).toBe(201)
  await page.reload()
  expect(await page.textContent('#pulse table')).toMatch(
    /Tells early\s+talk first about this\s+Agreed: Ada Harbour and Ben Rowe/u,
  )

  await page.click('text=Look at the statements')
  await picture(page, '6-statements')
  await page.check('[name="p01.plan/1"][value=no]')
  await page.check('[name="p01.plan/2"][value=no]')
  await page.click('text=Seal my answers')
  await page.getByText('Your answers are sealed').waitFor()
  await world.ask(world.firm, `${world.path}/statements`, { answers: { 'p01.plan/1': 'yes', 'p01.plan/2': 'yes' } })
  const joint = { principle: 'p01', owner: 'Ada Harbour', partnerOwner: 'Ben Rowe', recheckAt: '2099-05-24' }
  await page.reload()
  await page.getByText('Nothing is agreed yet').waitFor()
  expect((await world.send('POST', `${world.path}/statements/actions`, joint)).status).toBe(201)
  await page.reload()
  await page.getByText('Harbour Joinery sees more here than you do').waitFor()
  await page.getByText('Agreed: Ada Harbour and Ben Rowe act on it').waitFor()
  await picture(page, '7-differ')
  await page.click('text=Back to all that is asked')

  await page.click('text=Read the plan')
  expect(await page.textContent('body')).toContain('Ada Harbour')
  await picture(page, '4-plan')
  await page.goBack()
  await page.click('text=I approve this plan')
  expect(await page.textContent('#plan')).toContain('You approved this plan on')
  await picture(page, '5-approved')
  expect(await standing()).toEqual({ level: 3, confirmation: 'witnessed' })
  const [content, window] = [await page.locator('html').evaluate((root) => root.scrollWidth), 390]
  expect(content).toBeLessThanOrEqual(window)
  expect(await page.context().cookies()).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
}, 60_000)

test.each([320, 768, 1280])(
  'axe finds nothing on the page and on the one that hands it on, at %i px',
  async (width) => {
    const context = await browser.newContext({ bypassCSP: true, viewport: { width, height: 900 } })
    const page = await context.newPage()
    const { token } = await world.link()
    for (const rest of ['', '/invite', '/statements', '/copy.html', '?lang=de', '?lang=ar', '/statements?lang=ar']) {
      await page.goto(`${address}/p/${token}${rest}`)
      await picture(page, `${width}${rest.replaceAll(/[/?=.]/g, '-')}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(await axeFindings(page)).toEqual([])
    }
    await context.close()
  },
)
