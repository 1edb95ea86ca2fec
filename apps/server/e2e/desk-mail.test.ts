import { expect, onTestFinished, test } from 'vitest'
import { startMailServer } from '../test/mail-server.ts'
import { createDeskWorld, signIn, type DeskWorld } from './desk-world.ts'

async function atPartner(world: DeskWorld) {
  const page = await world.visit()
  const key = await signIn(page, world)
  const record = { org: { name: 'Harbour Joinery' }, rel: { partnerName: 'Castell & Rowe' } }
  const { id } = await world.ask(key, `/v1/firms/${world.firm}/relationships`, { record })
  await page.goto(`${world.address}/desk#/relationship/${id}/partner`)
  const form = page.locator('form.link')
  await form.waitFor()
  const make = async (to: string) => {
    await form.getByLabel('For whom').fill('Ben Rowe')
    await form.getByLabel('Send it by mail to').fill(to)
    await form.getByRole('button', { name: 'Make the link' }).click()
  }
  return { page, form, make }
}

test('a link is sent to the partner by the service, and the desk tells how far the mail is', async () => {
  const mails = await startMailServer()
  onTestFinished(() => mails.close())
  const url = `smtp://127.0.0.1:${mails.port}`
  const world = await createDeskWorld({ url, from: 'joinery@guild.example', address: 'https://guild.example' })
  onTestFinished(() => world.close())
  const { page, form, make } = await atPartner(world)
  await make('not an address')
  await page.locator('[role=alert]', { hasText: 'mail' }).waitFor()
  expect(await form.getByLabel('For whom').inputValue()).toBe('Ben Rowe')
  await make('ben@castell.example')
  await page.getByLabel('Address of the link').waitFor()
  await expect.poll(() => mails.received.length, { timeout: 20_000 }).toBe(1)
  const { to, source } = mails.received[0]!
  expect(to).toEqual(['ben@castell.example'])
  const shown = await page.getByLabel('Address of the link').textContent()
  const token = new URL(shown!.trim()).pathname.split('/').at(-1)!
  expect(source.replaceAll('=\r\n', '')).toContain(token)
  const isSent = async () => {
    await page.reload()
    const row = page.locator('ul.rows li', { hasText: 'Ben Rowe' })
    await row.waitFor()
    return (await row.textContent())?.includes('mail sent')
  }
  await expect.poll(isSent, { timeout: 20_000 }).toBe(true)
})

test('where the service has no mail server, the desk says so and keeps what was written', async () => {
  const world = await createDeskWorld()
  onTestFinished(() => world.close())
  const { page, form, make } = await atPartner(world)
  await make('ben@castell.example')
  await page.locator('[role=alert]', { hasText: 'this service has no mail server' }).waitFor()
  expect(await form.getByLabel('Send it by mail to').inputValue()).toBe('ben@castell.example')
})
