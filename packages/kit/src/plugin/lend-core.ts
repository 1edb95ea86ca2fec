// by its whole: older Node has no such export, and naming it would keep this file from loading
import * as nodeModule from 'node:module'

let isLent = false

/**
 * A plugin in a folder of its own, with nothing installed beside it, gets the core that this program runs on: the same code,
 * and no second copy of it. Where it has one of its own, that one counts.
 */
export function lendCore(): void {
  // Node older than 22.15 has no such hooks; there a plugin brings its own
  if (isLent || !('registerHooks' in nodeModule)) return
  isLent = true
  nodeModule.registerHooks({
    resolve: (specifier, context, next) => {
      try {
        return next(specifier, context)
      } catch (error) {
        if (!/^@joinery\/core(?:$|\/)/.test(specifier)) throw error
        return next(specifier, { ...context, parentURL: import.meta.url })
      }
    },
  })
}
