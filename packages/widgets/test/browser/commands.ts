import type { BrowserCommand } from 'vitest/node'

/** How the page around the elements is seen. */
export interface Seen {
  readonly media?: 'print' | 'screen'
  readonly forcedColors?: 'active' | 'none'
  readonly reducedMotion?: 'reduce' | 'no-preference'
}

/** Makes the browser show the page in another way: on paper, in forced colours, without motion. */
export const emulate: BrowserCommand<[Seen]> = async ({ page }, seen) => {
  await page.emulateMedia({ media: 'screen', forcedColors: 'none', reducedMotion: 'no-preference', ...seen })
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    emulate: (seen: Seen) => Promise<void>
  }
}
