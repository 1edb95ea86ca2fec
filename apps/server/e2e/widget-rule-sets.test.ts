import { bundleRuleSet, generateKey, loadRuleSet, signBundle, type Bundle } from '@joinery/kit'
import type { Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createWidgetWorld, type WidgetWorld } from './widget-world.ts'

let world: WidgetWorld
let bundle: Bundle
let trusted: string
let signature: string

const terms = { owner: 'Larkmoor Builders', validFrom: '2026-01-01T00:00:00Z', validUntil: '2036-01-01T00:00:00Z' }
const newKey = () => generateKey(terms)

beforeAll(async () => {
  world = await createWidgetWorld()
  bundle = bundleRuleSet(loadRuleSet('iso-44003', { from: [import.meta.filename] }).ruleSet!)
  const key = await newKey()
  const { d: _private, ...own } = key
  trusted = JSON.stringify({ keys: [own] })
  const signed = await signBundle(bundle, { key, at: '2026-11-20T08:00:00Z' })
  signature = signed.ok ? signed.signature : ''
}, 60_000)
afterAll(() => world.close())

beforeEach(() => {
  world.files.set('/rules.json', bundle.text)
  world.files.set('/rules.json.jws', signature)
  world.files.set('/keys.json', trusted)
})

const local = (more = '') => `<joinery-assessment rules="/rules.json" ${more}><p>Call us</p></joinery-assessment>`
const start = (page: Page) => page.getByRole('button', { name: /^(Start|Go on)/ })

describe('a page that takes signed rule sets only', () => {
  const trusting = local('trust="/keys.json"')

  test('shows what one of its keys has signed', async () => {
    await expect(seen(await world.visit(trusting), 'Start')).resolves.toBe(true)
  })

  test.each([
    {
      what: 'a rule set without a signature',
      spoil: () => world.files.delete('/rules.json.jws'),
      said: /not signed, and this page takes signed ones only: there is no \/rules\.json\.jws/,
    },
    {
      what: 'a rule set that was changed after it was signed',
      spoil: () => world.files.set('/rules.json', changed({ title: 'Something else' })),
      said: /was changed since it was signed/,
    },
    {
      what: 'a signature that is none',
      spoil: () => world.files.set('/rules.json.jws', 'hello'),
      said: /not a signature of a rule set/,
    },
    {
      what: 'a key set that is none',
      spoil: () => world.files.set('/keys.json', '{"keys":[{"kty":"RSA"}]}'),
      said: /\/keys\/0\/kty/,
    },
  ])('refuses $what, says why, and shows nothing of it', async ({ spoil, said }) => {
    spoil()
    const page = await world.visit(trusting)
    await page.getByText(said).waitFor()
    await page.getByText('Call us').waitFor()
    expect(await start(page).count()).toBe(0)
  })

  test('refuses what a stranger has signed', async () => {
    const { d: _private, ...other } = await newKey()
    world.files.set('/keys.json', JSON.stringify(other))
    await expect(seen(await world.visit(trusting), /which is none of the 1 trusted/)).resolves.toBe(true)
  })

  test('says that the browser is too old where it cannot check', async () => {
    const context = await world.browser.newContext()
    await context.addInitScript(() => {
      crypto.subtle.importKey = () => Promise.reject(new DOMException('no Ed25519', 'NotSupportedError'))
    })
    await expect(seen(await world.visit(trusting, context), /too old to check Ed25519 signatures/)).resolves.toBe(true)
  })
})

describe('versions', () => {
  test('a page that asks for one version by its hash takes no other', async () => {
    await expect(seen(await world.visit(local(`digest="${bundle.digest}"`)), 'Start')).resolves.toBe(true)
    await (
      await world.visit(local(`digest="${'0'.repeat(64)}"`))
    )
      .getByText(/not the version that the page asks for/)
      .waitFor()
  })

  test('answers to an older version stay, and the page says that the questions have changed', async () => {
    const context = await world.browser.newContext()
    const page = await world.visit(local(), context)
    await start(page).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('radio', { name: 'Yes' }).first().check()
    world.files.set('/rules.json', changed({ version: '99.0.0' }))
    await page.reload()
    await expect(seen(page, /The questions have changed since you began \(.*, now 99\.0\.0\)/)).resolves.toBe(true)
    // scored by the new version
    await expect(seen(page, /4% – 100%.* reached/)).resolves.toBe(true)
    await expect.poll(() => page.getByRole('radio', { name: 'Yes' }).first().isChecked()).toBe(true)
  })

  test('a page that holds on to an older version than the service says so, and scores by it', async () => {
    world.files.set('/rules.json', changed({ version: '0.0.1' }))
    const page = await world.visit(local(`api="${world.service.address}" key="${world.key}"`))
    await start(page).click()
    await page.getByText(/still asks those of 0\.0\.1, and scores by them/).waitFor()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('radio', { name: 'Yes' }).first().check()
    await expect(seen(page, /4% – 100%.* reached/)).resolves.toBe(true)
    await expect(seen(page, /^Saved$/)).resolves.toBe(true)
  })
})

test('a tab that crashes loses nothing that was answered', async () => {
  const context = await world.browser.newContext()
  const page = await world.visit(local(), context)
  await start(page).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('radio', { name: 'Partly' }).first().check()
  const crashed = page.waitForEvent('crash')
  page.goto('chrome://crash').catch(() => undefined)
  await crashed
  const again = await context.newPage()
  await again.goto(`${world.site}/page-${Number(/page-(\d+)/.exec(page.url())?.[1])}.html`)
  await expect.poll(() => again.getByRole('radio', { name: 'Partly' }).first().isChecked()).toBe(true)
})

/** Whether a text comes up in a page; waits for it. */
async function seen(page: Page, text: string | RegExp): Promise<boolean> {
  await page.getByText(text).first().waitFor()
  return true
}

function changed(change: object): string {
  return JSON.stringify({ ...JSON.parse(bundle.text), ...change })
}
