import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { playgroundAtWork } from './at-work.ts'

const at = playgroundAtWork()

async function answerEach(page: Page, answer: string): Promise<void> {
  for (const group of await page.locator('fieldset.statement').all()) await group.getByLabel(answer).check()
}

test('without scripts the check goes from the site to the result, keeps what is wrong, goes back, and sets no cookie', async () => {
  const context = await at.browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  const page = await context.newPage()
  const hosts = new Set<string>()
  const complaints: string[] = []
  page.on('request', (request) => hosts.add(new URL(request.url()).origin))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
  await page.goto(`${at.playground.address}no-script.html`)
  await page.getByRole('link', { name: 'Begin' }).click()
  await goOn(page, 'Start')
  await page.getByLabel('Who is the partner?').fill('Castell & Rowe')
  await goOn(page, 'Continue')

  // a mistake is told, leads to its place, and costs nothing
  await answerEach(page, 'Partly')
  await page.locator('fieldset.statement').first().getByLabel('Does not apply').check()
  await goOn(page, 'Continue')
  await page.getByRole('link', { name: 'Choose why it does not apply.' }).click()
  await page.getByLabel('Why does it not apply?').first().selectOption({ index: 1 })
  await goOn(page, 'Continue')

  // back, by the browser, finds what was written
  await answerEach(page, 'Yes')
  await goOn(page, 'Continue')
  await page.goBack()
  expect(await page.locator('fieldset.statement').first().getByLabel('Yes').isChecked()).toBe(true)
  while (!page.url().includes('/results')) {
    await answerEach(page, 'Yes')
    await goOn(page, 'Continue')
  }
  await goOn(page, 'See the result')
  await page.getByRole('heading', { name: /Castell & Rowe/ }).waitFor()
  expect(await page.getByText('Self-assessed').first().isVisible()).toBe(true)
  await page.getByRole('link', { name: 'Change' }).click()
  await page.getByRole('heading', { name: 'Look through your answers' }).waitFor()
  expect([...hosts]).toEqual([new URL(at.playground.address).origin])
  expect(complaints).toEqual([])
  expect(await context.cookies()).toEqual([])
  await context.close()
})

test('what is kept by address is found again in another browser', async () => {
  const first = await at.browser.newContext({ javaScriptEnabled: false })
  const page = await first.newPage()
  await page.goto(`${at.playground.address}forms/${at.playground.key}?lang=de`)
  await goOn(page, 'Los geht’s')
  await goOn(page, 'Weiter')
  await answerEach(page, 'Nein')
  const address = page.url()
  await goOn(page, 'Weiter')
  await first.close()
  const second = await at.browser.newContext({ javaScriptEnabled: false })
  const other = await second.newPage()
  await other.goto(address)
  expect(await other.locator('fieldset.statement').first().getByLabel('Nein').isChecked()).toBe(true)
  await second.close()
})

test.each([
  { language: 'de', start: 'Los geht’s', next: 'Weiter', see: 'Ergebnis ansehen', title: 'Grundsatz für Grundsatz' },
  { language: 'ar', start: 'ابدأ', next: 'متابعة', see: 'اعرض النتيجة', title: 'مبدأ بعد مبدأ' },
])('a form in $language ends in a report in $language', async ({ language, start, next, see, title }) => {
  const context = await at.browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  const page = await context.newPage()
  await page.goto(`${at.playground.address}forms/${at.playground.key}?lang=${language}`)
  await goOn(page, start)
  while (!page.url().includes('/results')) await goOn(page, next)
  await goOn(page, see)
  await page.getByRole('heading', { name: title }).waitFor()
  const root = page.locator('html')
  const found = [await root.getAttribute('lang'), await root.getAttribute('dir')]
  expect(found).toEqual([language, language === 'ar' ? 'rtl' : 'ltr'])
  expect(await root.evaluate(({ scrollWidth }) => scrollWidth)).toBe(320)
  await context.close()
})

test('in a frame whose scripts are blocked the form stands where the element would, and works in a sandbox', async () => {
  const context = await at.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const frame = `<iframe sandbox="allow-forms" src="${at.playground.address}embed/${at.playground.key}"></iframe>`
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: frame }))
  await page.goto(`${at.playground.address}host.html`)
  const inside = page.frameLocator('iframe')
  await inside.getByRole('button', { name: 'Start' }).click()
  const question = inside.getByLabel('Who is the partner?')
  await question.waitFor()
  expect(await question.isVisible()).toBe(true)
  await context.close()
})

/** Sends the form, and waits for the page that answers. */
async function goOn(page: Page, name: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).click()])
}
