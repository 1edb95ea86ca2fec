import type { AssessOptions, Relationship } from '@joinery/core'
import type { LightAssessor as Assessor } from '@joinery/core/light'
import { pause } from '../page/pause.ts'
import { outcomesOf } from './outcomes.ts'

/** Tries both ends for every open indicator; pauses now and then, so that a slow phone stays quick to the touch. */
export async function worthAsking(assessor: Assessor, record: Relationship, options: AssessOptions): Promise<string[]> {
  const scope = assessor.ruleSet.document.scopes?.find(({ id }) => id === options.scope)
  const asked = scope?.indicators === undefined ? undefined : new Set(scope.indicators)
  const outcomes = outcomesOf(assessor, assessor.verdicts(record, options))
  const open = assessor.ruleSet.indicators.filter(
    ({ id }) => outcomes.get(id) === 'unknown' && (asked === undefined || asked.has(id)),
  )
  const [best, worst] = endsOf(assessor)
  const widths: { id: string; gain: number }[] = []
  const before = widthOf(assessor, record, options)
  for (const [index, { id }] of open.entries()) {
    if (index % 8 === 7) await pause()
    const after = [best, worst].map((value) => widthOf(assessor, answered(record, id, value), options))
    widths.push({ id, gain: 2 * before - after[0]! - after[1]! })
  }
  return widths
    .filter(({ gain }) => gain > 1e-9)
    .toSorted((left, right) => right.gain - left.gain)
    .map(({ id }) => id)
}

function endsOf({ ruleSet }: Assessor): [string, string] {
  const scale = ruleSet.document.answers.scale.toSorted((left, right) => right.share - left.share)
  return [scale[0]!.value, scale.at(-1)!.value]
}

function answered(record: Relationship, id: string, value: string): Relationship {
  return { ...record, answers: { ...record.answers, [id]: { value } } }
}

function widthOf(assessor: Assessor, record: Relationship, options: AssessOptions): number {
  const { headline, principles } = assessor.score(record, options)
  // caps can hide what a principle gains from the headline, so the principles count too
  const inside = principles.reduce((sum, { score, potential }) => sum + (potential ?? 0) - (score ?? 0), 0)
  return (headline.potential ?? 0) - (headline.score ?? 0) + inside / Math.max(1, principles.length)
}
