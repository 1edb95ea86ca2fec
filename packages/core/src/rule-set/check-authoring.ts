import { dayOf } from '../day.ts'
import { shown, type Faults } from '../fault.ts'
import type { OwnFact } from '../schema/rule-set.ts'
import { reportAbsent, reportTo, type Report } from './check-report.ts'
import { factCatalogue } from './facts-of.ts'
import type { Resolution } from './resolution.ts'

/** Reports what only its authors need to know of a rule set: scoring and asking do not depend on it. */
export function checkAuthoring(resolution: Resolution, faults: Faults): void {
  const report = reportTo(faults)
  checkFormerly(resolution, report)
  checkPlan(resolution, report)
  for (const [index, fact] of (resolution.own.facts ?? []).entries()) checkLimit(fact, { index, report })
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

/** A limit says where it comes from and when it is to be looked at again. */
function checkLimit({ type, value, source }: OwnFact, { index, report }: { index: number; report: Report }): void {
  const at = ['facts', index] as const
  if (value === undefined && source !== undefined)
    report('not-allowed', [...at, 'source'], { message: '"source" belongs to a limit; "value" is missing' })
  if (value === undefined) return
  if (source?.reviewBy === undefined)
    report('missing', [...at, 'source'], {
      message: 'a limit says where it comes from: "source": { "note": …, "reviewBy": the day to look at it again }',
    })
  if (!fitsType(type, value))
    report('wrong-type', [...at, 'value'], { value, message: `${shown(value)} is not of type ${type}` })
}

function fitsType(type: OwnFact['type'], value: NonNullable<OwnFact['value']>): boolean {
  if (type === 'text') return typeof value === 'string'
  if (type === 'date') return dayOf(value) !== undefined
  if (type === 'yesNo') return typeof value === 'boolean'
  return (type === 'number' || type === 'share') && typeof value === 'number'
}
