import type { PrincipleResult } from '@joinery/core'
import { topOf } from './levels.ts'
import { scopeTop } from './scope-top.ts'
import { type Shown } from './shown.ts'

/** A score as this result reads it: points of the scale, or in a scope the share of what the scope asks. */
export interface Reading {
  /** 0 to 1. */
  readonly low: number
  readonly high: number
  readonly words: string
}

/** What readings are written with. */
export type ReadingFormats = 'range' | 'percentRange'

export function readingOf(
  shown: Pick<Shown<never, never, ReadingFormats>, 'result' | 'ruleSet' | 'format'>,
  node: Pick<PrincipleResult, 'id' | 'score' | 'potential'>,
): Reading {
  const { result, format } = shown
  const isScope = result.headline.reached !== null
  const top = scopeTop(result, node.id) ?? topOf(shown)
  const low = (node.score ?? 0) / top
  const high = (node.potential ?? 0) / top
  const points = format.range(node.score, node.potential)
  return { low, high, words: isScope && node.score !== null ? format.percentRange(low, high) : points }
}
