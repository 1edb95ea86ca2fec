import { innerOf, outerTestsOf, ownConditions, type Node, type TestNode } from './condition-nodes.ts'
import { domainOf } from './domains.ts'
import { verdictOf } from './samples.ts'
import type { View } from './view.ts'

/**
 * Reports conditions that come out the same whatever is recorded; tests that are wrong by themselves are left out. Gives the
 * pointers of what it reported.
 */
export function checkDeadRules(view: View, wrong: ReadonlySet<string>): ReadonlySet<string> {
  const reported = new Set<string>()
  for (const node of ownConditions(view)) visit(node, { view, wrong, reported })
  return reported
}

interface Context {
  readonly view: View
  readonly wrong: ReadonlySet<string>
  readonly reported: Set<string>
}

/** Judges the inner conditions first; gives true where something was reported inside. */
function visit(node: Node, context: Context): boolean {
  if (node.is === 'not') return visit(node.of, context)
  if (node.is === 'test')
    return (
      innerOf(node).filter((branch) => visit(branch, context)).length > 0 ||
      judge([node], 'all', { ...context, pointer: node.pointer })
    )
  const sound = node.of.filter((branch) => !visit(branch, context))
  const dead = groupsOf(sound).filter(
    (group) => group.length > 1 && judge(group, node.is, { ...context, pointer: node.pointer }),
  )
  return dead.length > 0 || sound.length < node.of.length
}

/** Branches that look at one and the same value. */
function groupsOf(branches: readonly Node[]): Node[][] {
  const groups = new Map<string, Node[]>()
  for (const branch of branches) {
    const [key, ...others] = new Set(outerTestsOf(branch).map(({ left }) => left.key))
    if (key !== undefined && others.length === 0) groups.set(key, [...(groups.get(key) ?? []), branch])
  }
  return [...groups.values()]
}

function judge(nodes: readonly Node[], join: 'all' | 'any', context: Context & { pointer: string }): boolean {
  const { view, wrong, reported, pointer } = context
  const tests = nodes.flatMap(outerTestsOf)
  if (tests.some((test) => wrong.has(test.pointer)) || reported.has(pointer)) return true
  const domain = domainOf(tests[0]!.left, view.whole)
  if (domain === undefined) return false
  const verdict = verdictOf(nodes, join, domain)
  if (verdict === undefined || (verdict === 'always' && tests.some(({ operator }) => operator.endsWith('given'))))
    return false
  reported.add(pointer)
  const what = describe(tests)
  if (verdict === 'never')
    view.report({
      severity: 'error',
      code: 'unreachable',
      path: pointer,
      message:
        nodes.length > 1
          ? `these can never hold together: ${what}; drop one of them, or use "any"`
          : `this can never be true: ${what}; change the value or drop it`,
    })
  else
    view.report({
      severity: tests[0]!.left.fact === 'count' ? 'error' : 'warning',
      code: 'unused',
      path: pointer,
      message: `this can never be false: ${what}; change the value, or use "given" to ask whether it is known`,
    })
  return true
}

function describe(tests: readonly TestNode[]): string {
  return tests
    .slice(0, 6)
    .map(({ left, operator, right }) => {
      const name = left.of === undefined ? left.fact : `${left.fact} of ${left.of}`
      return `${name} ${operator} ${JSON.stringify('literal' in right ? right.literal : right.read.fact)}`
    })
    .join(', ')
}
