import { chromium } from 'playwright'
// @boundaries-ignore the browser is found in one place for the whole workspace
import { browserArgs, findBrowser } from '../../../../tools/browser.ts'
// @boundaries-ignore the page that is judged is the playground's own
import { startPlayground } from '../../../playground/src/playground.ts'
import { importRival } from './rivals.ts'

/** What Lighthouse says of a page on a phone: scores of 100, times in milliseconds. */
export interface Judged {
  readonly path: string
  readonly performance: number
  readonly accessibility: number
  readonly bestPractices: number
  readonly layoutShift: number
  readonly largestPaint: number
  readonly blocked: number
}

const port = 9_333

/** Judges pages of the playground, each several times; the run with the middle performance counts. */
export async function judgePages(paths: readonly string[], rounds: number): Promise<Judged[]> {
  const lighthouse = (await importRival('lighthouse')) as Lighthouse
  const playground = await startPlayground(0)
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...browserArgs, `--remote-debugging-port=${port}`],
  })
  try {
    const judged: Judged[] = []
    for (const path of paths) {
      const runs: Judged[] = []
      for (let round = 0; round < rounds; round++) runs.push(await judge(lighthouse, new URL(path, playground.address)))
      judged.push(runs.toSorted((left, right) => left.performance - right.performance)[rounds >> 1]!)
    }
    return judged
  } finally {
    await browser.close()
    await playground.close()
  }
}

interface Lighthouse {
  readonly default: (
    address: string,
    options: { port: number; output: 'json'; logLevel: 'silent'; onlyCategories: string[] },
  ) => Promise<{ readonly lhr: Report } | undefined>
}

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>
}

async function judge(lighthouse: Lighthouse, address: URL): Promise<Judged> {
  const onlyCategories = ['performance', 'accessibility', 'best-practices']
  const run = await lighthouse.default(address.href, { port, output: 'json', logLevel: 'silent', onlyCategories })
  const { categories, audits } = run!.lhr
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100)
  const value = (name: string) => audits[name]?.numericValue ?? Number.NaN
  return {
    path: address.pathname,
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    layoutShift: value('cumulative-layout-shift'),
    largestPaint: value('largest-contentful-paint'),
    blocked: value('total-blocking-time'),
  }
}
