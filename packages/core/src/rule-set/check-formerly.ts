import type { Report } from './check-report.ts'
import type { Resolution } from './resolve.ts'

/** Reports predecessors that are still there: ids are permanent, so only what is gone can be taken over. */
export function checkFormerly({ document, own }: Resolution, report: Report): void {
  const ids = new Set(document.practice.indicators.map(({ id }) => id))
  for (const [index, { formerly = [] }] of (own.practice?.indicators ?? []).entries())
    for (const [f, earlier] of formerly.entries()) {
      const at = ['practice', 'indicators', index, 'formerly', f]
      if (ids.has(earlier))
        report('conflict', at, {
          value: earlier,
          message: `"${earlier}" is still an indicator of this rule set; name only those that are gone`,
        })
      else if (formerly.indexOf(earlier) < f)
        report('duplicate', at, { value: earlier, message: `"${earlier}" stands twice in this list; say it once` })
    }
}
