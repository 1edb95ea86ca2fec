import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
// @boundaries-ignore the tools of the workspace are no package
import { folderWith } from '../../../tools/new-folder.ts'
import { playgroundAtWork } from './at-work.ts'
import { isButton, tabTo, visit } from './browser.ts'

const at = playgroundAtWork()

const root = join(import.meta.dirname, '../../..')

/** Answers every statement of the page with the arrow keys, the first one yes, the next partly, and so on round. */
async function answerPage(page: Page, turn: number): Promise<void> {
  const statements = page.locator('.statement')
  // an answer may bring the next step into view
  for (let index = 0; index < (await statements.count()); index++) {
    const id = await statements.nth(index).getAttribute('id')
    await tabTo(page, ({ type, name }) => type === 'radio' && name === id)
    await page.keyboard.press('Space')
    for (let presses = 0; presses < (turn + index) % 4; presses++) await page.keyboard.press('ArrowDown')
  }
}

async function savedBy(page: Page, words: RegExp): Promise<string> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: words }).click()
  return readFileSync(await (await saving).path(), 'utf8')
}

test('a whole assessment by keyboard, half of it without the network, gives what the command gives', async () => {
  const context = await at.browser.newContext({ acceptDownloads: true })
  const { page, requests, complaints } = await visit(context, `${at.playground.address}strict.html`)
  await tabTo(page, isButton(/^Start$/))
  await page.keyboard.press('Enter')
  await tabTo(page, isButton(/^Continue$/))
  await page.keyboard.press('Enter')
  for (let turn = 0; turn < 12; turn++) {
    if (turn === 6) await context.setOffline(true)
    await answerPage(page, turn)
    await tabTo(page, isButton(/^(Continue|See the result)$/))
    await page.keyboard.press('Enter')
  }
  await page.getByRole('heading', { name: 'What to do next' }).waitFor()
  const result = await savedBy(page, /^Data \(JSON\)$/)
  await page.getByText('Keep, move or delete').click()
  const file = JSON.parse(await savedBy(page, /^Save to a file$/))
  expect(Object.keys(file.record.answers)).toHaveLength(16)
  expect(resultOfCommand(file.record, JSON.parse(result).provenance.asOf)).toBe(result)
  expect(complaints.filter((complaint) => !complaint.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  expect(requests.filter((url) => !url.startsWith(at.playground.address) && !/^(blob|data):/.test(url))).toEqual([])
  expect(await context.cookies()).toEqual([])
  await context.close()
})

function resultOfCommand(record: unknown, asOf: string): string {
  const file = join(folderWith({ 'record.json': record }), 'record.json')
  const words = ['assess', file, '--scope', 'starter', '--as-of', asOf, '--format', 'json']
  return execFileSync(process.execPath, [join(root, 'apps/cli/src/main.ts'), ...words], { encoding: 'utf8' })
}

test('an assessment goes on in another browser, from the file', async () => {
  const first = await at.browser.newContext({ acceptDownloads: true })
  const { page } = await visit(first, at.playground.address)
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByLabel('Who is the partner?').fill('Castell & Rowe')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('radio', { name: 'Partly' }).first().check()
  await page.getByText('Keep, move or delete').click()
  const text = await savedBy(page, /^Save to a file$/)
  await first.close()
  const second = await at.browser.newContext()
  const { page: other } = await visit(second, at.playground.address)
  await other.getByText('Keep, move or delete').click()
  await other
    .locator('#open-file')
    .setInputFiles({ name: 'castell.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await expect.poll(() => other.getByLabel('Who is the partner?').inputValue()).toBe('Castell & Rowe')
  await second.close()
})

test('a file with faults changes nothing, and every fault has its place and remedy', async () => {
  const context = await at.browser.newContext()
  const { page } = await visit(context, at.playground.address)
  await page.getByText('Keep, move or delete').click()
  const buffer = Buffer.from('{"rel":{"knd":"customer"},"org":{"headcount":"7"}}')
  await page.locator('#open-file').setInputFiles({ name: 'faulty.json', mimeType: 'application/json', buffer })
  await page.getByText('/rel/knd: unknown key "knd"; did you mean "kind"?').waitFor()
  await page.getByText('/org/headcount: "7" should be a number').waitFor()
  const stored = await page.evaluate(() => Object.keys(localStorage))
  expect(stored).toEqual([])
  await context.close()
})

test('answers travel in an address, and replace others only when somebody says so', async () => {
  const context = await at.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const { page } = await visit(context, at.playground.address)
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('radio', { name: 'No', exact: true }).first().check()
  await page.getByText('Keep, move or delete').click()
  await page.getByRole('button', { name: 'Copy a link' }).click()
  await page.getByText('The link is copied.').waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toContain('#joinery=')
  const other = await at.browser.newContext()
  const { page: fresh } = await visit(other, link)
  await fresh.getByText('1 of 16 answered').or(fresh.getByText('2 of 16 answered')).waitFor()
  expect(fresh.url()).not.toContain('joinery=')
  await page.getByRole('radio', { name: 'Yes' }).first().check()
  await page.goto(`${link}&again`)
  await page.reload()
  await page.getByText('This address carries answers.').waitFor()
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect.poll(() => page.getByRole('radio', { name: 'Yes' }).first().isChecked()).toBe(true)
  await Promise.all([context.close(), other.close()])
})
