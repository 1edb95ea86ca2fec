import axe from 'axe-core'
import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { registerStrings } from '../../src/index.ts'
import { button, mountAssessment } from './mount.ts'

afterEach(() => document.documentElement.setAttribute('lang', 'en'))

describe('the language around the element', () => {
  test.each([
    { lang: 'de-AT', start: 'Los geht’s', direction: 'ltr' },
    { lang: 'ar', start: 'ابدأ', direction: 'rtl' },
  ])('$lang is spoken, from $direction, and axe finds nothing wrong', async ({ lang, start, direction }) => {
    document.documentElement.lang = lang
    const element = await mountAssessment()
    await expect.element(button(start)).toBeVisible()
    const root = element.shadowRoot!.querySelector('.root')!
    expect(root.getAttribute('dir')).toBe(direction)
    await button(start).click()
    const { violations } = await axe.run(element, { rules: { region: { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  test('marks what is in another language, so that it is read out rightly', async () => {
    document.documentElement.lang = 'de'
    const element = await mountAssessment()
    await expect.element(button('Los geht’s')).toBeVisible()
    const title = page.getByText('Business relationships in small firms')
    expect(title.element().getAttribute('lang')).toBe('en')
    expect(element.shadowRoot!.querySelector('.root')!.getAttribute('lang')).toBe('de')
  })

  test('that Joinery does not speak gives English', async () => {
    document.documentElement.lang = 'xx'
    await mountAssessment()
    await expect.element(button('Start')).toBeVisible()
  })

  test('may have the words of an association, and keeps the others', async () => {
    registerStrings('en-guild', { assessment: { start: 'Begin the guild check' } })
    document.documentElement.lang = 'en-guild'
    await mountAssessment()
    await expect.element(button('Begin the guild check')).toBeVisible()
    await expect.element(page.getByText('How deep would you like to go?')).toBeVisible()
  })
})

test('texts of the rule set come in the language of the page where it has them', async () => {
  document.documentElement.lang = 'de'
  const element = await mountAssessment()
  const document_ = structuredClone(element.ruleSet) as { locales?: object }
  document_.locales = { de: { 'rule-set': { title: 'Geschäftsbeziehungen kleiner Betriebe' } } }
  element.ruleSet = document_
  await expect.element(page.getByRole('heading', { name: 'Geschäftsbeziehungen kleiner Betriebe' })).toBeVisible()
})
