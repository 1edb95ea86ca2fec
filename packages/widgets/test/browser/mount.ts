import { inject } from 'vitest'
import { page } from 'vitest/browser'
import type { JoineryAssessment } from '../../src/assessment/assessment.ts'
import '../../src/define.ts'

let count = 0

/** Puts an assessment of the baseline on the page: on an empty device, or with a name of before on the same one. */
export async function mountAssessment(
  attributes: Readonly<Record<string, string>> = {},
  name?: string,
): Promise<JoineryAssessment> {
  document.body.replaceChildren()
  if (name === undefined && attributes['name'] === undefined) localStorage.clear()
  const element = document.createElement('joinery-assessment')
  for (const [key, value] of Object.entries({
    name: name ?? `relationship-${++count}`,
    'as-of': '2026-11-23',
    ...attributes,
  }))
    element.setAttribute(key, value)
  element.ruleSet = JSON.parse(inject('iso44003'))
  const isReady = new Promise((resolve) => element.addEventListener('joinery-ready', resolve, { once: true }))
  document.body.append(element)
  await isReady
  await element.updateComplete
  return element
}

export const button = (name: string | RegExp) => page.getByRole('button', { name })

/** From the first page past the page about the two firms. */
export async function begin(): Promise<void> {
  await button('Start').click()
  await button('Continue').click()
}
