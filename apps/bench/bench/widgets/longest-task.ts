import type { Browser, Page } from 'playwright'

/** What a trace says of one event: milliseconds are thousands of these. */
interface Traced {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly data?: { readonly isOutermostMainFrame?: boolean; readonly documentLoaderURL?: string } }
}

const categories = ['-*', 'toplevel', 'blink.user_timing']

/**
 * Watches a page; gives the longest task of its main thread in milliseconds of that thread's own time, so that what else the
 * machine does does not count, while the slow-down of the processor does.
 */
export async function watchTasks(browser: Browser, page: Page): Promise<() => Promise<number>> {
  await browser.startTracing(page, { categories })
  return async () => {
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly Traced[] }
    return longestOf(traceEvents)
  }
}

function longestOf(events: readonly Traced[]): number {
  const own = events.findLast(
    ({ name, args }) => name === 'navigationStart' && args?.data?.documentLoaderURL?.startsWith('http') === true,
  )
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => name.endsWith('RunTask') && ph === 'X' && pid === own?.pid && tid === own.tid,
  )
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1_000
}
