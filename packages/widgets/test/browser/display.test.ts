import type { Result } from '@joinery/core'
import { beforeAll, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { mountAssessment } from './mount.ts'

let result: Result
let starter: Result
let ruleSet: never

beforeAll(async () => {
  const short = await mountAssessment({ scope: 'starter' })
  short.record = { answers: { 'p01.plan/1': { value: 'yes' }, 'p07.trust/1': { value: 'no' } } }
  starter = (await short.result())!
  ruleSet = short.ruleSet as never
  const element = await mountAssessment({ scope: 'full' })
  element.record = { answers: { 'p01.plan/1': { value: 'yes' }, 'p07.trust/1': { value: 'no' } } }
  result = (await element.result())!
})

function show<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties)
  document.body.replaceChildren(element)
  return element
}

describe('a result drawn by itself', () => {
  test('says that it is self-assessed, and how sure it is', async () => {
    show('joinery-results', { result })
    await expect.element(page.getByText('Self-assessed')).toBeVisible()
    await expect.element(page.getByText('Confidence')).toBeVisible()
  })

  test.each(['bars', 'radar'] as const)('as %s always has its table', async (variant) => {
    show('joinery-profile', { result, variant })
    await expect.element(page.getByRole('rowheader', { name: /Trust and mutual benefit/ })).toBeVisible()
    await expect.poll(() => page.getByRole('img').all()).toHaveLength(variant === 'radar' ? 1 : 0)
  })

  test('as a badge never stands without "self-assessed"', async () => {
    show('joinery-badge', { result, href: 'https://example.com/results/7' })
    await expect.element(page.getByRole('link')).toHaveAttribute('href', 'https://example.com/results/7')
    await expect.element(page.getByRole('link').getByText(/Self-assessed/)).toBeVisible()
  })

  test('as a badge is no link where the address would run', async () => {
    show('joinery-badge', { result, href: 'javascript:alert(1)' })
    await expect.element(page.getByText(/Self-assessed/)).toBeVisible()
    expect(page.getByRole('link').all()).toHaveLength(0)
  })
})

test('a plan keeps who and when, and tells the page', async () => {
  const element = show('joinery-plan', { result })
  const told = new Promise<CustomEvent>((resolve) =>
    element.addEventListener('joinery-plan-change', (event) => resolve(event as CustomEvent)),
  )
  await page.getByRole('textbox', { name: 'Who' }).first().fill('Iris')
  expect(Object.values((await told).detail.plan)).toEqual([{ owner: 'I'.concat('ris') }])
})

describe('several relationships', () => {
  test('stand in a table that can be sorted by a principle', async () => {
    const low = structuredClone(result)
    const high: Result = {
      ...low,
      principles: low.principles.map((one) => ({ ...one, score: 3.5 })),
    }
    const element = show('joinery-portfolio', {
      relationships: [
        { name: 'Ashdown', result: high },
        { name: 'Castell', result: low },
      ],
    })
    const first = () => element.shadowRoot?.querySelector('tbody th')?.textContent.trim().slice(0, 7)
    await expect.poll(first).toBe('Ashdown')
    await page.getByRole('button', { name: /Risk/ }).click()
    await expect.poll(first).toBe('Castell')
  })
})

describe('figures of a scope', () => {
  test.each([
    { tag: 'joinery-portfolio', given: (of: Result) => ({ relationships: [{ name: 'Ashdown', result: of }] }) },
    { tag: 'joinery-profile', given: (of: Result) => ({ result: of }) },
  ] as const)('are shares of it in $tag', async ({ tag, given }) => {
    const element = show(tag, { ruleSet, ...given(starter) })
    await expect.poll(() => element.shadowRoot?.querySelectorAll('tbody tr .figure').length).toBeGreaterThan(0)
    const cells = [...element.shadowRoot!.querySelectorAll('tbody td.figure')].map((cell) => cell.textContent.trim())
    expect(cells.length).toBeGreaterThan(5)
    for (const cell of cells) expect(cell).toMatch(/%|^–/)
  })

  test('a step of the plan says its gain in the unit of the whole', async () => {
    const element = show('joinery-plan', { ruleSet, result: starter })
    await expect.poll(() => element.shadowRoot?.querySelector('.gain')?.textContent).toMatch(/^\+[\d.]+%$/)
    expect(element.shadowRoot?.textContent).not.toContain('points')
  })

  test('a portfolio names the principles in the language of the page, where its rule set does', async () => {
    const element = show('joinery-portfolio', { ruleSet, relationships: [{ name: 'Ashdown', result: starter }] })
    element.setAttribute('lang', 'de')
    await expect.poll(() => element.shadowRoot?.querySelector('thead')?.textContent).toContain('Beziehungen pflegen')
  })
})

describe('a comparison with others', () => {
  const row = { id: 'p10', title: 'Risk', you: 1.5, lower: 1, median: 1.8, upper: 2.4 }
  const data = { firms: 12, day: '2026-11-01', top: 4, principles: [row] }

  test('says how many they are', async () => {
    show('joinery-benchmark', { data })
    await expect.element(page.getByText(/12 firms/)).toBeVisible()
  })

  test('names the principles in the language of the page, where the rule set does', async () => {
    const element = show('joinery-benchmark', { data, ruleSet })
    element.setAttribute('lang', 'de')
    await expect.poll(() => element.shadowRoot?.querySelector('tbody th')?.textContent).toBe('Risiko')
    expect(element.shadowRoot?.querySelector('tbody th span')).toBeNull()
  })

  test('marks what it has no other words for', async () => {
    const element = show('joinery-benchmark', { data })
    element.setAttribute('lang', 'de')
    await expect.poll(() => element.shadowRoot?.querySelector('tbody th span')?.getAttribute('lang')).toBe('en')
  })

  test.each([4, Number.NaN])('shows nothing of %s firms, whatever the page asks for', async (firms) => {
    show('joinery-benchmark', { data: { ...data, firms }, minFirms: 1 })
    await expect.element(page.getByText(/Fewer than 5 firms/)).toBeVisible()
    expect(page.getByRole('table').all()).toHaveLength(0)
  })
})

describe('what an element draws by itself', () => {
  const addressOf = (data: unknown) =>
    URL.createObjectURL(new Blob([JSON.stringify(data)], { type: 'application/json' }))
  const benchmark = {
    firms: 12,
    day: '2026-11-01',
    top: 4,
    principles: [{ id: 'p10', title: 'Risk', you: null, lower: 1, median: 1.8, upper: 2.4 }],
  }

  test('is fetched from an address: a comparison', async () => {
    show('joinery-benchmark', { src: addressOf(benchmark) })
    await expect.element(page.getByText(/12 firms/)).toBeVisible()
  })

  test('is fetched from an address: several relationships', async () => {
    show('joinery-portfolio', { src: addressOf([{ name: 'Ashdown', result }]) })
    await expect.element(page.getByRole('rowheader', { name: /Ashdown/ })).toBeVisible()
  })

  test.each([
    { tag: 'joinery-benchmark', data: [] },
    { tag: 'joinery-benchmark', data: null },
    { tag: 'joinery-portfolio', data: { name: 'Ashdown' } },
    { tag: 'joinery-portfolio', data: [null] },
  ] as const)('is refused where it is something else ($tag, $data), and the page is told', async ({ tag, data }) => {
    const told: Event[] = []
    const element = document.createElement(tag)
    element.addEventListener('joinery-error', (event) => told.push(event))
    element.setAttribute('src', addressOf(data))
    document.body.replaceChildren(element)
    await expect.poll(() => told).toHaveLength(1)
    expect(page.getByRole('table').all()).toHaveLength(0)
  })

  test('follows an assessment on the page', async () => {
    const assessment = document.createElement('div')
    assessment.id = 'check'
    const element = show('joinery-benchmark', { data: benchmark, for: 'check' })
    document.body.append(assessment)
    const told = { ...result, principles: result.principles.map((one) => ({ ...one, score: 3.5 })) }
    assessment.dispatchEvent(
      new CustomEvent('joinery-result', { detail: { result: told }, bubbles: true, composed: true }),
    )
    await expect.poll(() => element.shadowRoot?.querySelector('tbody')?.textContent).toContain('3.5')
  })
})
