import { join } from 'node:path'
import type { Plugin } from 'vite'

/** The bundle takes `lit.ts` beside this for Lit. What else of Lit an element would use is not there, and fails the build. */
export function leanLit(): Plugin {
  return {
    name: 'joinery:lean-lit',
    enforce: 'pre',
    resolveId: (source) => (/^lit(?:\/|$)/.test(source) ? join(import.meta.dirname, 'lit.ts') : undefined),
  }
}
