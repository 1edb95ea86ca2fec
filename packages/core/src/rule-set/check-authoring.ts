import type { Faults } from '../fault.ts'
import { reportAbsent, reportTo, type Report } from './check-report.ts'
import { factCatalogue } from './facts-of.ts'
import type { Resolution } from './resolution.ts'

/** Reports what only its authors need to know of a rule set: scoring and asking do not depend on it. */
export function checkAuthoring(resolution: Resolution, faults: Faults): void {
  const report = reportTo(faults)
  checkFormerly(resolution, report)
  checkPlan(resolution, report)
}

/** Reports predecessors that are still there: ids are permanent, so only what is gone can be taken over. */
function checkFormerly({ document, own }: Resolution, report: Report): void {
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

/** Reports plan sections that are fed by nothing. */
function checkPlan({ document, own }: Resolution, report: Report): void {
  const catalogue = factCatalogue(document.facts ?? [])
  for (const [s, section] of (own.plan?.sections ?? []).entries())
    for (const [p, { fact }] of section.parts.entries())
      if (catalogue.typeOf(fact) === undefined)
        reportAbsent(report, ['plan', 'sections', s, 'parts', p, 'fact'], {
          what: 'fact',
          value: fact,
          known: catalogue.ids(),
        })
}
