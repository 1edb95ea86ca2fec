import { canonicalJson, pointerOf, type HeldBack, type Result, type RuleSet } from '@joinery/core'
import type { Case, Expectation } from './case-shape.ts'

/** One expectation that was not met. */
export interface Miss {
  /** JSON pointer to the expectation in the case. */
  readonly path: string
  readonly expected: unknown
  readonly actual: unknown
  /** What the result says about it. */
  readonly why: string
}

/** Numbers are compared to four decimals. */
const tolerance = 0.000_05

/** Every expectation of a case that a result does not meet. */
export function compareCase({ expect }: Case, result: Result, ruleSet: RuleSet): Miss[] {
  const { headline, confirmation } = result
  const indicators = result.clauses.flatMap(({ outcomes }) => outcomes)
  const idOf = new Map(ruleSet.indicators.map(({ id, citation }) => [citation, id]))
  const misses: Miss[] = [
    ...compareFields(expect.headline ?? {}, headline, { path: '/expect/headline', why: heldBack(headline.heldBackBy) }),
    ...compareFields(
      expect.confirmation === undefined ? {} : { confirmation: expect.confirmation },
      { confirmation },
      { path: '/expect', why: '' },
    ),
    ...compareNodes('principles', expect.principles ?? {}, result.principles),
    ...compareNodes('clauses', expect.clauses ?? {}, result.clauses),
  ]
  for (const [id, wanted] of Object.entries(expect.indicators ?? {})) {
    const actual = indicators.find(({ indicator }) => indicator === id || indicator === idOf.get(id))
    const path = pointerOf('expect', 'indicators', id)
    if (actual === undefined) misses.push({ path, expected: wanted, actual: null, why: 'the scope leaves it out' })
    else if (typeof wanted !== 'string') misses.push(...compareFields(wanted, actual, { path, why: actual.reason }))
    else if (actual.outcome !== wanted)
      misses.push({ path, expected: wanted, actual: actual.outcome, why: actual.reason })
  }
  return [...misses, ...compareNotices(expect.notices, result)]
}

type Node = Result['principles'][number] | Result['clauses'][number]

function compareNodes(
  kind: 'principles' | 'clauses',
  expected: Readonly<Record<string, Expectation>>,
  nodes: readonly Node[],
): Miss[] {
  return Object.entries(expected).flatMap(([id, wanted]) => {
    const path = pointerOf('expect', kind, id)
    const node = nodes.find((candidate) => candidate.id === id || candidate.clause === id)
    if (node === undefined) return [{ path, expected: wanted, actual: null, why: 'the scope leaves it out' }]
    return compareFields(wanted, node, { path, why: heldBack(node.heldBackBy) })
  })
}

function compareFields(expected: Expectation, actual: object, at: { path: string; why: string }): Miss[] {
  return Object.entries(expected).flatMap(([field, wanted]) => {
    const found = (actual as Expectation)[field]
    return isSame(wanted, found)
      ? []
      : [{ path: at.path + pointerOf(field), expected: wanted, actual: found, why: at.why }]
  })
}

function compareNotices(expected: readonly string[] | undefined, { notices }: Result): Miss[] {
  if (expected === undefined) return []
  const wanted = [...new Set(expected)].toSorted()
  const actual = [...new Set(notices.map(({ code }) => code))].toSorted()
  if (isSame(wanted, actual)) return []
  return [{ path: '/expect/notices', expected: wanted, actual, why: notices.map(({ message }) => message).join('; ') }]
}

function isSame(expected: unknown, actual: unknown): boolean {
  if (typeof expected === 'number' && typeof actual === 'number') return Math.abs(expected - actual) <= tolerance
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null)
    return expected === actual
  if (Array.isArray(expected)) return canonicalJson(expected) === canonicalJson(actual)
  return compareFields(expected as Expectation, actual, { path: '', why: '' }).length === 0
}

function heldBack(reasons: readonly HeldBack[]): string {
  return reasons
    .slice(0, 3)
    .map(({ reason }) => reason)
    .join('; ')
}
