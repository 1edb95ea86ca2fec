import { afterAll, beforeAll, expect, test } from 'vitest'
import { bills, calendar, file, ledger } from './desk-files.ts'
import { axeFindings } from './axe-findings.ts'
import { createDeskWorld, picture, placesOf, signIn, type DeskWorld } from './desk-world.ts'

let world: DeskWorld
beforeAll(async () => {
  world = await createDeskWorld()
}, 60_000)
afterAll(() => world?.close())

test('from files to a plan: partners found, judged, asked, and nothing of it is sent elsewhere', async () => {
  const page = await world.visit()
  const key = await signIn(page, world)
  expect(key).toMatch(/^sk_(?:live|test)_/)
  expect(page.url()).toBe(`${world.address}/desk`)

  await page.click('main >> text=Bring in files')
  await page.setInputFiles('input[type=file]', [ledger(), calendar(), bills()])
  await page.click('text=Choose the largest five')
  await page.click('text=Look for them in the files')
  await page.click('text=Confirm all')
  await page.click('button:has-text("Add 5 partners and write")')
  await page.locator('text=Written.').waitFor()
  const list = `/v1/firms/${world.firm}/relationships`
  const { items } = await world.ask<{ items: { id: string; partnerName: string }[] }>(key, list)
  expect(items.map(({ partnerName }) => partnerName).toSorted()).toEqual([
    'Castell & Rowe Ltd',
    'Fairlawn Lettings',
    'Millbrook Offices',
    'Oakes & Co',
    'Stanfield Homes',
  ])
  const castell = items.find(({ partnerName }) => partnerName === 'Castell & Rowe Ltd')!
  const path = `/v1/relationships/${castell.id}`
  const { record } = await world.ask<{ record: object }>(key, path)
  expect(record).toMatchObject({ rel: { kind: 'customer', revenueShare: 0.6294 }, meetings: [{}, {}, {}, {}] })

  await page.click('text=Who deserves the effort?')
  const judged = page.locator('.judged', { hasText: 'Castell & Rowe Ltd' })
  await judged.waitFor()
  for (const criterion of await judged.locator('fieldset').all()) await criterion.locator('[value="3"]').check()
  await page.click('text=Take it as key')
  await page.locator('.chosen', { hasText: 'Castell & Rowe Ltd' }).waitFor()
  const kindNow = async () => (await world.ask<{ record: { segment?: object } }>(key, path)).record.segment
  await expect.poll(kindNow).toMatchObject({ kind: 'key', targetLevel: 3 })

  await page.click('.chosen a')
  await page.locator('joinery-assessment').locator('button', { hasText: 'Start' }).waitFor()
  await page.click('text=The partner’s view')
  await page.click('button:has-text("Make the link")')
  const link = await page.locator('.address').textContent()
  const phone = await world.visit({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  await phone.goto(link!)
  expect(await phone.textContent('h1')).toBe('Harbour Joinery asks for your view')

  await page.click('nav >> text=Plan')
  const plan = page.frameLocator('iframe.sheet')
  await plan.locator('text=Our plan together').waitFor()
  expect(await plan.locator('body').textContent()).not.toContain('62.9')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Word')])
  expect(download.suggestedFilename()).toBe('plan.docx')
  expect(await page.context().cookies()).toEqual([])
  expect(world.complaints).toEqual([])
}, 60_000)

test('questions that are looked at, left, and answered later lose nothing of what was written down meanwhile', async () => {
  const page = await world.visit()
  const key = await signIn(page, world)
  const record = { org: { name: 'Harbour Joinery' }, rel: { partnerName: 'Oakes & Co' }, segment: { kind: 'key' } }
  const { id } = await world.ask(key, `/v1/firms/${world.firm}/relationships`, { record })
  const start = page.locator('joinery-assessment').getByRole('button', { name: /^(Start|Go on)/ })
  await page.goto(`${world.address}/desk#/relationship/${id}/questions`)
  await start.waitFor()
  await page.click('nav >> text=Written down')
  await page.locator('.card', { hasText: 'The plan itself' }).click()
  await page.getByLabel('Who keeps the plan up to date?').fill('Ada Harbour')
  // leaving a form keeps what was written
  await page.click('nav >> text=Where it stands')
  await start.click()
  await page.locator('joinery-assessment').getByRole('button', { name: 'Continue' }).click()
  await page.locator('joinery-assessment').getByRole('radio').first().check()
  const recordNow = async () =>
    (await world.ask<{ record: { answers?: object } }>(key, `/v1/relationships/${id}`)).record
  await expect.poll(async () => Object.keys((await recordNow()).answers ?? {})).toHaveLength(1)
  expect(await recordNow()).toMatchObject({ ...record, rmp: { owner: 'Ada Harbour' } })
  await page.context().close()
}, 60_000)

test('a broken file is named with line and column, and nothing of it is used', async () => {
  const page = await world.visit()
  await signIn(page, world)
  await page.goto(`${world.address}/desk#/bring-in`)
  await page.setInputFiles('input[type=file]', [
    file('broken.csv', 'text/csv', 'Customer,Date,Amount\n"Castell,2026-01-05,10\nOakes,2026-01-06,20\n'),
    file('days.csv', 'text/csv', 'Customer,Date,Amount\nCastell,yesterday,10\nOakes,2026-01-06,20\n'),
  ])
  await page.locator('.files >> text=/Line 2, column 1: .*quotation mark/').waitFor()
  await page.locator('.files >> text=/Line 2, column 2: "yesterday"/').waitFor()
  expect(world.complaints).toEqual([])
}, 60_000)

test('a key that is none, or of somebody else, opens nothing and says why', async () => {
  const page = await world.visit()
  await page.goto(`${world.address}/desk`)
  await page.fill('#key', 'sk_live_too_short')
  await page.click('text=Sign in')
  await page.locator('text=/This is not a key of a firm/').waitFor()
  await page.fill('#key', world.association)
  await page.click('text=Sign in')
  await page.locator('text=/does not belong to a member firm/').waitFor()
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  await page.context().close()
}, 60_000)

test.each([320, 768, 1280])(
  'axe finds nothing on any page of the desk at %i px, and nothing is cut off',
  async (width) => {
    const page = await world.visit({
      bypassCSP: true,
      viewport: { width, height: 900 },
      colorScheme: width === 768 ? 'dark' : 'light',
    })
    await page.goto(`${world.address}/desk`)
    await page.locator('#key').waitFor()
    expect(await axeFindings(page)).toEqual([])
    const key = await signIn(page, world)
    const body = {
      record: { org: { name: 'Harbour Joinery' }, rel: { partnerName: `Partner of ${width} px`, revenueShare: 0.4 } },
    }
    const { id } = await world.ask(key, `/v1/firms/${world.firm}/relationships`, body)
    for (const place of placesOf(id ?? '')) {
      await page.goto('about:blank')
      await page.goto(`${world.address}/desk#/${place}`)
      await page.locator('main[aria-busy=false] h1').waitFor()
      await picture(page, `${width}-${place.split('/').slice(2).join('-') || place || 'home'}`)
      expect({ place, found: await axeFindings(page) }).toEqual({ place, found: [] })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    await page.context().close()
  },
  60_000,
)
