import type { Browser } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { startPlayground, type Playground } from '../src/playground.ts'
import { launch } from './browser.ts'

/** The association's site and a browser, there from before the first test of a file until after its last. */
export function playgroundAtWork(): { readonly playground: Playground; readonly browser: Browser } {
  let playground: Playground | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    playground = await startPlayground(0)
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await playground?.close()
  })
  return {
    get playground(): Playground {
      return begun(playground)
    },
    get browser(): Browser {
      return begun(browser)
    },
  }
}

function begun<What>(what: What | undefined): What {
  if (what === undefined) throw new Error('nothing is at work before the first test begins')
  return what
}
