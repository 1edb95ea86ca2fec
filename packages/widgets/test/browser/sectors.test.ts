import { canonicalJson, type Relationship } from '@joinery/core'
import { definePlugin } from '@joinery/core/plugin'
import { beforeEach, expect, inject, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
// @boundaries-ignore the plugin that people copy is tried in a page as it stands
import construction from '../../../../plugins/construction/src/index.ts'
import { registerPlugin } from '../../src/sectors/registry.ts'
import { bakery } from './bakery.ts'
import { begin, button, mountAssessment } from './mount.ts'

const given = JSON.parse(inject('siteRecord')) as Relationship

beforeEach(() => registerPlugin(construction))

/** Types as a person does: what is typed counts once the field is left. */
async function type(input: ReturnType<typeof page.getByLabelText>, text: string): Promise<void> {
  await input.fill(text)
  input.element().dispatchEvent(new Event('change'))
}

test('with a plugin the page gives the bytes of "joinery assess --plugin"', async () => {
  const element = await mountAssessment({ scope: 'full' })
  element.record = given
  const result = await element.result()
  expect(result?.sectors?.map(({ plugin }) => plugin)).toEqual(['construction'])
  expect(canonicalJson(result)).toBe(canonicalJson(JSON.parse(inject('siteResult'))))
})

test('the sector asks on a page of its own, and what is written there is in its part of the record', async () => {
  const element = await mountAssessment({ scope: 'full' })
  await begin()
  await button('All steps').click()
  await button(/^Construction/).click()
  await page.getByLabelText(/When was the programme last revised/).fill('2026-11-02')
  expect(element.record).toMatchObject({ ext: { construction: { programmeRevisedAt: '2026-11-02' } } })
})

test('the starter asks the few questions that the plugin names for it, and says the minutes they take', async () => {
  const element = await mountAssessment()
  await expect.element(page.getByText('About 12 minutes · 16 statements')).toBeVisible()
  await begin()
  await button('All steps').click()
  await expect.element(page.getByText('About 12 min left')).toBeVisible()
  await button(/^Construction/).click()
  await expect.element(page.getByLabelText(/When was the programme last revised/)).toBeVisible()
  expect(page.getByLabelText(/When did both sides agree/).elements()).toEqual([])
  const often = page.getByLabelText(/How many days may pass between two programmes/)
  await expect.element(page.getByText('For example 28 days or 4 weeks', { exact: false })).toBeVisible()
  await type(often, 'four weeks')
  await expect
    .element(page.getByText(/"four weeks" is no number of days or weeks; write 28 days or 4 weeks/))
    .toBeVisible()
  await type(often, '4 weeks')
  await expect.element(often).toHaveValue('4 weeks')
  await page.getByLabelText(/When was the programme last revised/).fill('2026-11-02')
  await expect
    .poll(() => element.record.ext)
    .toEqual({
      construction: { programmeIntervalDays: 28, programmeRevisedAt: '2026-11-02' },
    })
  await expect.element(page.getByText('About 11 min left')).toBeVisible()
  const result = await element.result()
  expect(result).toMatchObject({ provenance: { scope: 'starter' }, sectors: [{ plugin: 'construction', faults: [] }] })
})

test('the result of the sector stands beside the core result, in the language of the page', async () => {
  document.documentElement.lang = 'de'
  try {
    const element = await mountAssessment({ scope: 'full' })
    element.record = given
    await button('Los geht’s').click()
    await button('Alle Schritte').click()
    await button(/Wo Sie stehen/).click()
    await expect.element(page.getByRole('heading', { name: /^Ihre Branche: Bau: Frühwarnung/ })).toBeVisible()
    await expect.element(page.getByRole('heading', { name: 'Auf der Baustelle' })).toBeVisible()
    await expect.element(page.getByText(/Grundlage und Branche zusammen:/)).toBeVisible()
    await expect.element(page.getByText(/Die Hälfte der Frühwarnungen kommt \d+ Tage/)).toBeVisible()
  } finally {
    document.documentElement.lang = 'en'
  }
})

test('a plugin that comes after the page is drawn is taken up, and its answers stay', async () => {
  const element = await mountAssessment({ scope: 'full' })
  await begin()
  await page.getByRole('radio', { name: 'Yes' }).first().click()
  const late = { ...construction, version: '1.0.1' }
  const isReady = new Promise((resolve) => element.addEventListener('joinery-ready', resolve, { once: true }))
  registerPlugin(late)
  await isReady
  expect(element.record.answers).toHaveProperty(['p01.plan/1', 'value'], 'yes')
  expect((await element.result())?.sectors?.[0]?.pluginVersion).toBe('1.0.1')
})

test('a faulty plugin is said with its place, and a mended one of its name takes its place', async () => {
  registerPlugin({ name: 'bakery', hooks: [] } as never)
  const element = document.createElement('joinery-assessment')
  element.ruleSet = JSON.parse(inject('iso44003'))
  const failed = new Promise((resolve) => element.addEventListener('joinery-error', resolve, { once: true }))
  document.body.replaceChildren(element)
  await failed
  await expect.element(page.getByText(/unknown key "hooks"/)).toBeVisible()
  registerPlugin(definePlugin({ name: 'bakery' }))
  await expect.element(button('Start')).toBeVisible()
})

test('a question is asked as its plugin reads it, and what it cannot read is said and not kept', async () => {
  registerPlugin(bakery)
  const element = await mountAssessment({ scope: 'full' })
  await begin()
  await button('All steps').click()
  await button(/^Bakeries/).click()
  const input = page.getByLabelText('How many loaves a week?')
  await input.fill('a lot')
  input.element().dispatchEvent(new Event('change'))
  await expect.element(page.getByText('Write a whole number of dozens.')).toBeVisible()
  expect(element.record.ext).toBeUndefined()
  await input.fill('3')
  input.element().dispatchEvent(new Event('change'))
  expect(element.record.ext).toEqual({ bakery: { order: 36 } })
  await expect.element(input).toHaveValue('3')
})

test('a file with data that the sector does not read is refused, with each place, and one that fits is taken', async () => {
  const element = await mountAssessment({ scope: 'full' })
  await begin()
  await page.getByText('Keep, move or delete').click()
  const open = (record: unknown) =>
    userEvent.upload(
      document.querySelector('joinery-assessment')!.renderRoot.querySelector<HTMLInputElement>('#open-file')!,
      new File([JSON.stringify(record)], 'site.json'),
    )
  await open({ ext: { construction: { disputeStep: 7, programmeRevised: '2026-11-02' } } })
  await expect.element(page.getByText('/ext/construction/disputeStep: 7 should be text')).toBeVisible()
  await expect.element(page.getByText(/did you mean "programmeRevisedAt"/)).toBeVisible()
  expect(element.record.ext).toBeUndefined()
  await open({ ext: { construction: { programmeRevisedAt: '2026-11-02' } } })
  await expect.poll(() => element.record.ext).toEqual({ construction: { programmeRevisedAt: '2026-11-02' } })
})
