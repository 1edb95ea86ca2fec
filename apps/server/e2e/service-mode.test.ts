import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWidgetWorld, resultOfCommand, type WidgetWorld } from './widget-world.ts'

let world: WidgetWorld
beforeAll(async () => {
  world = await createWidgetWorld()
}, 60_000)
afterAll(() => world.close())

const element = (attributes: string) =>
  `<joinery-assessment rules="iso-44003" api="${world.service.address}" ${attributes}></joinery-assessment>`
const withKey = () => element(`key="${world.key}"`)
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

async function begin(page: Page): Promise<void> {
  await button(page, 'Start').click()
  await button(page, 'Continue').click()
}

/** What this device keeps of the visit. */
async function keptBy(page: Page) {
  return page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('joinery.service.'))
    return key === undefined ? undefined : JSON.parse(localStorage.getItem(key)!)
  })
}

async function recordInService(page: Page): Promise<{ answers?: Record<string, { value: string }> }> {
  const { visit } = await keptBy(page)
  const { address } = world.service
  const path = `/v1/relationships/${visit.relationship}`
  return page.evaluate(
    async ({ url, token }) =>
      (await (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).json()).record,
    { url: `${address}${path}`, token: visit.token as string },
  )
}

async function savedBy(page: Page, words: RegExp): Promise<string> {
  const saving = page.waitForEvent('download')
  await button(page, words).click()
  return readFileSync(await (await saving).path(), 'utf8')
}

test('a visitor answers everything, part of it without the network, and gets the bytes of the command', async () => {
  const page = await world.visit(withKey())
  await begin(page)
  await page.getByText(/is kept by 127\.0\.0\.1/).waitFor({ state: 'detached' })
  for (let turn = 0; turn < 12; turn++) {
    if (turn === 4) await page.context().setOffline(true)
    if (turn === 8) await page.context().setOffline(false)
    const statements = page.locator('.statement')
    for (let index = 0; index < (await statements.count()); index++)
      await statements
        .nth(index)
        .getByRole('radio')
        .nth((turn + index) % 4)
        .check()
    if (turn === 6) await page.getByText('sent as soon as there is a network').waitFor()
    await button(page, /^(Continue|See the result)$/).click()
  }
  await page.getByRole('heading', { name: 'What to do next' }).waitFor()
  const result = await savedBy(page, /^Data \(JSON\)$/)
  await page.getByText('Keep, move or delete').click()
  const { record } = JSON.parse(await savedBy(page, /^Save to a file$/))
  expect(await recordInService(page)).toEqual(record)
  expect(Object.keys(record.answers)).toHaveLength(16)
  expect(resultOfCommand(record, { asOf: JSON.parse(result).provenance.asOf, scope: 'starter' })).toBe(result)
  expect(await page.context().cookies()).toEqual([])
}, 90_000)

test('nothing is sent before something is answered, and the page says who keeps it', async () => {
  const page = await world.visit(withKey())
  await page.getByText(`What you write is kept by ${new URL(world.service.address).host}`).waitFor()
  await button(page, 'Start').waitFor()
  expect(await keptBy(page)).toBeUndefined()
})

test('the live figures come from the service', async () => {
  const page = await world.visit(withKey())
  await begin(page)
  await page.getByRole('radio', { name: 'Yes' }).first().check()
  await page.getByText('Saved', { exact: true }).waitFor()
  await expect.poll(() => page.getByText(/4% – 100%.* reached/).isVisible()).toBe(true)
})

test('what was answered without the network survives the end of the tab, and is sent by the next one', async () => {
  const context = await world.browser.newContext()
  const page = await world.visit(withKey(), context)
  await begin(page)
  await page.getByRole('radio', { name: 'No', exact: true }).first().check()
  await page.getByText('Saved', { exact: true }).waitFor()
  await context.setOffline(true)
  await page.getByRole('radio', { name: 'Partly' }).first().check()
  await page.getByText('sent as soon as there is a network').waitFor()
  const address = page.url()
  await crash(page)
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(address)
  await expect.poll(() => again.getByRole('radio', { name: 'Partly' }).first().isChecked()).toBe(true)
  await expect.poll(async () => (await recordInService(again)).answers?.['p01.plan/1']?.value).toBe('partly')
})

test('a result that was asked for without the network is kept by the service once the network is back, after a reload too', async () => {
  const context = await world.browser.newContext()
  const page = await world.visit(withKey(), context)
  await begin(page)
  await page.getByRole('radio', { name: 'Yes' }).first().check()
  await page.getByText('Saved', { exact: true }).waitFor()
  await context.setOffline(true)
  await button(page, /Where you stand/).click()
  await expect.poll(async () => (await keptBy(page)).submission?.scope).toBe('starter')
  const address = page.url()
  await page.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(address)
  await again.getByRole('heading', { name: 'What to do next' }).waitFor()
  await expect.poll(async () => (await keptBy(again)).submission).toBeUndefined()
  const { visit } = await keptBy(again)
  const results = await again.evaluate(
    async ({ url, token }) =>
      (await (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).json()).items,
    { url: `${world.service.address}/v1/relationships/${visit.relationship}/results`, token: visit.token as string },
  )
  expect(results).toHaveLength(1)
})

test('with a token of the site it is the relationship of the firm, and what two people change at once is put together', async () => {
  const record = { org: { name: 'Harbour Joinery' }, rel: { partnerName: 'Castell & Rowe' } }
  const { firm } = world.member
  const { id } = await world.api<{ id: string }>(`/v1/firms/${firm}/relationships`, {
    method: 'POST',
    body: { record },
  })
  const { token } = await openEmbed(id)
  const [ada, ben] = await Promise.all([
    world.visit(element(`token="${token}"`)),
    world.visit(element(`token="${token}"`)),
  ])
  for (const page of [ada, ben]) await button(page, /^(Start|Go on)/).click()
  await expect.poll(() => ada.getByLabel('Who is the partner?').inputValue()).toBe('Castell & Rowe')
  for (const page of [ada, ben]) await button(page, 'Continue').click()
  await ada.getByRole('radio', { name: 'Yes' }).first().check()
  await ada.getByText('Saved', { exact: true }).waitFor()
  await button(ben, 'Continue').click()
  await ben.getByRole('radio', { name: 'No', exact: true }).first().check()
  await ben.getByText('Saved', { exact: true }).waitFor()
  const { record: stored } = await world.api<{ record: { answers: object } }>(`/v1/relationships/${id}`)
  expect(stored.answers).toMatchObject({ 'p01.plan/1': { value: 'yes' }, 'p02.fit/1': { value: 'no' } })
  await button(ben, 'Back').click()
  await expect.poll(() => ben.getByRole('radio', { name: 'Yes' }).first().isChecked()).toBe(true)
})

test('a token that has run out is said, and nothing is lost', async () => {
  const page = await world.visit(element('token="e30.eyJhdWQiOiJub2JvZHkifQ.x"'))
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').textContent()).toMatch(/could not be loaded/)
})

async function openEmbed(relationship: string): Promise<{ token: string }> {
  return world.api(`/v1/relationships/${relationship}/embed-sessions`, {
    method: 'POST',
    body: { origins: [world.site] },
  })
}

/** Ends the process that draws the page, as a browser does that runs out of memory. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  page.goto('chrome://crash').catch(() => undefined)
  await crashed
  await page.close()
}
