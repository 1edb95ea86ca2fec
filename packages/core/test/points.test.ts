import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createAssessor } from '../src/index.ts'
import type { Relationship } from '../src/index.ts'
import { isoRuleSet } from './iso-rule-set.ts'

const folder = new URL('../../../rules/iso-44003/cases/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
const cases = names.map((name) => {
  const { given, asOf } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as {
    given: Relationship
    asOf: string
  }
  return { name, given, asOf }
})
const assessor = createAssessor(isoRuleSet())

test.each(cases)('the points of every indicator are those of the complete result: $name', ({ given, asOf }) => {
  const points = assessor.score(given, { asOf }).points()
  const { clauses } = assessor.assess(given, { asOf })
  const shares = new Map(clauses.flatMap(({ contributions }) => contributions.map((one) => [one.of, one.points])))
  const outcomes = clauses.flatMap((clause) => clause.outcomes)
  expect(points.map(({ indicator }) => indicator)).toEqual(outcomes.map(({ indicator }) => indicator))
  for (const { indicator, points: own } of points) expect(own, indicator).toBe(shares.get(indicator) ?? 0)
  // what does not apply is not due there, however it came out
  const applying = new Set(clauses.filter(({ applies }) => applies !== 'no').flatMap((clause) => clause.outcomes))
  const cameOut = new Map(points.map(({ indicator, outcome }) => [indicator, outcome]))
  for (const { indicator, outcome } of applying) expect(cameOut.get(indicator), indicator).toBe(outcome)
})
