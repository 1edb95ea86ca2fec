import type { Plugin } from '@joinery/core/plugin'

/** What was registered, in that order; it is checked when an assessment is opened with it. */
export const plugins: Plugin[] = []

/**
 * Adds the rules of a sector to the assessments of this page that are scored in it: a page of questions, and a part of the
 * result beside the core result. Called again with a plugin of the same name, it takes the place of the one before. The code of
 * a plugin is trusted, as every script of the page is.
 *
 * @example
 * import { registerPlugin } from './joinery.js'
 * import construction from './construction.js'
 * registerPlugin(construction)
 */
export function registerPlugin(plugin: Plugin): void {
  plugins.push(plugin)
  dispatchEvent(new Event('joinery-plugin'))
}

declare global {
  interface WindowEventMap {
    'joinery-plugin': Event
  }
}
