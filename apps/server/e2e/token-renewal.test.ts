import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTokenWorld, type TokenWorld } from './token-world.ts'

// A form that stands open for longer than its token is good. The clocks of the page and of the service are moved together.

let world: TokenWorld
beforeAll(async () => {
  world = await createTokenWorld()
}, 60_000)
afterAll(() => world.close())

const patient = { timeout: 20_000 }
const renewal = '/v1/embed-sessions/renewal'

interface Visit {
  readonly page: Page
  /** Status and path of every answer so far. */
  readonly answers: readonly string[]
}

async function visit(address: string): Promise<Visit> {
  const context = await world.browser.newContext()
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const answers: string[] = []
  page.on('response', (response) => answers.push(`${response.status()} ${new URL(response.url()).pathname}`))
  await page.clock.install({ time: world.now() })
  await page.goto(address)
  await start(page)
  return { page, answers }
}

async function start(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Start|Go on)/ }).click()
  const next = page.getByRole('button', { name: 'Continue' })
  await next.click()
  await page.getByRole('radio').first().waitFor()
}

const answer = (page: Page, nth: number, name: string) =>
  page.locator('.statement').nth(nth).getByRole('radio', { name, exact: true }).check()
const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor()
const answersOf = async (relationship: string) => Object.keys((await world.record(relationship)).answers ?? {}).length
const over = (page: Page) => page.getByText('The time given to this page is over')

test(
  'the token is exchanged before it ends, again and again, and answers are saved hours later',
  { timeout: 90_000 },
  async () => {
    const relationship = await world.newRelationship()
    const { page, answers } = await visit(world.pageOf(relationship))
    const renewed = () => answers.filter((line) => line === `201 ${renewal}`).length
    for (const turn of [1, 2, 3]) {
      // the part that watches over the token has come once it asks
      await world.pass(page, 21)
      await expect.poll(renewed, patient).toBe(turn)
    }
    await answer(page, 0, 'Yes')
    await saved(page)
    expect(await answersOf(relationship)).toBe(1)
    expect(answers.filter((line) => line.startsWith('401'))).toEqual([])
  },
)

test(
  'without the network over the end of the token, the site gives another one and everything is sent',
  { timeout: 90_000 },
  async () => {
    const relationship = await world.newRelationship()
    const { page, answers } = await visit(
      world.pageOf(relationship, { attributes: `renew="/token?of=${relationship}"` }),
    )
    await answer(page, 0, 'Yes')
    await saved(page)
    await page.context().setOffline(true)
    await answer(page, 1, 'Partly')
    await page.getByText('sent as soon as there is a network').waitFor()
    await world.pass(page, 45)
    await page.context().setOffline(false)
    await saved(page)
    expect(answers).toContain('200 /token')
    expect(answers).not.toContain(`201 ${renewal}`)
    expect(await answersOf(relationship)).toBe(2)
  },
)

test(
  'where nobody gives another one it is said, the answers stay on the device, and are sent when the page is loaded again',
  { timeout: 90_000 },
  async () => {
    const relationship = await world.newRelationship()
    const other = await world.newRelationship()
    const { page } = await visit(world.pageOf(relationship))
    await page.context().setOffline(true)
    await answer(page, 0, 'No')
    await world.pass(page, 45)
    await page.context().setOffline(false)
    await over(page).waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('kept on this device')
    expect(await answersOf(relationship)).toBe(0)

    // nothing of it goes into another relationship that is opened on the same page of the site
    const elsewhere = await page.context().newPage()
    await elsewhere.goto(world.pageOf(other))
    await start(elsewhere)
    expect(await elsewhere.getByRole('radio', { checked: true }).count()).toBe(0)
    await answer(elsewhere, 0, 'Partly')
    await saved(elsewhere)
    expect(Object.values((await world.record(other)).answers!)).toEqual([expect.objectContaining({ value: 'partly' })])

    await page.reload()
    await expect.poll(() => answersOf(relationship), patient).toBe(1)
    await expect
      .poll(() => page.getByRole('radio', { name: 'No', exact: true }).first().isChecked(), patient)
      .toBe(true)
  },
)

test(
  'a session that the firm ended is over at once; a token that the page sets sends what was left',
  { timeout: 90_000 },
  async () => {
    const relationship = await world.newRelationship()
    const { page, answers } = await visit(world.pageOf(relationship))
    const { id, token } = await world.open(relationship)
    const give = (next: string) =>
      page.evaluate((text) => document.querySelector('joinery-assessment')!.setAttribute('token', text), next)
    await give(token)
    await answer(page, 0, 'Yes')
    await saved(page)
    await world.end(relationship, id)
    await answer(page, 1, 'No')
    await over(page).waitFor()
    expect(answers).toContain(`401 ${renewal}`)
    expect(await answersOf(relationship)).toBe(1)
    await give((await world.open(relationship)).token)
    await saved(page)
    expect(await over(page).count()).toBe(0)
    expect(await answersOf(relationship)).toBe(2)
  },
)

test(
  'an assessment that was taken off its page asks for no more tokens; put back before its token ends, it does again',
  { timeout: 90_000 },
  async () => {
    const { page, answers } = await visit(world.pageOf(await world.newRelationship()))
    const renewed = () => answers.filter((line) => line.endsWith(` ${renewal}`)).length
    await world.pass(page, 21)
    await expect.poll(renewed, patient).toBe(1)
    const element = await page.evaluateHandle(() => document.querySelector('joinery-assessment')!)
    await element.evaluate((one) => one.remove())
    await world.pass(page, 21)
    // whatever was asked for is answered before this
    await page.evaluate(() => fetch('/'))
    await page.waitForLoadState('networkidle')
    expect(renewed()).toBe(1)
    await element.evaluate((one) => document.body.append(one))
    await world.pass(page, 5)
    await expect.poll(renewed, patient).toBe(2)
    await answer(page, 0, 'Yes')
    await saved(page)
  },
)
