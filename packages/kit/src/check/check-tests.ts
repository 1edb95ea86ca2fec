import { didYouMean } from '@joinery/core'
import { ownConditions, testsOf, type TestNode } from './condition-nodes.ts'
import { domainOf, type Domain } from './domains.ts'
import type { View } from './view.ts'

/** Reports tests that make no sense for the kind of fact they look at. Gives the pointers of those tests. */
export function checkTests(view: View): ReadonlySet<string> {
  const wrong = new Set<string>()
  for (const test of ownConditions(view).flatMap(testsOf)) {
    const problem = wrong.has(test.pointer) ? undefined : problemOf(test, view)
    if (problem === undefined) continue
    wrong.add(test.pointer)
    view.report({ severity: 'error', ...problem, path: `${test.pointer}/${problem.at}` })
  }
  return wrong
}

interface Problem {
  readonly at: 'operator' | 'value'
  readonly code: 'wrong-type' | 'not-allowed' | 'bad-date'
  readonly value: unknown
  readonly message: string
}

function problemOf(test: TestNode, { whole }: View): Problem | undefined {
  const words = test.operator.split(':')
  const base = words.at(-1)!
  const decorators = words.slice(0, -1)
  const domain = domainOf(test.left, whole)
  // what an operator of a plugin compares, its plugin says; core checks it
  if (domain === undefined || decorators.includes('swap') || base.includes('/')) return undefined
  const judged = decorators.some((word) => word === 'someFact' || word === 'everyFact') ? itemsOf(domain) : domain
  if (judged === undefined)
    return operatorProblem(
      test,
      `"${test.operator}" looks at the items of a list; ${nameOf(test)} is ${kinds[domain.type]}`,
    )
  const unfit = unfitOperator(base, judged)
  if (unfit !== undefined) return operatorProblem(test, `${nameOf(test)} is ${kinds[judged.type]}; ${unfit}`)
  if ('read' in test.right) return operandProblem(test, judged, domainOf(test.right.read, whole))
  return literalProblem(test, base, judged)
}

function itemsOf({ type, choices }: Domain): Domain | undefined {
  return type === 'texts' ? { type: 'text', choices } : undefined
}

const kinds: Readonly<Record<Domain['type'], string>> = {
  text: 'text',
  number: 'a number',
  yesNo: 'true or false',
  date: 'a date',
  texts: 'a list of texts',
  records: 'a list',
  entity: 'a group of fields',
}

const dateOperators = new Set(['withinDays', 'withinNextDays', 'inFuture'])
const orderOperators = new Set(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'])

/** What to use instead of an operator that does not suit the kind of fact. */
function unfitOperator(base: string, { type }: Domain): string | undefined {
  if (dateOperators.has(base)) return type === 'date' ? undefined : `"${base}" needs a date`
  if (orderOperators.has(base))
    return type === 'number' || type === 'date' ? undefined : `"${base}" needs a number or a date`
  if (base === 'contains' || base === 'doesNotContain')
    return type === 'texts'
      ? undefined
      : `"${base}" needs a list of texts; use "equal", or "count" for a list of records`
  if (base === 'given') return undefined
  return type === 'texts' || type === 'records' || type === 'entity'
    ? `"${base}" compares single values; use "given", "contains" or a list fact such as "count"`
    : undefined
}

function operatorProblem({ operator }: TestNode, message: string): Problem {
  return { at: 'operator', code: 'wrong-type', value: operator, message }
}

function operandProblem(test: TestNode, left: Domain, right: Domain | undefined): Problem | undefined {
  const days = dateOperators.has(test.operator.split(':').at(-1)!)
  const wanted = days ? 'number' : left.type
  if (right === undefined || right.type === wanted || left.type === 'texts') return undefined
  return {
    at: 'value',
    code: 'wrong-type',
    value: 'read' in test.right ? test.right.read.fact : undefined,
    message: `this fact is ${kinds[right.type]}; "${test.operator}" compares ${nameOf(test)} with ${days ? 'a number of days' : kinds[wanted]}`,
  }
}

function literalProblem(test: TestNode, base: string, domain: Domain): Problem | undefined {
  const literal = (test.right as { literal: unknown }).literal
  if (base === 'given' || dateOperators.has(base)) return undefined
  const values: unknown[] = Array.isArray(literal) ? literal : [literal]
  for (const value of values) {
    const problem = valueProblem(test, domain, value)
    if (problem !== undefined) return { at: 'value', value, ...problem }
  }
  return undefined
}

function valueProblem(
  test: TestNode,
  { type, choices }: Domain,
  value: unknown,
): Omit<Problem, 'at' | 'value'> | undefined {
  const wanted = type === 'texts' ? 'text' : type
  const wrong = (what: string) =>
    ({
      code: 'wrong-type',
      message: `${nameOf(test)} is ${kinds[wanted]}, never ${JSON.stringify(value)}; ${what}`,
    }) as const
  switch (wanted) {
    case 'number':
      return typeof value === 'number' ? undefined : wrong('write a number')
    case 'yesNo':
      return typeof value === 'boolean' ? undefined : wrong('write true or false, without quotes')
    case 'date':
      return isDay(value) ? undefined : { ...wrong('write a day such as "2026-10-02"'), code: 'bad-date' }
    case 'text':
      if (typeof value !== 'string') return wrong('write text in quotes')
      if (choices === undefined || choices.includes(value)) return undefined
      return {
        code: 'not-allowed',
        message: `${nameOf(test)} is never "${value}"${didYouMean(value, choices) || `; it is one of ${choices.join(', ')}`}`,
      }
    case 'records':
    case 'entity':
      return undefined
  }
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

function nameOf({ left: { fact, of, list } }: TestNode): string {
  if (of !== undefined) return `"${fact}" of "${of}"`
  return list === undefined ? `"${fact}"` : `"${fact}" of an item of "${list}"`
}
