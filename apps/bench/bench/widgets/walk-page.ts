import type { Browser, CDPSession, Page } from 'playwright'
import { watchTasks } from './longest-task.ts'
import { slowDown, type Condition } from './time-page.ts'

/** What somebody waits for on the way from an address to a result, in milliseconds. */
export interface Walked {
  /** The first page stands, and its button can be pressed. */
  readonly firstPage: number
  /** The first question can be answered, where the button was pressed as soon as it stood. */
  readonly firstQuestion: number
  /** Script for each answer, until the score is drawn again. */
  readonly answers: readonly number[]
  /** Of the page's own thread. */
  readonly longestTask: number
  /** How much the page moved before it could be used, as browsers count it. */
  readonly shift: number
}

interface Walk {
  readonly address: string
  readonly condition: Condition
  /** Statements to answer before the result is asked for. */
  readonly most: number
}

/** Walks through an assessment in a fresh context: starts, answers every statement, and ends with the result. */
export async function walkPage(browser: Browser, { address, condition, most }: Walk): Promise<Walked> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.addInitScript(watch)
    const devTools = await context.newCDPSession(page)
    await slowDown(devTools, condition)
    const longest = await watchTasks(browser, page)
    await page.goto(address, { waitUntil: 'commit' })
    const found = await page.waitForFunction(() => (globalThis as unknown as Watching).joineryWalk?.times)
    const { firstPage, firstQuestion, shift } = (await found.jsonValue())!
    const answers = await answerAll(page, devTools, most)
    return { firstPage, firstQuestion, answers, longestTask: await longest(), shift }
  } finally {
    await context.close()
  }
}

async function answerAll(page: Page, devTools: CDPSession, most: number): Promise<number[]> {
  const spent: number[] = []
  const next = page.locator('[part=button-next]')
  await devTools.send('Performance.enable', { timeDomain: 'timeTicks' })
  for (;;) {
    const ids = await page
      .locator('fieldset.statement')
      .evaluateAll((statements) => statements.filter((one) => one.checkVisibility()).map(({ id }) => id))
    for (const id of ids.slice(0, most - spent.length)) spent.push(await answerOne(page, devTools, id))
    if ((await next.count()) === 0) break
    const before = await page.locator('#page-title').textContent()
    await next.click()
    await page.waitForFunction(titleIsNew, before)
  }
  await page.locator('[part=headline]').first().waitFor()
  await page.evaluate(settled, 0)
  return spent
}

async function answerOne(page: Page, devTools: CDPSession, statement: string): Promise<number> {
  const second = page.locator(`#${statement} input[type=radio]`).first()
  await second.scrollIntoViewIfNeeded()
  await page.evaluate(settled, 50)
  const before = await scriptTime(devTools)
  await second.evaluate((input: HTMLInputElement) => input.click())
  await page.evaluate(settled, 400)
  return (await scriptTime(devTools)) - before
}

async function scriptTime(devTools: CDPSession): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1_000
}

interface Watching {
  readonly joineryWalk: {
    times?: { readonly firstPage: number; readonly firstQuestion: number; readonly shift: number }
    shift: number
  }
}

function titleIsNew(before: string | null): boolean {
  const root = document.querySelector('joinery-assessment')?.shadowRoot
  return root?.querySelector('#page-title')?.textContent !== before
}

function settled(milliseconds: number): Promise<void> {
  return new Promise((resolve) =>
    setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))), milliseconds),
  )
}

/** Runs in the page: looks frame by frame, presses the first button, and sums up how much moved. */
function watch(): void {
  const walk: Watching['joineryWalk'] = { shift: 0 }
  Object.assign(globalThis, { joineryWalk: walk })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) walk.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  const find = (selector: string) =>
    document.querySelector('joinery-assessment')?.shadowRoot?.querySelector<HTMLElement>(selector)
  const when = (selector: string) =>
    new Promise<number>((resolve) => {
      const look = () => {
        if (!find(selector)) return requestAnimationFrame(look)
        return requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
      }
      requestAnimationFrame(look)
    })
  void when('.start-button').then(async (firstPage) => {
    const { shift } = walk
    find('.start-button')!.click()
    const firstQuestion = await when('.page :is(input, select):not([name=scope])')
    walk.times = { firstPage, firstQuestion, shift }
  })
}
