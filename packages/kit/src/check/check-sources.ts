import { testsOf, type Node, type TestNode } from './condition-nodes.ts'
import { rulesOf } from './rules.ts'
import type { View } from './view.ts'

/** Reports rules that hang on a number which nobody says where it comes from. */
export function checkSources(view: View): void {
  const { own, report } = view
  if (own.source !== undefined) return
  const sourced = new Set((own.practice?.indicators ?? []).flatMap(({ id, source }) => (source ? [id] : [])))
  const changed = new Set((own.overrides ?? []).flatMap(({ target, because }) => (because ? [target] : [])))
  for (const { id, node, pointer } of rulesOf(view)) {
    if (node === undefined || pointer === undefined || sourced.has(id) || changed.has(id)) continue
    const numbers = [...new Set(thresholdsOf(node))]
    if (numbers.length === 0) continue
    report({
      code: 'no-source',
      severity: 'warning',
      path: pointer,
      value: id,
      message: `nobody says why "${id}" asks for ${numbers.slice(0, 4).join(', ')}; say where the numbers come from in "source", of the indicator or of the rule set`,
    })
  }
}

const thresholds = /(?:lessThan|greaterThan|lessThanInclusive|greaterThanInclusive|withinDays|withinNextDays)$/

/** Numbers that somebody chose; "at least one" and "none" are no choice. */
function thresholdsOf(node: Node): number[] {
  return testsOf(node).flatMap(thresholdOf)
}

function thresholdOf({ operator, right }: TestNode): number[] {
  if (!thresholds.test(operator) || !('literal' in right)) return []
  return typeof right.literal === 'number' && ![0, 1].includes(right.literal) ? [right.literal] : []
}
