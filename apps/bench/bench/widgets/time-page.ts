import type { Browser, CDPSession } from 'playwright'

/** How a phone or a desk computer loads a page. */
export interface Condition {
  readonly name: string
  readonly slowDown: number
  readonly network?: { readonly latency: number; readonly kilobitsPerSecond: number }
}

/** 150 ms for each journey and 1.6 Mbit/s, as Lighthouse imagines slow 4G. */
export const slowPhone: Condition = {
  name: '4 × slower processor, slow 4G',
  slowDown: 4,
  network: { latency: 150, kilobitsPerSecond: 1_638.4 },
}

export const conditions: readonly Condition[] = [
  { name: 'this machine as it is', slowDown: 1 },
  { name: '4 × slower processor', slowDown: 4 },
  slowPhone,
]

export interface Loaded {
  /** Milliseconds until every radio button stands and the next frame is drawn. */
  readonly usable: number
  /** Time by which tasks were longer than 50 ms, until then. */
  readonly blocked: number
}

/** Makes a page as slow as the condition says. */
export async function slowDown(devTools: CDPSession, { slowDown: rate, network }: Condition): Promise<void> {
  await devTools.send('Emulation.setCPUThrottlingRate', { rate })
  if (network === undefined) return
  const throughput = (network.kilobitsPerSecond * 1_000) / 8
  await devTools.send('Network.enable')
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
}

/** Loads a page in a fresh context and waits until its radio buttons can be used. */
export async function timePage(
  browser: Browser,
  address: string,
  { condition, radios, kept }: { condition: Condition; radios: number; kept: Readonly<Record<string, string>> },
): Promise<Loaded> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  try {
    const page = await context.newPage()
    await page.addInitScript(watch, { radios, kept })
    const devTools = await context.newCDPSession(page)
    await slowDown(devTools, condition)
    await page.goto(address, { waitUntil: 'commit' })
    const found = await page.waitForFunction(
      () => (globalThis as { joineryUsable?: Loaded }).joineryUsable,
      undefined,
      {
        timeout: 90_000,
      },
    )
    return (await found.jsonValue())!
  } finally {
    await context.close()
  }
}

/** Runs in the page: counts radio buttons frame by frame, inside the shadow root where there is one. */
function watch({ radios, kept }: { radios: number; kept: Readonly<Record<string, string>> }): void {
  for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value)
  let blocked = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) blocked += Math.max(0, duration - 50)
  }).observe({ type: 'longtask', buffered: true })
  const count = () => {
    const root = document.querySelector('joinery-assessment')?.shadowRoot ?? document
    return root.querySelectorAll('input[type=radio]').length
  }
  const look = () => {
    if (count() < radios) return requestAnimationFrame(look)
    return requestAnimationFrame(() =>
      setTimeout(() => Object.assign(globalThis, { joineryUsable: { usable: performance.now(), blocked } })),
    )
  }
  requestAnimationFrame(look)
}
