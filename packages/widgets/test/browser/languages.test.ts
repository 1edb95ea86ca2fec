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
    const { violations } = await axe.run(element, {
      rules: { region: { enabled: false } },
      resultTypes: ['violations'],
    })
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  test('is followed when the page changes it', async () => {
    const element = await mountAssessment()
    await expect.element(button('Start')).toBeVisible()
    document.documentElement.lang = 'ar'
    await expect.element(button('ابدأ')).toBeVisible()
    element.lang = 'de'
    await expect.element(button('Los geht’s')).toBeVisible()
  })

  test('marks what is in another language, so that it is read out rightly', async () => {
    document.documentElement.lang = 'ar'
    const element = await mountAssessment()
    await expect.element(button('ابدأ')).toBeVisible()
    const title = page.getByText('Business relationships in small firms')
    expect(title.element().getAttribute('lang')).toBe('en')
    expect(element.shadowRoot!.querySelector('.root')!.getAttribute('lang')).toBe('ar')
  })

  test('German is spoken on every page of the starter, its result and its reasons included', async () => {
    document.documentElement.lang = 'de'
    const element = await mountAssessment()
    element.record = { answers: { 'p01.plan/1': { value: 'yes' }, 'p07.trust/1': { value: 'no' } } }
    const english: string[] = []
    const look = () => {
      for (const one of element.shadowRoot!.querySelectorAll('[lang=en]')) english.push(one.textContent)
    }
    look()
    await button(/Dort weitermachen/).click()
    for (let pages = 0; pages < 13; pages++) {
      look()
      await button(pages < 12 ? 'Weiter' : 'Ergebnis ansehen').click()
    }
    await expect.element(page.getByRole('heading', { name: 'Abschnitt für Abschnitt' })).toBeVisible()
    for (const fold of element.shadowRoot!.querySelectorAll('details')) fold.open = true
    await element.updateComplete
    look()
    expect(english).toEqual([])
  })

  test('from right to left, the clause of a step stands apart from the figures beside it', async () => {
    document.documentElement.lang = 'ar'
    const element = await mountAssessment()
    element.record = { answers: { 'p01.plan/1': { value: 'no' } } }
    await button('تابع من حيث توقفت').click()
    await button('كل الخطوات').click()
    await button('أين تقف').click()
    const steps = () => [...element.shadowRoot!.querySelectorAll('.plan-step')]
    await expect.poll(() => steps().length).toBeGreaterThan(0)
    for (const step of steps()) expect(step.querySelector('p > bdi')?.textContent).toMatch(/^5\.\d+/)
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

test('texts of the rule set are an association’s own where it has its own', async () => {
  document.documentElement.lang = 'de'
  const element = await mountAssessment()
  const document_ = structuredClone(element.ruleSet) as { locales: { de: Record<string, object> } }
  document_.locales.de['rule-set'] = { title: 'Der Partner-Check der Innung' }
  element.ruleSet = document_
  await expect.element(page.getByRole('heading', { name: 'Der Partner-Check der Innung' })).toBeVisible()
})
