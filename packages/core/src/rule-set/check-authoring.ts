import { dayOf } from '../day.ts'
import { shown, spotOf, type Faults, type Spot } from '../fault.ts'
import type { OwnFact } from '../schema/rule-set.ts'
import { sayAbsent } from './say-absent.ts'
import { factCatalogue } from './facts-of.ts'
import type { Resolution } from './resolution.ts'

/** Reports what only its authors need to know of a rule set: scoring and asking do not depend on it. */
export function checkAuthoring(resolution: Resolution, faults: Faults): void {
  const root = spotOf(faults)
  checkFormerly(resolution, root)
  checkPlan(resolution, root)
  for (const [index, fact] of (resolution.own.facts ?? []).entries()) checkLimit(fact, { index, root })
}

/** Reports predecessors that are still there: ids are permanent, so only what is gone can be taken over. */
function checkFormerly({ document, own }: Resolution, root: Spot): void {
  const ids = new Set(document.practice.indicators.map(({ id }) => id))
  for (const [index, { formerly = [] }] of (own.practice?.indicators ?? []).entries())
    for (const [f, earlier] of formerly.entries()) {
      const at = root.at('practice', 'indicators', index, 'formerly', f)
      if (ids.has(earlier))
        at.say(
          'conflict',
          earlier,
          `"${earlier}" is still an indicator of this rule set; name only those that are gone`,
        )
      else if (formerly.indexOf(earlier) < f)
        at.say('duplicate', earlier, `"${earlier}" stands twice in this list; say it once`)
    }
}

/** Reports plan sections that are fed by nothing. */
function checkPlan({ document, own }: Resolution, root: Spot): void {
  const catalogue = factCatalogue(document.facts ?? [])
  for (const [s, section] of (own.plan?.sections ?? []).entries())
    for (const [p, { fact }] of section.parts.entries())
      if (catalogue.typeOf(fact) === undefined)
        sayAbsent(root.at('plan', 'sections', s, 'parts', p, 'fact'), {
          what: 'fact',
          value: fact,
          known: catalogue.ids(),
        })
}

/** A limit says where it comes from and when it is to be looked at again. */
function checkLimit({ type, value, source }: OwnFact, { index, root }: { index: number; root: Spot }): void {
  const at = root.at('facts', index)
  if (value === undefined && source !== undefined)
    at.at('source').say('not-allowed', undefined, '"source" belongs to a limit; "value" is missing')
  if (value === undefined) return
  if (source?.reviewBy === undefined)
    at.at('source').say(
      'missing',
      undefined,
      'a limit says where it comes from: "source": { "note": …, "reviewBy": the day to look at it again }',
    )
  if (!fitsType(type, value)) at.at('value').say('wrong-type', value, `${shown(value)} is not of type ${type}`)
}

function fitsType(type: OwnFact['type'], value: NonNullable<OwnFact['value']>): boolean {
  if (type === 'text') return typeof value === 'string'
  if (type === 'date') return dayOf(value) !== undefined
  if (type === 'yesNo') return typeof value === 'boolean'
  return (type === 'number' || type === 'share') && typeof value === 'number'
}
