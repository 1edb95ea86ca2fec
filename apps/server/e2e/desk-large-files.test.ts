import { closeSync, ftruncateSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFolder } from '../test/folders.ts'
import { file } from './desk-files.ts'
import { createDeskWorld, signIn, type DeskWorld } from './desk-world.ts'

let world: DeskWorld
const folder = newFolder()
beforeAll(async () => {
  world = await createDeskWorld()
}, 60_000)
afterAll(async () => {
  await world?.close()
})

async function openBringIn(): Promise<{ page: Page; key: string }> {
  const page = await world.visit()
  const key = await signIn(page, world)
  await page.goto(`${world.address}/desk#/bring-in`)
  await page.locator('input[type=file]').waitFor({ state: 'attached' })
  return { page, key }
}

function dayBefore(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
}

test('50,000 rows are read beside the page: it shows how far it is, and answers meanwhile', async () => {
  const rows = Array.from(
    { length: 50_000 },
    (_, at) => `Partner ${at % 900},${dayBefore(1 + (at % 360))},${(100 + (at % 977)).toFixed(2)}`,
  )
  const path = join(folder, 'sales.csv')
  writeFileSync(path, `Customer,Date,Amount\n${rows.join('\n')}\n`)
  const { page } = await openBringIn()
  await page.evaluate(watchReading)
  await page.setInputFiles('input[type=file]', path)
  await page.locator('.files >> text=/50[,.]?000 rows/').waitFor()
  const seen = await page.evaluate(() => (globalThis as unknown as { reading: Reading }).reading)
  console.log(
    `50,000 rows in a page: ${Math.round(seen.ended - seen.began)} ms, longest task ${Math.round(seen.longest)} ms`,
  )
  expect(seen.shares.length).toBeGreaterThan(2)
  expect(seen.shares).toEqual(seen.shares.toSorted((left, right) => left - right))
  // read in the page itself, one task would last as long as all the reading
  expect(seen.longest).toBeLessThan((seen.ended - seen.began) / 2)
  await page.context().close()
}, 60_000)

interface Reading {
  began: number
  ended: number
  longest: number
  shares: number[]
}

/** Notes in the page when reading begins and ends, what the bar of progress shows, and the longest task meanwhile. */
function watchReading(): void {
  const reading: Reading = { began: 0, ended: 0, longest: 0, shares: [] }
  Object.assign(globalThis, { reading })
  document.addEventListener('change', () => (reading.began = performance.now()), { capture: true, once: true })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      if (startTime >= reading.began) reading.longest = Math.max(reading.longest, duration)
  }).observe({ type: 'longtask' })
  new MutationObserver(() => {
    const value = document.querySelector('progress')?.value
    if (value !== undefined && value !== reading.shares.at(-1)) reading.shares.push(value)
    if (value === undefined && reading.shares.length > 0 && reading.ended === 0) reading.ended = performance.now()
  }).observe(document.body, { subtree: true, childList: true, attributes: true })
  // the value of a bar is a property: nothing tells when it changes
  const look = () => {
    const value = document.querySelector('progress')?.value
    if (value !== undefined && value !== reading.shares.at(-1)) reading.shares.push(value)
    if (reading.ended === 0) setTimeout(look, 1)
  }
  look()
}

test.each([
  ['a little more than 64 MB', 64 * 1024 * 1024 + 1],
  ['1 GB', 1024 ** 3],
])(
  '%s is refused in words, and the page goes on',
  async (_what, bytes) => {
    const path = join(folder, 'everything.csv')
    const handle = openSync(path, 'w')
    // a hole: it has the size and takes no room on the disk
    ftruncateSync(handle, bytes)
    closeSync(handle)
    const { page } = await openBringIn()
    await page.setInputFiles('input[type=file]', path)
    await page.locator('.files >> text=/64 MB/').waitFor()
    await page.setInputFiles('input[type=file]', [
      file('sales.csv', 'text/csv', `Customer,Date,Amount\nOakes,${dayBefore(9)},10\n`),
    ])
    await page.locator('.files >> text=/1 row/').waitFor()
    expect(await page.locator('.files > li').count()).toBe(2)
    await partner(page, 'Oakes').waitFor()
    await page.context().close()
  },
  60_000,
)

test('a calendar of 2,000 meetings is one line to confirm, and can be looked at one by one', async () => {
  const events = Array.from({ length: 2_000 }, (_, at) => {
    const on = dayBefore(1 + (at % 350)).replaceAll('-', '')
    const hour = String(8 + Math.floor(at / 350)).padStart(2, '0')
    return `BEGIN:VEVENT\r\nUID:${at}@harbour.example\r\nDTSTAMP:${on}T080000Z\r\nDTSTART:${on}T${hour}0000Z\r\nDTEND:${on}T${hour}3000Z\r\nSUMMARY:Call with Oakes\r\nEND:VEVENT`
  })
  const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Harbour//Calendar//EN', ...events, 'END:VCALENDAR', '']
  const { page, key } = await openBringIn()
  await page.setInputFiles('input[type=file]', [file('calendar.ics', 'text/calendar', calendar.join('\r\n'))])
  await page.getByLabel('Another partner').fill('Oakes')
  await page.click('button:has-text("Add")')
  await page.click('text=Look for them in the files')
  const found = page.locator('.found')
  const group = found.getByRole('checkbox', { name: /meetings from/ })
  await group.waitFor()
  expect(await found.getByRole('checkbox').count()).toBeLessThan(5)
  await group.check()
  const each = found.locator('summary')
  const count = Number(/\d+/.exec((await each.textContent()) ?? '')?.[0])
  await each.click()
  await expect.poll(() => found.locator('details').getByRole('checkbox', { checked: true }).count()).toBe(count)
  await found.locator('details').getByRole('checkbox').first().uncheck()
  await page.click('main >> button:has-text("Add 1 partner")')
  await page.locator('text=Written.').waitFor()
  const { items } = await world.ask<{ items: { id: string }[] }>(key, `/v1/firms/${world.firm}/relationships`)
  const { record } = await world.ask<{ record: { meetings: unknown[]; evidence: unknown[] } }>(
    key,
    `/v1/relationships/${items.at(-1)?.id}`,
  )
  expect(record.meetings).toHaveLength(count - 1)
  expect(record.evidence).toHaveLength(1)
  await page.context().close()
}, 60_000)

test('which column holds what is remembered on the device for the next file of the same program', async () => {
  const { page } = await openBringIn()
  const text = (name: string) => `Customer,Paid for,Date,Amount\nCash desk,${name},${dayBefore(9)},10\n`
  const bringIn = (name: string) =>
    page.setInputFiles('input[type=file]', [file(`${name}.csv`, 'text/csv', text(name))])
  await bringIn('Oakes')
  await partner(page, 'Cash desk').waitFor()
  await page.click('text=Which column holds what')
  await page.locator('.mapping').getByLabel('the name of the firm', { exact: true }).selectOption('Paid for')
  await partner(page, 'Oakes').waitFor()
  expect(await partner(page, 'Cash desk').count()).toBe(0)
  await page.reload()
  await bringIn('Castell')
  await partner(page, 'Castell').waitFor()
  expect(world.complaints).toEqual([])
  await page.context().close()
}, 60_000)

/** A partner that the files name, to be looked for. */
function partner(page: Page, name: string) {
  return page.getByRole('checkbox', { name })
}
