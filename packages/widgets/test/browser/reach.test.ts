import { describe, expect, inject, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { begin, button, mountAssessment } from './mount.ts'
import { states } from './states.ts'

const all = (root: ParentNode, what: string): Element[] =>
  [...root.querySelectorAll('*')].flatMap((one) => [
    ...(one.matches(what) ? [one] : []),
    ...(one.shadowRoot === null ? [] : all(one.shadowRoot, what)),
  ])

/** What somebody would have to hit: the label where it holds the box, else the thing itself. */
function targetOf(control: Element): DOMRect {
  return (control.closest('label') ?? control).getBoundingClientRect()
}

describe.each(states)('$name', ({ show }) => {
  test.each([320, 900])('has targets of at least 44 px at %s px', async (width) => {
    await page.viewport(width, 900)
    await show()
    const controls = all(
      document,
      'button, summary, select, textarea, input:not(.visually-hidden), a[href], label.button',
    )
    const small = controls
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .map((one) => ({ what: one.textContent.trim().slice(0, 40) || one.id, height: targetOf(one).height }))
      .filter(({ height }) => height < 43.5)
    expect(small).toEqual([])
  })
})

test('nothing takes the focus by itself', async () => {
  await mountAssessment()
  expect(document.activeElement).toBe(document.body)
})

test('headings begin at the level that the page asks for, and none is left out', async () => {
  const element = await mountAssessment({ 'heading-level': '4' })
  const levels = () => all(element.shadowRoot!, '[role=heading]').map((one) => Number(one.getAttribute('aria-level')))
  expect(levels()[0]).toBe(4)
  await begin()
  for (const [index, level] of levels().entries()) expect(level - (levels()[index - 1] ?? level)).toBeLessThanOrEqual(1)
})

describe('the answers to one statement', () => {
  const radiosOf = (element: Element) => all(element.shadowRoot!, 'input[type=radio]') as HTMLInputElement[]

  test('are one set of five in one legend: same name, same root', async () => {
    const element = await mountAssessment()
    await begin()
    const sets = Map.groupBy(radiosOf(element), ({ name }) => name)
    expect(sets.size).toBeGreaterThan(0)
    for (const radios of sets.values()) {
      expect(radios).toHaveLength(5)
      expect(new Set(radios.map((radio) => radio.getRootNode())).size).toBe(1)
      const groups = new Set(radios.map((radio) => radio.closest('fieldset')))
      expect(groups.size).toBe(1)
      expect([...groups][0]?.querySelector('legend')?.textContent.trim()).not.toBe('')
    }
  })

  test('are walked through with the arrow keys, all five and round again', async () => {
    const element = await mountAssessment()
    await begin()
    const radios = radiosOf(element).slice(0, 5)
    radios[0]!.focus()
    const walked: number[] = []
    for (let press = 0; press < 5; press++) {
      await userEvent.keyboard('{ArrowDown}')
      walked.push(radios.indexOf(element.shadowRoot!.activeElement as HTMLInputElement))
    }
    expect(walked).toEqual([1, 2, 3, 4, 0])
    expect(radios[0]!.checked).toBe(true)
  })
})

test('the summary of faults takes the focus, and leads to what is missing', async () => {
  const element = await mountAssessment()
  await begin()
  await page.getByRole('radio', { name: 'Does not apply' }).first().click()
  await button('Continue').click()
  const focused = () => element.shadowRoot!.activeElement
  await expect.poll(() => focused()?.closest('[role=alert]') ?? null).not.toBeNull()
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.poll(() => focused()?.id).toBe('reason-p01-plan-1')
  expect(focused()?.getAttribute('aria-invalid')).toBe('true')
  const described = focused()?.getAttribute('aria-describedby') ?? ''
  expect(element.shadowRoot!.getElementById(described)?.textContent).toContain('Choose why it does not apply')
})

test('on a page of 144 statements only those near are laid out, and all the others can be reached', async () => {
  await page.viewport(390, 844)
  const element = await mountAssessment({ scope: 'full' })
  const isReady = new Promise((resolve) => element.addEventListener('joinery-ready', resolve, { once: true }))
  element.ruleSet = onOnePage()
  await isReady
  await button('Start').click()
  await expect.poll(() => all(element.shadowRoot!, '.statement').length).toBe(144)
  const statements = all(element.shadowRoot!, '.statement')
  const isLaidOut = (statement: Element) =>
    statement.firstElementChild!.checkVisibility({ contentVisibilityAuto: true })
  await expect.poll(() => statements.filter(isLaidOut).length).toBeLessThan(20)
  const last = statements.at(-1)!
  expect(isLaidOut(last)).toBe(false)
  const radio = last.querySelector<HTMLInputElement>('input[type=radio]')!
  radio.focus()
  await expect.poll(() => isLaidOut(last)).toBe(true)
  await userEvent.keyboard(' ')
  await expect.poll(() => element.record.answers?.[statementsOf(onOnePage()).at(-1)!]?.value).toBe('yes')
  expect(radio.getBoundingClientRect().top).toBeLessThan(844)
})

interface Asking {
  readonly reference: { readonly principles: readonly { readonly clauses: readonly { readonly id: string }[] }[] }
  readonly practice: { readonly indicators: readonly { readonly id: string; readonly clause: string }[] }
}

/** The baseline with all its clauses under the first principle, and every statement shown at once. */
function onOnePage(): Asking {
  const {
    scopes: _s,
    lenses: _l,
    plan: _p,
    competences: _c,
    ...rest
  } = JSON.parse(inject('iso44003')) as Asking & Record<string, unknown>
  const { principles } = rest.reference
  return Object.assign(rest, {
    method: { name: 'weighted-mean-v1' },
    instrument: { questions: [] },
    locales: {},
    reference: { principles: [{ ...principles[0]!, clauses: principles.flatMap(({ clauses }) => clauses) }] },
  })
}

function statementsOf({ reference, practice }: Asking): readonly string[] {
  return reference.principles
    .flatMap(({ clauses }) => clauses)
    .flatMap(({ id }) => practice.indicators.filter(({ clause }) => clause === id).map((one) => one.id))
}
