import { describe, expect, inject, test } from 'vitest'
import { page } from 'vitest/browser'
import { begin, button, mountAssessment } from './mount.ts'

const focused = (element: Element) => element.shadowRoot?.activeElement

describe('answering', () => {
  test('an answer is in the record, moves the range, and is on the device at once', async () => {
    const element = await mountAssessment()
    await begin()
    await page.getByRole('radio', { name: 'Yes' }).first().click()
    expect(element.record.answers).toEqual({ 'p01.plan/1': { value: 'yes', at: '2026-11-23' } })
    await expect.element(page.getByText(/4% – 100%.* reached/)).toBeVisible()
    const saved = JSON.parse(localStorage.getItem(`joinery.assessment.${element.name}`)!)
    expect(saved.record.answers).toEqual(element.record.answers)
  })

  test('a step above a missing one is put away, and can still be opened', async () => {
    await mountAssessment()
    await begin()
    await page.getByRole('radio', { name: 'No', exact: true }).first().click()
    await expect.element(page.getByText(/1 more step above this/)).toBeVisible()
    expect(page.getByRole('radio').all()).toHaveLength(5)
    await page.getByText(/1 more step above this/).click()
    await expect.poll(() => page.getByRole('radio').all()).toHaveLength(10)
  })

  test('so it is put away where the weakest link counts, whose levels are gated too', async () => {
    const element = await mountAssessment()
    const readyAgain = new Promise((resolve) => element.addEventListener('joinery-ready', resolve, { once: true }))
    element.ruleSet = { ...JSON.parse(inject('iso44003')), method: { name: 'weakest-link-v1' } }
    await readyAgain
    await begin()
    await page.getByRole('radio', { name: 'No', exact: true }).first().click()
    await expect.element(page.getByText(/1 more step above this/)).toBeVisible()
    expect(page.getByRole('radio').all()).toHaveLength(5)
  })

  test('a record answers a statement by itself, and the page says so', async () => {
    const element = await mountAssessment()
    await begin()
    await page.getByText(/Put it on record/).click()
    await page.getByLabelText(/When did you first write down a plan/).fill('2026-02-02')
    expect(element.record.rmp).toEqual({ createdAt: '2026-02-02' })
    await expect.element(page.getByText(/Your records answer this one/)).toBeVisible()
  })

  test('"does not apply" needs a reason before going on, and the summary leads to it', async () => {
    const element = await mountAssessment()
    await begin()
    await page.getByRole('radio', { name: 'Does not apply' }).first().click()
    await button('Continue').click()
    await expect.element(page.getByRole('alert').getByText('Choose why it does not apply.')).toBeVisible()
    await page.getByRole('alert').getByRole('button').click()
    await expect.poll(() => focused(element)?.id).toBe('reason-p01-plan-1')
    await page.getByLabelText('Why does it not apply?').selectOptions('Somebody else does it for us')
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
    await button('Continue').click()
    await expect.element(page.getByRole('heading', { name: 'Visions and values' })).toBeVisible()
  })

  test('things are listed in a small form that asks first what the rules look at', async () => {
    const element = await mountAssessment()
    await begin()
    await button('All steps').click()
    await button(/Risk/).click()
    await page.getByText(/Put it on record/).click()
    await button(/Add one/).click()
    await expect.poll(() => focused(element)?.id).toBe('q-q-risks-0-first')
    await page.getByLabelText('The risk in a few words').fill('A key drawing gets lost')
    await page.getByRole('radio', { name: 'Shared with the partner' }).click()
    await button('Done').click()
    expect(element.record.risks).toEqual([{ title: 'A key drawing gets lost', scope: 'joint' }])
    await button(/^Remove/).click()
    expect(element.record.risks).toBeUndefined()
    await button('Undo').click()
    expect(element.record.risks).toEqual([{ title: 'A key drawing gets lost', scope: 'joint' }])
  })
})

describe('nothing is lost', () => {
  test('by a reload: the same page with the same answers', async () => {
    const first = await mountAssessment()
    await begin()
    await page.getByRole('radio', { name: 'Partly' }).first().click()
    const again = await mountAssessment({}, first.name)
    expect(again.record).toEqual(first.record)
    await expect.element(page.getByRole('heading', { name: 'Relationship management' })).toBeVisible()
    await expect.element(page.getByRole('radio', { name: 'Partly' }).first()).toBeChecked()
  })

  test('by the back button of the browser', async () => {
    const element = await mountAssessment()
    await begin()
    await page.getByRole('radio', { name: 'Yes' }).first().click()
    await button('Continue').click()
    await expect.element(page.getByRole('heading', { name: 'Visions and values' })).toBeVisible()
    history.back()
    await expect.element(page.getByRole('heading', { name: 'Relationship management' })).toBeVisible()
    expect(element.record.answers).toHaveProperty(['p01.plan/1', 'value'], 'yes')
  })

  test('between two relationships: both know the firm, each keeps its own answers', async () => {
    const first = await mountAssessment()
    await button('Start').click()
    await page.getByLabelText('What is your firm called?').fill('Harbour Joinery')
    await page.getByLabelText('Who is the partner?').fill('Castell & Rowe')
    const second = await mountAssessment({}, 'second-partner')
    expect(first.name).not.toBe(second.name)
    expect(second.record).toEqual({ org: { name: 'Harbour Joinery' } })
  })
})

test('the result has a plan, reasons and a way deeper', async () => {
  const element = await mountAssessment()
  element.record = { answers: { 'p01.plan/1': { value: 'yes' }, 'p07.trust/1': { value: 'no' } } }
  await button(/Go on where/).click()
  await button('All steps').click()
  await button(/Where you stand/).click()
  for (const name of ['What to do next', 'Weakest three', 'Principle by principle', 'Still open', 'Take it with you'])
    await expect.element(page.getByRole('heading', { name })).toBeVisible()
  await button(/^Go on with “Full”/).click()
  await expect.element(page.getByText('Step 1 of 14')).toBeVisible()
  expect((await element.result())?.provenance.scope).toBe('full')
})

test('a rule set that cannot be used is said, with its place, and the fallback stays', async () => {
  document.body.innerHTML = '<joinery-assessment><a href="https://example.com">Ask us</a></joinery-assessment>'
  const element = document.querySelector('joinery-assessment')!
  const failed = new Promise((resolve) => element.addEventListener('joinery-error', resolve, { once: true }))
  element.ruleSet = { formatVersion: 2 }
  await failed
  await expect.element(page.getByText(/formatVersion: 2 is not one of 1/)).toBeVisible()
  await expect.element(page.getByRole('link', { name: 'Ask us' })).toBeVisible()
})

test('everything can be deleted from the device, after a question', async () => {
  const element = await mountAssessment()
  await begin()
  await page.getByRole('radio', { name: 'Yes' }).first().click()
  await page.getByText(/Keep, move or delete/).click()
  await button('Delete from this device').click()
  await expect.poll(() => focused(element)?.id).toBe('forget-no')
  await button('Yes, delete').click()
  await expect.element(button('Start')).toBeVisible()
  expect(localStorage.getItem(`joinery.assessment.${element.name}`)).toBeNull()
  expect(element.record).toEqual({})
})

test('what another tab did is taken over', async () => {
  const element = await mountAssessment()
  await begin()
  const key = `joinery.assessment.${element.name}`
  const saved = JSON.parse(localStorage.getItem(key)!)
  saved.record = { answers: { 'p01.plan/1': { value: 'no' } } }
  localStorage.setItem(key, JSON.stringify(saved))
  window.dispatchEvent(new StorageEvent('storage', { key }))
  await expect.element(page.getByRole('radio', { name: 'No', exact: true }).first()).toBeChecked()
})
