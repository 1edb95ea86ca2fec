import { grouped, rulesOf, type Rule } from './rules.ts'
import type { Node } from './condition-nodes.ts'
import type { View } from './view.ts'
import { holdsAlways, implies } from './worlds.ts'

type Judged = Rule & { readonly node: Node }

/**
 * Reports rules that are dead as a whole, parts that follow from the others, and rules of one clause that others decide:
 * the same condition twice, or a level that whoever reaches a lower one has already reached.
 */
export function checkShadowed(view: View, wrong: ReadonlySet<string>): void {
  const rules = rulesOf(view).filter((rule): rule is Judged => rule.node !== undefined)
  const dead = new Set<string>()
  for (const rule of rules) if (rule.pointer !== undefined && reportInner(view, rule, wrong)) dead.add(rule.id)
  const alive = rules.filter(({ id }) => !dead.has(id))
  for (const clause of grouped(alive, (rule) => rule.clause)) reportPairs(view, clause)
}

/** Looks into one rule; whether it can never hold. */
function reportInner(view: View, { id, node, pointer }: Judged, wrong: ReadonlySet<string>): boolean {
  if ([...wrong].some((place) => place.startsWith(pointer!))) return true
  if (holdsAlways([node], view.whole, (holds) => !holds(node)) === true) {
    view.report({
      code: 'unreachable',
      severity: 'error',
      path: pointer!,
      value: id,
      message: `"${id}" can never be met: its tests exclude each other; drop one of them, or use "any"`,
    })
    return true
  }
  // the parts of a rule count each for itself: one that follows from another is a step on the way
  for (const part of node.is === 'all' ? node.of : [node]) reportIdle(view, part)
  return false
}

/** Branches of "all" or "any" that change nothing beside the others. */
function reportIdle(view: View, node: Node): void {
  if (node.is === 'test') return
  if (node.is === 'not') return reportIdle(view, node.of)
  for (const branch of node.of) reportIdle(view, branch)
  const idle = node.of.findLast((branch) => isIdle(view, node, branch))
  if (idle === undefined || node.of.length < 2) return
  view.report({
    code: 'shadowed',
    severity: 'warning',
    path: idle.pointer,
    message: `this part makes no difference: it ${node.is === 'all' ? 'holds whenever the others do' : 'holds only when one of the others does'}; drop it, or make it ask for more`,
  })
}

function isIdle(view: View, { is, of }: Extract<Node, { is: 'all' | 'any' }>, branch: Node): boolean {
  const others = of.filter((other) => other !== branch)
  return (
    holdsAlways(of, view.whole, (holds) =>
      is === 'all' ? !others.every(holds) || holds(branch) : !holds(branch) || others.some(holds),
    ) === true
  )
}

/** Each rule is told of once, beside the first one that decides it. */
function reportPairs(view: View, rules: readonly Judged[]): void {
  const ordered = rules.toSorted((left, right) => (left.level ?? 0) - (right.level ?? 0))
  for (const [index, higher] of ordered.entries())
    for (const lower of ordered.slice(0, index)) {
      const path = higher.pointer ?? lower.pointer
      const message = path === undefined ? undefined : problemOf(view, lower, higher)
      if (message === undefined) continue
      view.report({ code: 'shadowed', severity: 'warning', path: path!, value: higher.id, message })
      break
    }
}

function problemOf({ whole }: View, lower: Judged, higher: Judged): string | undefined {
  if (!implies(lower.node, higher.node, whole)) return undefined
  const isLevelled = whole.isGated && lower.level !== higher.level
  if (implies(higher.node, lower.node, whole))
    return isLevelled
      ? `"${higher.id}" asks for the same as "${lower.id}", so level ${higher.level} comes with level ${lower.level}; ask for more, or drop one of them`
      : `"${higher.id}" asks for the same as "${lower.id}", so it counts twice; drop one of them`
  return isLevelled
    ? `whoever meets "${lower.id}" (level ${lower.level}) meets "${higher.id}" (level ${higher.level}) too, so level ${higher.level} decides nothing; ask for more there`
    : undefined
}
