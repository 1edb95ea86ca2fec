import { pointerOf } from '@joinery/core'
import { grouped, rulesOf } from './rules.ts'
import type { View } from './view.ts'

/** Something with a weight, and where the rule set itself writes it. */
interface Weighted {
  readonly id: string
  readonly weight: number
  readonly pointer: string | undefined
}

/** Reports weights that change no score: there is nothing to weigh against, or all weigh the same, or the method asks for none. */
export function checkWeights(view: View): void {
  const { whole } = view
  const rules = rulesOf(view)
  const siblings = grouped(rules, ({ clause, level }) => (whole.isGated ? `${clause} ${level}` : clause))
  const where = whole.isGated ? 'level of its clause' : 'clause'
  for (const group of siblings) {
    const weights = group.map(({ id, weight, weightPointer }) => ({ id, weight, pointer: weightPointer }))
    reportIdle(view, weights, `indicator of its ${where}`)
  }
  const principles = whole.principles.map((principle) => weighted(view, principle))
  const isWeakest = whole.methodName === 'weakest-link-v1'
  for (const { clauses } of whole.principles) {
    const group = clauses.map((clause) => weighted(view, clause))
    if (isWeakest) reportUnread(view, group)
    else reportIdle(view, group, 'clause of its principle')
  }
  if (isWeakest) reportUnread(view, principles)
  else reportIdle(view, principles, 'principle')
}

function weighted({ own }: View, { id, weight = 1 }: { id: string; weight?: number | undefined }): Weighted {
  const changed = (own.overrides ?? []).findIndex(({ target, set }) => target === id && set?.weight !== undefined)
  if (changed >= 0)
    return {
      id,
      weight: own.overrides![changed]!.set!.weight!,
      pointer: `${pointerOf('overrides', changed)}/set/weight`,
    }
  for (const [p, principle] of (own.reference?.principles ?? []).entries()) {
    const path = pointerOf('reference', 'principles', p)
    if (principle.id === id)
      return { id, weight, pointer: principle.weight === undefined ? undefined : `${path}/weight` }
    const c = principle.clauses.findIndex((clause) => clause.id === id)
    if (c >= 0 && principle.clauses[c]!.weight !== undefined)
      return { id, weight, pointer: `${path}/clauses/${c}/weight` }
  }
  return { id, weight, pointer: undefined }
}

function reportIdle(view: View, group: readonly Weighted[], what: string): void {
  const [first] = group
  if (first === undefined || group.some(({ weight }) => weight !== first.weight)) return
  const why = ({ weight }: Weighted) =>
    group.length === 1
      ? `it is the only ${what}; drop the weight`
      : `each ${what} weighs ${weight}; drop the weights, or make one differ`
  reportWithoutEffect(view, group, why)
}

function reportUnread(view: View, group: readonly Weighted[]): void {
  reportWithoutEffect(
    view,
    group,
    () => 'the method "weakest-link-v1" takes the lowest one and weighs nothing here; drop it',
  )
}

function reportWithoutEffect(view: View, group: readonly Weighted[], why: (one: Weighted) => string): void {
  for (const one of group)
    if (one.pointer !== undefined)
      view.report({
        code: 'no-effect',
        severity: 'warning',
        path: one.pointer,
        value: one.weight,
        message: `the weight of "${one.id}" can change no score: ${why(one)}`,
      })
}
