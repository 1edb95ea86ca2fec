import axe from 'axe-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { begin, button, mountAssessment } from './mount.ts'

const ruleTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong with an element; the page around it is the test runner's. */
async function faultsOf(element: Element): Promise<readonly string[]> {
  const rules = { region: { enabled: false }, 'page-has-heading-one': { enabled: false } }
  const { violations } = await axe.run(element, { runOnly: { type: 'tag', values: ruleTags }, rules })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

describe.each(['light', 'dark'])('in %s', (scheme) => {
  beforeEach(async () => {
    document.documentElement.lang = 'en'
    document.documentElement.style.colorScheme = scheme
    document.body.style.backgroundColor = scheme === 'dark' ? '#000' : '#fff'
    await page.viewport(scheme === 'dark' ? 320 : 900, 900)
  })

  test('the first page', async () => {
    expect(await faultsOf(await mountAssessment())).toEqual([])
  })

  test('a page of questions with everything open, and a summary of faults', async () => {
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
    expect(await faultsOf(element)).toEqual([])
  })

  test('an open form of a list', async () => {
    const element = await mountAssessment()
    element.record = { risks: [{ title: 'A key drawing gets lost' }] }
    await begin()
    await button('All steps').click()
    await button(/^Risk/).click()
    await page.getByText(/Put it on record/).click()
    await button(/Add another/).click()
    expect(await faultsOf(element)).toEqual([])
  })

  test('a result', async () => {
    const element = await mountAssessment({ scope: 'full' })
    element.record = { answers: { 'p01.plan/1': { value: 'yes' }, 'p07.trust/1': { value: 'no' } } }
    await button(/Go on where/).click()
    await button('All steps').click()
    await button(/Where you stand/).click()
    await expect.element(page.getByRole('heading', { name: 'Clause by clause' })).toBeVisible()
    expect(await faultsOf(element)).toEqual([])
  })
})
