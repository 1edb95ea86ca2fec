import { readFileSync } from 'node:fs'
import type { Relationship } from '@joinery/core'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDeskWorld, picture, signIn, type DeskWorld } from './desk-world.ts'

let world: DeskWorld
beforeAll(async () => {
  world = await createDeskWorld()
}, 60_000)
afterAll(() => world?.close())

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

interface At {
  readonly page: Page
  readonly recordNow: () => Promise<Relationship>
  readonly ask: <Body>(rest: string, body: unknown) => Promise<Body>
  /** Address of the relationship in the API. */
  readonly path: string
}

/** The desk on a page of a relationship that holds this. */
async function openAt(part: string, more: Relationship): Promise<At> {
  const page = await world.visit()
  const key = await signIn(page, world)
  const record = { org: { name: 'Harbour Joinery' }, rel: { partnerName: 'Castell & Rowe' }, ...more }
  const { id } = await world.ask(key, `/v1/firms/${world.firm}/relationships`, { record })
  await page.goto(`${world.address}/desk#/relationship/${id}/${part}`)
  await page.locator('main[aria-busy=false] h1').waitFor()
  const path = `/v1/relationships/${id}`
  const recordNow = async () => (await world.ask<{ record: Relationship }>(key, path)).record
  const ask = <Body>(rest: string, body: unknown) => world.ask<Body>(key, `${path}${rest}`, body)
  return { page, recordNow, ask, path }
}

test('people are rated by several, the lower counts, one step with a day follows, and is done', async () => {
  const { page, recordNow } = await openAt('skills', { people: [{ side: 'us', name: 'Ada Harbour', isLead: true }] })
  const form = page.locator('form.rate')
  const rate = async (rater: string, ratings: readonly (readonly [item: RegExp, value: string])[]) => {
    await form.getByLabel('Whom is it about?').fill('Ada Harbour')
    await form.getByRole('radio', { name: rater, exact: true }).check()
    for (const [item, value] of ratings)
      await form.getByRole('group', { name: item }).locator(`[value="${value}"]`).check()
    await form.getByRole('button', { name: 'Write it down' }).click()
  }
  expect(await form.locator('fieldset.statement').count()).toBe(14)
  await rate('The person', [
    [/Listens/, '3'],
    [/Knows the agreement/, '2'],
  ])
  await page.locator('[role=status] >> text=Written down.').waitFor()
  await rate('A colleague', [[/Listens/, '1']])
  const row = page.locator('tr', { hasText: 'Listens' })
  await row.locator('b', { hasText: '1' }).waitFor()
  await page.locator('tr', { hasText: 'Knows the agreement' }).locator('text=needs two').waitFor()
  await picture(page, 'skills')
  await page.fill('form.gap [name=due]', '2099-02-01')
  await page.click('text=Plan this step')
  await page.locator('.note >> text=/Works on: Listens/').waitFor()
  expect((await recordNow()).competences).toContainEqual(
    expect.objectContaining({ item: 'competence.listening', self: 3, peer: 1, actionDue: '2099-02-01' }),
  )
  await page.click('text=It is done')
  await expect.poll(async () => (await recordNow()).competences?.some(({ actionDoneAt }) => actionDoneAt)).toBe(true)
  // a partner is asked for four at most
  await rate(
    'The partner',
    [/Listens/, /Knows both/, /Knows the agreement/, /value and cost/, /secrets/].map((item) => [item, '2']),
  )
  await page.locator('.why >> text=/four items at most; these are 5/').waitFor()
  expect((await recordNow()).competences?.some(({ partner }) => partner !== undefined)).toBe(false)
  expect(world.complaints).toEqual([])
  await page.context().close()
}, 60_000)

test('the partner is asked about one person, answers through its link, and its own word is what counts', async () => {
  const people: Relationship['people'] = [{ side: 'us', name: 'Ada Harbour' }]
  const said = { personRef: 'Ada Harbour', item: 'competence.listening', at: dayFromNow(-1), self: 3, partner: 3 }
  const { page, ask, path } = await openAt('skills', { people, competences: [said] })
  const form = page.locator('form.ask')
  const items = form.getByRole('checkbox')
  for (let at = 0; at < 5; at++) await items.nth(at).check()
  await form.getByRole('button', { name: 'Ask this' }).click()
  await form.locator('.why >> text=/four items at most; these are 5/').waitFor()
  for (let at = 0; at < 5; at++) await items.nth(at).uncheck()
  await form.getByRole('checkbox', { name: /Listens/ }).check()
  await form.getByRole('button', { name: 'Ask this' }).click()
  await page.locator('#ask .note >> text=/asked about Ada Harbour/').waitFor()
  await picture(page, 'ask-partner')
  const link = { label: 'Ben Rowe', fields: [], powers: ['ratings'], expiresAt: '2099-01-01T00:00:00Z' }
  const { token } = await ask<{ token: string }>('/links', link)
  await world.ask(token, `${path}/ratings/given`, { ratings: { 'competence.listening': 1 } })
  await page.reload()
  const row = page.locator('tr', { hasText: 'Listens' })
  await row.locator('text=said by the partner itself').waitFor()
  await row.locator('b', { hasText: '1' }).waitFor()
  expect(world.complaints).toEqual([])
  await page.context().close()
}, 60_000)

test('a review goes through what is due, is recorded as a meeting with what was agreed, and gives a day for the calendar', async () => {
  const { page, recordNow } = await openAt('review', {
    commitments: [{ side: 'us', text: 'Oak by Monday', due: dayFromNow(-3) }],
    risks: [{ title: 'One buyer knows everything', severity: 'high', status: 'open', reviewedAt: dayFromNow(-100) }],
    people: [{ side: 'us', name: 'Ada Harbour', isLead: true, isSER: true, peerContactAt: dayFromNow(-120) }],
    meetings: [{ at: dayFromNow(-20), type: 'review', us: 1, partner: 1 }],
    rmp: { createdAt: dayFromNow(-200), owner: 'Ada Harbour', reviewedAt: dayFromNow(-100) },
  })
  await page.locator('li', { hasText: 'Oak by Monday' }).locator('text=/overdue since/').waitFor()
  await page.locator('li', { hasText: 'One buyer knows everything' }).waitFor()
  await page.locator('h3', { hasText: 'What goes stale' }).waitFor()
  await picture(page, 'review')
  await page.fill('[name=what-0]', 'Send the drawings')
  await page.fill('[name=owner-0]', 'Ben Rowe')
  await page.selectOption('[name=side-0]', 'partner')
  await page.fill('[name=due-0]', dayFromNow(14))
  await page.fill('[name=next]', '2099-05-24')
  await page.click('text=Record it as a meeting')
  await page.locator('[role=status] >> text=/24 May 2099/').waitFor()
  expect(await recordNow()).toMatchObject({
    meetings: [{}, { type: 'review', us: 1, partner: 1 }],
    actions: [{ side: 'partner', source: 'Send the drawings', owner: 'Ben Rowe', due: dayFromNow(14) }],
    rmp: { nextReviewAt: '2099-05-24' },
  })
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Into the calendar')])
  const calendar = readFileSync(await download.path(), 'utf8')
  expect(calendar).toContain('BEGIN:VCALENDAR')
  expect(calendar).toContain('20990524')
  expect(world.complaints).toEqual([])
  await page.context().close()
}, 60_000)

test('over time: two kept results, and what the firm wrote down between them is told as its own change', async () => {
  const { page } = await openAt('time', { rmp: { createdAt: dayFromNow(-10) } })
  const keep = page.getByRole('button', { name: 'Keep the result of today' })
  await keep.click()
  await page.locator('text=/With a second kept result/').waitFor()
  await page.click('nav >> text=Written down')
  await page.locator('.card', { hasText: 'The plan itself' }).click()
  await page.getByLabel('Who keeps the plan up to date?').fill('Ada Harbour')
  await page.click('nav >> text=Over time')
  await keep.click()
  const row = page
    .locator('table', { hasText: 'Principle by principle' })
    .locator('tr', { hasText: 'elationship' })
    .first()
  await row.locator('text=/^\\+0\\.\\d\\d$/').first().waitFor()
  await picture(page, 'time')
  expect(await page.locator('table').first().locator('tbody tr').count()).toBe(2)
  expect(world.complaints).toEqual([])
  await page.context().close()
}, 60_000)

test('with the keyboard alone: past the top of the page, into a list, a person written down and saved', async () => {
  const { page, recordNow } = await openAt('record/people', {})
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  // as the page is opened afresh, the focus stands before everything
  await page.reload()
  await page.locator('main[aria-busy=false] h1').waitFor()
  await page.keyboard.press('Tab')
  await page.locator('.skip:focus').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('#main:focus').waitFor()
  const add = page
    .locator('desk-facts')
    .first()
    .getByRole('button', { name: /Add one/ })
  for (let turn = 0; turn < 20 && !(await add.evaluate((button) => button.matches(':focus'))); turn++)
    await press('Tab')
  await page.keyboard.press('Enter')
  // the first field of the new entry has the focus: which side
  await page.locator('.item.open [type=radio]:focus').waitFor()
  await press('Space', 'Tab')
  await page.locator('.item.open button:focus, .item.open [type=text]:focus').waitFor()
  const name = page.getByLabel('Name', { exact: true })
  for (let turn = 0; turn < 5 && !(await name.evaluate((input) => input.matches(':focus'))); turn++) await press('Tab')
  await page.keyboard.type('Ada Harbour')
  const save = page.getByRole('button', { name: 'Save', exact: true })
  for (let turn = 0; turn < 80 && !(await save.evaluate((button) => button.matches(':focus'))); turn++)
    await press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('[role=status] >> text=Saved.').waitFor()
  expect((await recordNow()).people).toEqual([{ side: 'us', name: 'Ada Harbour' }])
  await page.context().close()
}, 60_000)
