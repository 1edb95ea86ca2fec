import axe from 'axe-core'
import { afterEach, describe, expect, test } from 'vitest'
import { commands, page } from 'vitest/browser'
import type { Seen } from './commands.ts'
import { states } from './states.ts'

const ruleTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Mode extends Seen {
  readonly name: string
  readonly width?: number
  readonly scheme?: 'light' | 'dark'
  readonly lang?: string
}

const modes: readonly Mode[] = [
  { name: 'light' },
  { name: 'dark', scheme: 'dark' },
  { name: 'forced colours', forcedColors: 'active' },
  { name: 'Arabic, right to left', lang: 'ar' },
  { name: 'German', lang: 'de' },
  { name: '320 px', width: 320 },
  { name: '320 px, dark, Arabic', width: 320, scheme: 'dark', lang: 'ar' },
  // a window of 1280 px at 200 % has room for 640
  { name: '200 % zoom', width: 640 },
  { name: 'reduced motion', reducedMotion: 'reduce' },
  { name: 'print', media: 'print' },
]

afterEach(() => enter({ name: 'as usual' }))

describe.each(states)('$name', ({ show }) => {
  test('has no fault that axe finds, and nothing runs out of the page', { timeout: 120_000 }, async () => {
    await enter({ name: 'as usual' })
    const element = await show()
    const faults: string[] = []
    for (const mode of modes) {
      await enter(mode, element)
      for (const fault of await faultsOf(element)) faults.push(`${mode.name}: ${fault}`)
    }
    expect(faults).toEqual([])
  })
})

async function enter({ width = 900, scheme = 'light', lang = 'en', ...seen }: Mode, element?: Element): Promise<void> {
  const { media, forcedColors, reducedMotion } = seen
  await commands.emulate({
    ...(media && { media }),
    ...(forcedColors && { forcedColors }),
    ...(reducedMotion && { reducedMotion }),
  })
  await page.viewport(width, 900)
  const { documentElement, body } = document
  documentElement.lang = lang
  documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr'
  documentElement.style.colorScheme = scheme
  body.style.background = scheme === 'dark' ? '#000' : '#fff'
  if (element !== undefined) await speak(element)
}

/** Elements take a language on when they come into a page; its words may have to be fetched first. */
async function speak(element: Element): Promise<void> {
  const { lang } = document.documentElement
  for (const one of [element, ...element.querySelectorAll('*')]) {
    if (one.shadowRoot === null) continue
    one.parentNode?.insertBefore(one, one.nextSibling)
    await expect.poll(() => one.shadowRoot?.querySelector('.root')?.getAttribute('lang')).toBe(lang)
  }
}

/** What axe finds wrong with an element, and how far it runs out of the page; the page around it is the test runner's. */
async function faultsOf(element: Element): Promise<readonly string[]> {
  const rules = { region: { enabled: false }, 'page-has-heading-one': { enabled: false } }
  const { violations } = await axe.run(element, {
    runOnly: { type: 'tag', values: ruleTags },
    rules,
    resultTypes: ['violations'],
  })
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
  return over > 0 ? [...found, `${over} px wider than the page`] : found
}
