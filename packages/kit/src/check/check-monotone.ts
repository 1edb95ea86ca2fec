import type { Relationship, RuleSet } from '@joinery/core'
import { searchFalls, type Fall, type Pull } from './falling-scores.ts'
import { outerTestsOf, type Node, type TestNode } from './condition-nodes.ts'
import { domainOf } from './domains.ts'
import { rulesOf, type Rule } from './rules.ts'
import { samplesFor } from './samples.ts'
import type { View } from './view.ts'

/** Facts that say who is meant and how much is asked, rather than how well things go. */
const standing = /^(?:org|rel|segment|profile)\./

/** Most values of one fact that are tried. */
const mostValues = 8

type Judged = Rule & { readonly node: Node }

/**
 * Reports rules that pull against each other: one better answer makes one of them come true and takes more away from another
 * than it gives. Looked for with the compiled evaluator, over random relationships in which everything else is well.
 */
export function checkMonotone(view: View, ruleSet: RuleSet): void {
  const rules = rulesOf(view).filter((rule): rule is Judged => rule.node !== undefined)
  if (!rules.some(({ pointer }) => pointer !== undefined)) return
  const pulls = pullsOf(rules, view)
  const places = new Map(rules.map(({ id, pointer }) => [id, pointer]))
  for (const fall of searchFalls(ruleSet, pulls)) {
    const path = places.get(fall.loses) ?? places.get(fall.gains)
    if (path === undefined) continue
    view.report({ code: 'not-monotone', severity: 'warning', path, value: fall.loses, message: messageOf(fall) })
  }
}

/** Single facts that several rules look at, with the values at which the rules turn over. */
function pullsOf(rules: readonly Judged[], { whole }: View): Pull[] {
  const readers = new Map<string, Judged[]>()
  for (const rule of rules)
    for (const path of new Set(outerTestsOf(rule.node).flatMap(({ left }) => singleFact(left)))) {
      readers.set(path, [...(readers.get(path) ?? []), rule])
    }
  return [...readers].flatMap(([path, readBy]) => {
    const tests = readBy.flatMap(({ node }) => outerTestsOf(node)).filter(({ left }) => left.fact === path)
    const domain = domainOf(tests[0]!.left, whole)
    const literal = tests.filter(({ right }) => 'literal' in right)
    const values = domain === undefined ? undefined : samplesFor(literal, domain)
    if (readBy.length < 2 || values === undefined) return []
    const distinct = [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
    return distinct.length < 2
      ? []
      : [{ path, values: distinct.slice(0, mostValues), readBy: readBy.map(({ id }) => id) }]
  })
}

function singleFact({ fact, of, list, hasPath }: TestNode['left']): string[] {
  return of !== undefined || list !== undefined || hasPath || standing.test(fact) ? [] : [fact]
}

function messageOf({ path, from, to, gains, loses, node, scores, record }: Fall): string {
  const [before, after] = scores
  const where = node === '' ? 'the score of the whole' : `the score of "${node}"`
  const beside = record === undefined ? 'all other answers the best' : `all other answers the best and ${shown(record)}`
  return `"${gains}" and "${loses}" pull against each other: with ${beside}, changing "${path}" from ${JSON.stringify(from)} to ${JSON.stringify(to)} helps "${gains}" and takes ${where} from ${before} down to ${after}; let both ask for more of the same`
}

function shown(record: Relationship): string {
  const text = JSON.stringify(record)
  return text.length > 200 ? `${text.slice(0, 197)}…` : text
}
