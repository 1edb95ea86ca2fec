import { join } from 'node:path'
import { bundleRuleSet, loadRuleSet } from '@joinery/kit'
import type { TestProject } from 'vitest/node'

/** Hands the baseline to the tests in the browser as the one JSON that a page would fetch. */
export function setup({ provide }: TestProject): void {
  const { ruleSet } = loadRuleSet(join(import.meta.dirname, '../../../../rules/iso-44003'))
  provide('iso44003', bundleRuleSet(ruleSet!).text)
}

declare module 'vitest' {
  interface ProvidedContext {
    iso44003: string
  }
}
