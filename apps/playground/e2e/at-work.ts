import type { Browser } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { startPlayground, type Playground } from '../src/playground.ts'
import { launch } from './browser.ts'
import { startHostSite, type HostSite } from './host-site.ts'

interface AtWork {
  readonly playground: Playground
  readonly browser: Browser
}

/** The association's site and a browser, there from before the first test of a file until after its last. */
export function playgroundAtWork(): AtWork {
  return throughout(async () => ({ playground: await startPlayground(0), browser: await launch() }))
}

/** The same, and a site of somebody else whose pages may embed what the association offers. */
export function playgroundWithSiteAtWork(): AtWork & { readonly site: HostSite } {
  return throughout(async () => {
    const site = await startHostSite()
    return { site, playground: await startPlayground(0, { origins: [site.origin] }), browser: await launch() }
  })
}

type Closing = Readonly<Record<string, { readonly close: () => Promise<unknown> }>>

/** What is started before the first test and closed after the last, the last one first. */
function throughout<What extends object & Closing>(start: () => Promise<What>): What {
  const started: Partial<What> = {}
  beforeAll(async () => void Object.assign(started, await start()))
  afterAll(async () => {
    for (const one of Object.values<Closing[string]>(started as What).toReversed()) await one.close()
  })
  return started as What
}
