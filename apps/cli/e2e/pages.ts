import axe from 'axe-core'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
// @boundaries-ignore the browser is found in one place for the whole workspace
import { browserArgs, findBrowser } from '../../../tools/browser.ts'

interface View {
  readonly width?: number
  readonly colorScheme?: 'light' | 'dark'
}

/** A browser for the tests of a file, and a way to open files in it. */
export function openPages() {
  let browser: Browser
  beforeAll(async () => {
    const executablePath = findBrowser()
    browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...browserArgs] })
  })
  afterAll(() => browser?.close())
  return { open: (file: string, view?: View) => openFile(browser, file, view) }
}

/** Opens a file in a page of its own; nobody closes it before the browser is. */
async function openFile(browser: Browser, file: string, { width = 768, colorScheme = 'light' }: View = {}) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(pathToFileURL(file).href)
  return { page, requests, complaints }
}

/** How many pages it prints on, and their size in points. */
export async function printed(page: Page): Promise<{ count: number; size: number[] }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
  const size = [width, height].map((points) => Math.round(Number(points)))
  return { count: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0, size }
}

/** What axe finds, in a line each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations: found } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      resultTypes: ['violations'],
    })
    return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''}`)
  })
}
