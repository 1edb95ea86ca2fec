import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
// @boundaries-ignore the browser is found in one place for the whole workspace
import { browserArgs, findBrowser } from '../../../tools/browser.ts'

export async function launch(): Promise<Browser> {
  const executablePath = findBrowser()
  return chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: [...browserArgs] })
}

/** A visit by somebody who is watched: every request, every complaint of the policy, every error. */
export async function visit(
  context: BrowserContext,
  address: string,
): Promise<{ page: Page; requests: string[]; complaints: string[] }> {
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy'))
      complaints.push(message.text())
  })
  await page.goto(address)
  await page.getByRole('button', { name: /^(Start|Go on)/ }).waitFor()
  return { page, requests, complaints }
}

/** The element that has the focus, inside whatever shadow root it is. */
function focusedIn(page: Page): Promise<{ tag: string; type: string; name: string; text: string }> {
  return page.evaluate(() => {
    let focused = document.activeElement
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
    const { type, name } = focused as Partial<HTMLInputElement>
    return { tag: focused?.tagName ?? '', type: type ?? '', name: name ?? '', text: focused?.textContent?.trim() ?? '' }
  })
}

type Focused = Awaited<ReturnType<typeof focusedIn>>

/** Presses Tab until the focus is where it is wanted. */
export async function tabTo(page: Page, isIt: (focused: Focused) => boolean): Promise<Focused> {
  const passed: string[] = []
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const focused = await focusedIn(page)
    if (isIt(focused)) return focused
    passed.push(`${focused.tag} ${focused.text.slice(0, 20)}`)
  }
  throw new Error(`120 times Tab did not lead there: ${passed.slice(0, 40).join(', ')}`)
}

export const isButton =
  (words: RegExp) =>
  ({ tag, text }: Focused): boolean =>
    tag === 'BUTTON' && words.test(text)
