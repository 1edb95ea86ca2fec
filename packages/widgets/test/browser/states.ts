import type { Result } from '@joinery/core'
import { page } from 'vitest/browser'
import { begin, button, mountAssessment } from './mount.ts'

/** A page with elements in a state that somebody meets. */
export interface State {
  readonly name: string
  /** Puts it on the page and gives what to look at. */
  readonly show: () => Promise<HTMLElement>
}

const answers = { 'p01.plan/1': { value: 'yes' }, 'p07.trust/1': { value: 'no' } }

export const states: readonly State[] = [
  { name: 'the first page', show: () => mountAssessment() },
  {
    name: 'the two firms',
    show: async () => {
      const element = await mountAssessment()
      await button('Start').click()
      await page.getByLabelText('What is your firm called?').fill('Harbour Joinery')
      return element
    },
  },
  {
    name: 'a page of questions with everything open, and a summary of faults',
    show: async () => {
      const element = await mountAssessment()
      await begin()
      await page.getByRole('radio', { name: 'Does not apply' }).first().click()
      await button('Continue').click()
      await page.getByText(/Put it on record/).click()
      await page.getByText(/Keep, move or delete/).click()
      await page
        .getByText(/Add proof/)
        .first()
        .click()
      return element
    },
  },
  {
    name: 'an open form of a list, below the list of all steps',
    show: async () => {
      const element = await mountAssessment()
      element.record = { risks: [{ title: 'A key drawing gets lost' }] }
      await begin()
      await button('All steps').click()
      await button(/^Risk/).click()
      await page.getByText(/Put it on record/).click()
      await button(/Add another/).click()
      return element
    },
  },
  {
    name: 'a result',
    show: async () => {
      const element = await mountAssessment()
      element.record = { answers }
      await button(/Go on where/).click()
      await button('All steps').click()
      await button(/Where you stand/).click()
      await page.getByRole('heading', { name: 'Clause by clause' }).findElement()
      return element
    },
  },
  { name: 'every element that draws a result', show: showDisplay },
]

/** Every display element at once, on a record with a little in it. */
async function showDisplay(): Promise<HTMLElement> {
  const element = await mountAssessment()
  element.record = { answers }
  const ruleSet = element.ruleSet as never
  const result = (await element.result())!
  const main = document.createElement('main')
  const add = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, given: Partial<HTMLElementTagNameMap[Tag]>) =>
    main.append(Object.assign(document.createElement(tag), given))
  add('joinery-badge', { result, ruleSet, href: '/result' })
  add('joinery-results', { result, ruleSet })
  add('joinery-profile', { result, ruleSet, variant: 'radar' })
  add('joinery-plan', { result, ruleSet })
  add('joinery-benchmark', { data: benchmarkOf(result) })
  add('joinery-portfolio', {
    relationships: [
      { name: 'Ashdown', result },
      { name: 'Castell & Rowe', result },
    ],
  })
  document.body.replaceChildren(main)
  await page.getByRole('table').first().findElement()
  await page.getByRole('textbox', { name: 'Who' }).first().findElement()
  await page.getByRole('heading', { name: 'Clause by clause' }).findElement()
  return main
}

function benchmarkOf({ principles }: Result) {
  const rows = principles.map(({ id, title, score }) => ({ id, title, you: score, lower: 1, median: 1.8, upper: 2.4 }))
  return { firms: 12, day: '2026-11-01', top: 4, principles: rows }
}
