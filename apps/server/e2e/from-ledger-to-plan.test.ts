import { readFileSync } from 'node:fs'
import type { Relationship, Result } from '@joinery/core'
import mammoth from 'mammoth'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { textsOf } from '../test/marked-record.ts'
import { bills, calendar, ledger } from './desk-files.ts'
import { createDeskWorld, picture, signIn, type DeskWorld } from './desk-world.ts'
import { fillWithMarks } from './marked-relationship.ts'
import { writeDown } from './written-down.ts'

let world: DeskWorld
beforeAll(async () => {
  world = await createDeskWorld()
}, 120_000)
afterAll(() => world?.close())

/** The relationship that is walked with: the desk of the firm, its key, and the address in the API. */
interface Walk {
  readonly desk: Page
  readonly key: string
  readonly path: string
}

test('from ledger to plan: brought in, chosen, asked, confirmed by the partner, agreed, and handed over as a document', async () => {
  const desk = await world.visit()
  const key = await signIn(desk, world)
  await bringIn(desk)
  const path = `/v1/relationships/${await castellOf(key)}`
  const walk = { desk, key, path }
  await chooseAsKey(walk)
  await desk.click('.chosen a')
  await writeDown(desk, () => recordOf(walk))
  const marks = await fillWithMarks(world, key, path)
  await answerStarter(walk)
  // a confirmation that the firm wrote down itself counts for nothing
  expect(await trustOf(walk)).toEqual({ level: 2, confirmation: 'none' })

  const { phone, link } = await openOnPhone(desk)
  const seen = [await phone.content()]
  for (const step of [confirmFacts, seal, open, actTogether, compareStatements, approve]) {
    await step(walk, phone)
    seen.push(await phone.content())
  }
  expect(await trustOf(walk)).toEqual({ level: 3, confirmation: 'witnessed' })
  // the same record, word by word, without a partner who took part
  const alone = await world.ask(key, `/v1/firms/${world.firm}/relationships`, { record: await recordOf(walk) })
  const copy = { ...walk, path: `/v1/relationships/${alone['id']}` }
  expect(await trustOf(copy)).toEqual({ level: 2, confirmation: 'none' })
  expect(await heldBackBy(copy)).toContain('one-sided')

  const plan = await takePlan(desk)
  const bytes = [...seen, ...plan, ...(await everythingBehind(phone, link))].join('\n')
  // the marks are worth something: what is shared is there
  expect(bytes).toContain('A shared risk')
  expect(bytes).toContain('Oak by Monday')
  expect(marks.size).toBeGreaterThan(15)
  expect([...marks].filter(([, mark]) => bytes.includes(mark))).toEqual([])
  // days are written out on pages
  expect(bytes).not.toMatch(/January 2031|1[,.]7654|9[,.]?876/u)
  expect(await phone.context().cookies()).toEqual([])
  expect(world.complaints).toEqual([])
}, 120_000)

async function bringIn(desk: Page): Promise<void> {
  await desk.click('main >> text=Bring in files')
  await desk.setInputFiles('input[type=file]', [ledger(), calendar(), bills()])
  await desk.click('text=Choose the largest five')
  await desk.click('text=Look for them in the files')
  await desk.click('text=Confirm all')
  await desk.click('button:has-text("Add 5 partners and write")')
  await desk.locator('text=Written.').waitFor()
}

async function castellOf(key: string): Promise<string> {
  const list = `/v1/firms/${world.firm}/relationships`
  const { items } = await world.ask<{ items: { id: string; partnerName: string }[] }>(key, list)
  return items.find(({ partnerName }) => partnerName === 'Castell & Rowe Ltd')?.id ?? 'none'
}

async function recordOf({ key, path }: Walk): Promise<Relationship> {
  return (await world.ask<{ record: Relationship }>(key, path)).record
}

async function chooseAsKey(walk: Walk): Promise<void> {
  const { desk } = walk
  await desk.click('text=Who deserves the effort?')
  const judged = desk.locator('.judged', { hasText: 'Castell & Rowe Ltd' })
  await judged.waitFor()
  for (const criterion of await judged.locator('fieldset').all()) await criterion.locator('[value="3"]').check()
  await desk.click('text=Take it as key')
  await expect.poll(async () => (await recordOf(walk)).segment).toMatchObject({ kind: 'key', targetLevel: 3 })
  await desk.locator('.chosen', { hasText: 'Castell & Rowe Ltd' }).waitFor()
}

/** Answers all that the starter asks, page by page of the element, until the result stands there. */
async function answerStarter(walk: Walk): Promise<void> {
  const { desk } = walk
  await desk.click('nav >> text=Where it stands')
  const element = desk.locator('joinery-assessment')
  const title = element.locator('#page-title')
  const turn = async (button: string | RegExp) => {
    const before = await title.textContent()
    await element.getByRole('button', { name: button }).click()
    await expect.poll(() => title.textContent()).not.toBe(before)
  }
  await turn(/^(Start|Go on)/)
  let page = ''
  const asked = world.ruleSet.document.scopes?.find(({ id }) => id === 'starter')?.indicators ?? []
  for (const id of asked) {
    const [principle = ''] = id.split('.')
    if (principle !== page) await turn('Continue')
    page = principle
    await element
      .locator(`[id="s-${id.replaceAll(/[./]/g, '-')}"]`)
      .getByRole('radio')
      .first()
      .check()
  }
  await turn('See the result')
  await expect.poll(async () => Object.keys((await recordOf(walk)).answers ?? {}).toSorted()).toEqual(asked.toSorted())
}

/** Where trust stands, in words of the service. */
async function trustOf(walk: Walk): Promise<{ level: number | null | undefined; confirmation: string }> {
  const { principles, confirmation } = await assess(walk)
  return { level: principles.find(({ id }) => id === 'p07')?.level, confirmation }
}

/** What keeps trust at its level. */
async function heldBackBy(walk: Walk): Promise<readonly string[]> {
  const { clauses } = await assess(walk)
  return clauses.find(({ id }) => id === 'p07.trust')?.heldBackBy.map(({ by }) => by) ?? []
}

function assess({ key, path }: Walk): Promise<Result> {
  return world.ask<Result>(key, `${path}/assessment?ruleSet=iso-44003`)
}

/** Makes the link on the desk, for everything that can be shown, and opens it on a phone that runs no scripts. */
async function openOnPhone(desk: Page) {
  await desk.click('text=The partner’s view')
  await desk.locator('button:has-text("Make the link")').waitFor()
  for (const part of await desk.locator('[name=field]').all()) await part.check()
  await chooseStatements(desk)
  await desk.click('button:has-text("Make the link")')
  const link = (await desk.locator('.address').textContent()) ?? ''
  const phone = await world.visit({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  await phone.goto(link)
  expect(await phone.textContent('h1')).toBe('Harbour Joinery asks for your view')
  return { phone, link }
}

/** Chooses two principles for the link, and answers their statements for the firm, so that the partner is asked the same. */
async function chooseStatements(desk: Page): Promise<void> {
  await desk.check('form.link [name=statements]')
  for (const principle of principles) await desk.check(`form.link [name=principle][value=${principle}]`)
  await desk.click('text=To the statements')
  const form = desk.locator('form.statements')
  const asked = await form.locator('fieldset.statement').all()
  expect(asked.length).toBe(6)
  for (const statement of asked) await statement.getByRole('radio').first().check()
  await form.getByRole('button').click()
  await desk.locator('text=Your answers to the statements are sealed.').waitFor()
}

const principles = ['p07', 'p10']

/** The partner sees one principle otherwise: a blind spot of the firm, on which both act. */
async function compareStatements({ desk, key, path }: Walk, phone: Page): Promise<void> {
  await phone.locator('#statements a').click()
  const asked = await phone.locator('fieldset.statement').all()
  expect(asked.length).toBe(6)
  for (const [at, statement] of asked.entries()) await statement.locator(at < 3 ? '[value=no]' : '[value=yes]').check()
  await phone.locator('form button').click()
  await phone.locator('table').first().waitFor()
  expect(await world.ask(key, `${path}/statements`)).toMatchObject({ opened: { gaps: [{ principle: 'p07' }, {}] } })
  await desk.reload()
  const row = desk.locator('#statements tr', { hasText: 'blind spot' })
  await row.waitFor()
  const form = desk.locator('#statements form.gap')
  await form.locator('[name=recheck]').fill('2099-05-24')
  await form.getByRole('button').click()
  await desk.locator('#statements >> text=/look again on 24 May 2099/').waitFor()
  await picture(desk, 'walk-statements')
  await phone.locator('.bar a').click()
}

/** All but the first few facts are a line each, until somebody opens it. */
async function openFact(phone: Page, field: string): Promise<void> {
  const fold = phone.locator('details.fact', { has: phone.locator(`[name="${field}"]`) })
  if ((await fold.count()) > 0) await fold.locator('summary').click()
}

async function confirmFacts(_walk: Walk, phone: Page): Promise<void> {
  for (const field of ['commitments', 'people']) await openFact(phone, field)
  await phone.check('[name="commitments"][value=yes]')
  await phone.check('[name="people"][value=no]')
  await phone.fill('[name="people-note"]', 'Cleo Rowe does it since May.')
  await phone.click('text=Send these answers')
  await phone.locator('#facts >> text=You confirmed this').waitFor()
  await phone.locator('#facts >> text=Cleo Rowe does it since May.').waitFor()
  await picture(phone, 'walk-facts')
}

const theirs = { reliability: 4, openness: 2, fairness: 3, capability: 5 }

/** The partner answers first: the firm can read nothing of it, and has not got further by it. */
async function seal(walk: Walk, phone: Page): Promise<void> {
  const { desk, key, path } = walk
  for (const [item, rating] of Object.entries(theirs)) await phone.check(`[name=${item}][value="${rating}"]`)
  await phone.click('text=Seal my four answers')
  await phone.locator('#pulse >> text=Your answers are sealed').waitFor()
  expect(await world.ask(key, `${path}/pulse`)).toMatchObject({ opened: null, waiting: { answered: ['partner'] } })
  expect((await recordOf(walk)).pulses?.filter(({ side }) => side === 'partner')).toEqual([])
  expect(await trustOf(walk)).toEqual({ level: 2, confirmation: 'witnessed' })
  await desk.reload()
  await desk.locator('text=has answered.').waitFor()
  expect(await desk.locator('text=What it means').count()).toBe(0)
}

/** The firm answers too: both open at once, on the desk. */
async function open({ desk, key, path }: Walk): Promise<void> {
  for (const item of Object.keys(theirs)) await desk.check(`[name=${item}][value="4"]`)
  await desk.click('text=Seal our answers')
  await desk.locator('tr', { hasText: 'Tells early' }).locator('text=Talk about this first').waitFor()
  expect(await world.ask(key, `${path}/pulse`)).toMatchObject({ opened: { gaps: expect.any(Array) } })
}

async function actTogether({ desk }: Walk, phone: Page): Promise<void> {
  const form = desk.locator('form.gap', { hasText: 'Tells early' })
  expect(await form.locator('[name=owner]').inputValue()).toBe('Ada Harbour')
  expect(await form.locator('[name=partner-owner]').inputValue()).toBe('Ben Rowe')
  await form.locator('[name=recheck]').fill('2099-05-24')
  await form.locator('text=Write it down for both').click()
  await desk.locator('text=/you both\\s+look again on 24 May 2099/').waitFor()
  await picture(desk, 'walk-gaps')
  await phone.reload()
  await phone.locator('#pulse >> text=/Agreed: Ada Harbour and Ben Rowe/').waitFor()
  await picture(phone, 'walk-gaps-phone')
}

async function approve(walk: Walk, phone: Page): Promise<void> {
  await phone.click('text=Read the plan')
  await phone.locator('text=Our plan together').first().waitFor()
  await phone.goBack()
  await phone.click('text=I approve this plan')
  await phone.locator('#plan >> text=You approved this plan on').waitFor()
  expect((await recordOf(walk)).rmp).toHaveProperty('partnerApprovedAt')
  expect(await phone.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(390)
}

/** Takes the plan along as a Word document, reads it back, and gives all that is in it. */
async function takePlan(desk: Page): Promise<string[]> {
  await desk.click('nav >> text=Plan')
  await desk.locator('text=/approved this plan/').first().waitFor()
  await desk.getByLabel('Everything').check()
  const [download] = await Promise.all([desk.waitForEvent('download'), desk.click('text=Word')])
  const buffer = readFileSync(await download.path())
  const { value: text } = await mammoth.extractRawText({ buffer })
  expect(text).toContain('Our plan together')
  expect(text).toContain('Castell & Rowe Ltd')
  expect(text).toContain('Ben Rowe')
  expect(text).toContain('A shared risk')
  expect(text).toContain('agreed with the partner on')
  await takePrivateHalf(desk)
  return [text, ...textsOf(buffer)]
}

/** The firm's own half stands apart: another page, another file, with what the partner never sees. */
async function takePrivateHalf(desk: Page): Promise<void> {
  await desk.getByLabel('Only for us').check()
  await desk.locator('h2', { hasText: 'Your own half' }).waitFor()
  const sheet = desk.frameLocator('iframe.sheet')
  await sheet.locator('text=Our own notes on the plan').waitFor()
  await sheet.locator('text=mark-own-risk-x').first().waitFor()
  const [download] = await Promise.all([desk.waitForEvent('download'), desk.click('text=Word')])
  expect(download.suggestedFilename()).toBe('plan-private.docx')
  const { value: text } = await mammoth.extractRawText({ buffer: readFileSync(await download.path()) })
  expect(text).toContain('mark-own-risk-x')
  expect(text).not.toContain('A shared risk')
  await picture(desk, 'walk-private-half')
}

/** Everything else that the link leads to: pages, copies to keep, and the plan in each format and form. */
async function everythingBehind(phone: Page, link: string): Promise<string[]> {
  const { request } = phone.context()
  const plans = ['html', 'md', 'docx'].flatMap((ending) => [`/plan.${ending}`, `/plan.${ending}?form=full`])
  const all = ['', '/invite', '/copy.html', '/copy.json', ...plans]
  const answers = await Promise.all(all.map((rest) => request.get(`${link}${rest}`)))
  expect(answers.map((answer) => answer.status())).toEqual(all.map(() => 200))
  const bodies = await Promise.all(answers.map((answer) => answer.body()))
  return [...answers.map((answer) => JSON.stringify(answer.headers())), ...bodies.flatMap(textsOf)]
}
