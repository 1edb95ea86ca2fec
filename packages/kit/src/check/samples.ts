import { findOperator } from '@joinery/core'
import { outerTestsOf, type Node, type TestNode } from './condition-nodes.ts'
import type { Domain } from './domains.ts'

/** A day in the middle of the calendar, to count ages from. */
const asOf = 20_000

/** Past this many marks a condition is left alone. */
const mostMarks = 60

/**
 * Whether conditions that look at one single value can come out both ways: tries every value where one of the tests may
 * turn over. Undefined where that cannot be told.
 */
export function verdictOf(nodes: readonly Node[], join: 'all' | 'any', domain: Domain): 'never' | 'always' | undefined {
  const samples = samplesFor(nodes.flatMap(outerTestsOf), domain)
  if (samples === undefined || samples.length === 0) return undefined
  const results = samples.map((sample) =>
    join === 'all' ? nodes.every((node) => holds(node, sample)) : nodes.some((node) => holds(node, sample)),
  )
  if (results.every((result) => !result)) return 'never'
  return results.every(Boolean) ? 'always' : undefined
}

function holds(node: Node, sample: unknown): boolean {
  switch (node.is) {
    case 'not':
      return !holds(node.of, sample)
    case 'all':
      return node.of.every((branch) => holds(branch, sample))
    case 'any':
      return node.of.some((branch) => holds(branch, sample))
    case 'test':
      return testHolds(node, sample)
  }
}

/** Whether a test against a value that is written down comes out true. */
export function testHolds({ operator, right }: TestNode, sample: unknown): boolean {
  return findOperator(operator)!.compare(sample, (right as { literal: unknown }).literal, asOf)
}

/** Values of a domain that make each of the tests turn over, as far as they can; undefined where that cannot be told. */
export function samplesFor(tests: readonly TestNode[], domain: Domain): readonly unknown[] | undefined {
  if (!tests.every(canBeTried)) return undefined
  const literals = tests.flatMap(({ right }) => (right as { literal: unknown }).literal)
  if (literals.length > mostMarks) return undefined
  switch (domain.type) {
    case 'yesNo':
      return [true, false]
    case 'number':
      return numbersAround(literals, domain)
    case 'date':
      return datesAround(tests, literals)
    case 'text':
      return domain.choices ?? [...new Set(literals), 'something else']
    case 'texts':
      return listsOf([...new Set(literals.filter((literal) => typeof literal === 'string'))])
    case 'records':
    case 'entity':
      return undefined
  }
}

/** Whether a test compares with a value that is written down and that its operator can take. */
function canBeTried({ right, operator }: TestNode): boolean {
  const known = findOperator(operator)
  if (known === undefined || 'read' in right) return false
  const asksForList = known.base === 'in' || known.base === 'notIn' || /someValue|everyValue|swap/.test(operator)
  return !asksForList || Array.isArray(right.literal)
}

function numbersAround(literals: readonly unknown[], { least, most, whole }: Domain): number[] {
  const marks = [...literals, least, most]
    .filter((mark) => typeof mark === 'number')
    .toSorted((left, right) => left - right)
  const between = marks.flatMap((mark, index) => [mark, (mark + (marks[index + 1] ?? mark + 2)) / 2])
  const all = [(marks[0] ?? 0) - 1, ...between, (marks.at(-1) ?? 0) + 1]
  const fitting = whole ? all.flatMap((value) => [Math.floor(value), Math.ceil(value)]) : all
  return fitting.filter((value) => value >= (least ?? value) && value <= (most ?? value))
}

/** Days around the days, or ages around the ages, that the tests name; not both at once. */
function datesAround(tests: readonly TestNode[], literals: readonly unknown[]): string[] | undefined {
  const marks = literals.flatMap((literal) => {
    if (typeof literal === 'number') return [asOf - literal, asOf + literal]
    return typeof literal === 'string' ? [Date.parse(`${literal}T00:00:00Z`) / 86_400_000] : []
  })
  const isMixed = new Set(tests.map(({ operator }) => relative.test(operator))).size > 1
  const mixedWithGiven = tests.every(({ operator }) => relative.test(operator) || operator.endsWith('given'))
  if ((isMixed && !mixedWithGiven) || marks.some(Number.isNaN)) return undefined
  return [asOf, ...marks]
    .flatMap((day) => [day - 1, day, day + 1])
    .filter((day) => day > -700_000)
    .map(isoOf)
}

const relative = /(?:withinDays|withinNextDays|inFuture)$/

function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** Every list that can be made of the texts that the tests name. */
function listsOf(texts: readonly string[]): string[][] | undefined {
  if (texts.length > 8) return undefined
  const lists = Array.from({ length: 2 ** texts.length }, (_, mask) =>
    texts.filter((_text, index) => mask & (1 << index)),
  )
  return [...lists, ['something else']]
}
