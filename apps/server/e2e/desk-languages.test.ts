import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
// @boundaries-ignore the English texts, to find those that were left in English
import { en } from '../../../packages/desk/src/words/en/index.ts'
import { axeFindings } from './axe-findings.ts'
import { createDeskWorld, picture, placesOf, type DeskWorld } from './desk-world.ts'

let world: DeskWorld
beforeAll(async () => {
  world = await createDeskWorld()
}, 60_000)
afterAll(() => world?.close())

test.each([
  { language: 'de', locale: 'de-DE', direction: 'ltr', width: 768, goOn: 'weiter', plan: 'Unser gemeinsamer Plan' },
  { language: 'ar', locale: 'ar-EG', direction: 'rtl', width: 320, goOn: 'لنتابع', plan: 'Our plan together' },
])(
  'the desk in $language at $width px: every page, nothing left in English, nothing cut off, axe finds nothing',
  async ({ language, locale, direction, width, goOn, plan }) => {
    const page = await world.visit({ locale, bypassCSP: true, viewport: { width, height: 900 } })
    await page.goto(`${world.address}/desk#${await world.invite()}`)
    const key = (await page.locator('pre code').textContent()) ?? ''
    await page.click(`text=${goOn}`)
    await page.locator('main[aria-busy=false] h1').waitFor()
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      language,
      direction,
    ])
    const record = {
      org: { name: 'Harbour Joinery' },
      rel: { partnerName: `Castell & Rowe ${locale} ${width}`, revenueShare: 0.4 },
      people: [{ side: 'us', name: 'Ada Harbour', isLead: true }],
      commitments: [{ side: 'us', text: 'Oak', due: '2026-01-02' }],
    }
    const { id } = await world.ask(key, `/v1/firms/${world.firm}/relationships`, { record })
    for (const place of placesOf(id ?? '')) {
      await page.goto('about:blank')
      await page.goto(`${world.address}/desk#/${place}`)
      await page.locator('main[aria-busy=false] h1').waitFor()
      await picture(page, `${language}-${width}-${place.split('/').slice(2).join('-') || place || 'home'}`)
      expect({ place, left: await leftInEnglish(page) }).toEqual({ place, left: [] })
      expect({ place, found: await axeFindings(page) }).toEqual({ place, found: [] })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    // the plan is in the language of the desk, where it can be
    await page.goto(`${world.address}/desk#/relationship/${id}/plan`)
    await page.frameLocator('iframe.sheet').locator('h1', { hasText: plan }).waitFor()
    await page.context().close()
  },
  120_000,
)

test('another language is one press away, and stays chosen on this device', async () => {
  const page = await world.visit({ locale: 'fr-FR' })
  await page.goto(`${world.address}/desk`)
  await page.locator('h1', { hasText: 'Your desk' }).waitFor()
  await page.click('text=Deutsch')
  await page.locator('h1', { hasText: 'Ihr Schreibtisch' }).waitFor()
  await page.reload()
  await page.locator('h1', { hasText: 'Ihr Schreibtisch' }).waitFor()
  expect(world.complaints).toEqual([])
  await page.context().close()
}, 60_000)

/** Texts of the page that are English and not marked as such; names of formats are the same everywhere. */
async function leftInEnglish(page: Page): Promise<string[]> {
  const english = textsIn(en).filter(
    (text) => text.length > 3 && !['Word', 'Markdown', 'Plan', 'Partner'].includes(text),
  )
  const shown = await page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.parentElement?.closest('[lang=en]') === null) found.push((node.textContent ?? '').trim())
    return found
  })
  return english.filter((text) => shown.includes(text))
}

function textsIn(table: object): readonly string[] {
  return Object.values(table).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value]
    return typeof value === 'object' && value !== null ? textsIn(value) : []
  })
}
