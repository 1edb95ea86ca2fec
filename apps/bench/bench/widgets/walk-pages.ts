import { loadavg } from 'node:os'
import { chromium } from 'playwright'
// @boundaries-ignore the browser is found in one place for the whole workspace
import { browserArgs, findBrowser } from '../../../../tools/browser.ts'
// @boundaries-ignore the pages that are walked are the playground's own
import { startPlayground } from '../../../playground/src/playground.ts'
import { slowPhone, type Condition } from './time-page.ts'
import { walkPage, type Walked } from './walk-page.ts'

/** The walks over one page, under one condition. */
export interface Walks {
  readonly name: string
  readonly walked: readonly Walked[]
}

const pages = [
  { name: 'on the device, in an association’s page', path: () => '/' },
  { name: 'on the device, under the strictest policy', path: () => '/strict.html' },
  { name: 'kept by the service, in a frame’s page', path: (key: string) => `/embed/${key}` },
]

/** Walks each page as often as asked, page by page in turn, so that a slow moment hits all alike. */
export async function walkPages(rounds: number, condition: Condition = slowPhone, most = Infinity): Promise<Walks[]> {
  const playground = await startPlayground(0)
  const executablePath = findBrowser()
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...browserArgs] })
  try {
    const walks = pages.map(({ name }) => ({ name, walked: [] as Walked[] }))
    for (let round = 0; round < rounds; round++)
      for (const [index, { path }] of pages.entries()) {
        const address = new URL(path(playground.key), playground.address).href
        walks[index]!.walked.push(await walkPage(browser, { address, condition, most }))
      }
    return walks
  } finally {
    await browser.close()
    await playground.close()
  }
}

/** A table for the docs; medians over the rounds, and for answers the whole of them. */
export function walkSection(walks: readonly Walks[]): string[] {
  return [
    '## From the address to the first question',
    '',
    'The starter scope at 4 × slower processor and slow 4G (150 ms for each journey, 1.6 Mbit/s): opened for the first time, begun as soon as the button stands, every statement answered, up to the result. Milliseconds; script and tasks are times of the page’s own thread as the browser counts them, medians of the rounds.',
    '',
    `${walks[0]!.walked.length} rounds, load ${loadavg()[0]!.toFixed(1)} at their end.`,
    '',
    '| Page | first page | first question | script for an answer, p50 | p95 | longest task | layout shift |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...walks.map(({ name, walked }) => {
      const all = walked.flatMap(({ answers }) => answers)
      const middle = (what: (one: Walked) => number) => quantile(walked.map(what), 0.5)
      const times = [middle(({ firstPage }) => firstPage), middle(({ firstQuestion }) => firstQuestion)].map(whole)
      const tasks = [
        quantile(all, 0.5).toFixed(1),
        quantile(all, 0.95).toFixed(1),
        whole(middle((one) => one.longestTask)),
      ]
      return `| ${[name, ...times, ...tasks, middle(({ shift }) => shift).toFixed(3)].join(' | ')} |`
    }),
    '',
  ]
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}
