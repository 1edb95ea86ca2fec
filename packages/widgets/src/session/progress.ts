import { isGatedMethod } from '@joinery/core/gated-methods'
import type { Relationship } from '@joinery/core'
import type { Indicator } from '../rule-set/document.ts'
import type { Page, State, View } from '../assessment/view.ts'

export interface Progress {
  readonly done: number
  readonly of: number
}

/**
 * How far somebody has come, on one page or on all: indicators that are answered, that the record settles, or that nothing
 * would come of while one below them is missing.
 */
export function progressOf({ state, session }: Pick<View, 'state' | 'session'>, page?: Page): Progress {
  const isGated = isGatedMethod(session.document.method.name)
  const pages = page === undefined ? state.pages : [page]
  let done = 0
  let of = 0
  for (const shown of pages) {
    if (shown.kind !== 'principle') continue
    for (const { indicators } of shown.clauses) {
      const blocked = isGated ? lowestMissing(indicators, state) : Infinity
      of += indicators.length
      done += indicators.filter((indicator) => isDone(indicator, state) || (indicator.level ?? 0) > blocked).length
    }
  }
  return { done, of }
}

/** Minutes that are left, from what the scope says or from a third of a minute for each statement. */
export function minutesLeft({ done, of }: Progress, minutes: number | undefined): number {
  return of === 0 ? 0 : Math.ceil(((minutes ?? of / 3) * (of - done)) / of)
}

/** Minutes that pages of plugins take beside the statements. */
export function sectorMinutes(pages: readonly Page[], record: Relationship): number {
  return pages.reduce((sum, page) => sum + (page.kind === 'sector' ? page.minutesLeft(record) : 0), 0)
}

function isDone({ id }: Indicator, { record, live }: State): boolean {
  if (record.answers !== undefined && Object.hasOwn(record.answers, id)) return true
  return (live?.outcomes.get(id) ?? 'unknown') !== 'unknown'
}

function lowestMissing(indicators: readonly Indicator[], { live }: State): number {
  const missing = indicators.filter(({ id }) => {
    const outcome = live?.outcomes.get(id)
    return outcome === 'unmet' || outcome === 'partly'
  })
  return Math.min(...missing.map(({ level }) => level ?? 0))
}
