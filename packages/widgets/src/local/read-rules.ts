import { modelField } from '@joinery/core/model'
import { publishedInSteps } from '@joinery/core/parse'
import type { RuleSet } from '@joinery/core'
import { pause } from '../page/pause.ts'

/** Reads a rule set that a page was given, step by step; throws a DocumentError that names every fault. */
export async function readRules(document: unknown, hash: string): Promise<RuleSet> {
  const steps = publishedInSteps(document, { hash, labelOf: (id) => modelField(id)?.about })
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await pause()
  }
}
