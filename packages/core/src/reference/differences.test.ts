import { readFileSync } from 'node:fs'
import { Engine } from 'json-rules-engine'
import { describe, expect, test } from 'vitest'
import { someCase } from '../../test/differential/compare.ts'
import { compile } from '../evaluate/compile.ts'
import { stateNames } from '../operators/state.ts'
import { parseRelationship } from '../parse-relationship.ts'
import { parseRuleSet } from '../rule-set/parse-rule-set.ts'
import { createRunner } from '../runner.ts'
import { leavesOf, type RawCondition } from './raw-conditions.ts'

type Json = Record<string, unknown>

const page = readFileSync(new URL('../../../../apps/docs/differences.md', import.meta.url), 'utf8')
const examples = Array.from(
  page.matchAll(/^(\{.*\}) on (\{.*\})\njson-rules-engine: (.*) · Joinery: (.*)$/gm),
  ([, rule, record, theirs, ours]) => ({ rule: rule!, record: record!, theirs: theirs!, ours: ours! }),
)

describe('the page of differences', () => {
  test('has examples', () => {
    expect(examples.length).toBeGreaterThan(20)
  })

  test.each(examples)('$rule on $record', async ({ rule, record, theirs, ours }) => {
    expect(ourWord(JSON.parse(rule), JSON.parse(record))).toBe(ours)
    expect(await theirWord(JSON.parse(rule), JSON.parse(record))).toBe(theirs)
  })

  test('says in which order results come', async () => {
    const flat = { fact: 'number', operator: 'equal', value: 1 }
    const deep = { not: { any: [{ all: [flat, { not: flat }] }, { not: flat }] } }
    const engine = new Engine([
      { name: 'deep', conditions: deep as never, event: { type: 'deep' } },
      { name: 'flat', conditions: { all: [flat] }, event: { type: 'flat' } },
    ])
    const { results } = await engine.run({ number: 1 })
    expect(results.map(({ name }) => name)).toEqual(['flat', 'deep'])
  })

  test('says that events are refused', () => {
    expect(() => ruleSetOf({ conditions: { all: [test1] }, event: { type: 'met' } })).toThrow('unknown key "event"')
  })
})

const test1 = { fact: 'rmp.owner', operator: 'equal', value: 'Ann' }

function ruleSetOf(indicator: Json) {
  const { ruleSet } = someCase(1, true)
  const reference = { principles: [{ id: 'p', title: 'P', clauses: [{ id: 'p.c', title: 'C' }] }] }
  const indicators = [{ id: 'p.c/1', clause: 'p.c', level: 1, statement: 'It is so', ...indicator }]
  return parseRuleSet({ ...(ruleSet as Json), conditions: {}, scopes: [], reference, practice: { indicators } })
}

/** What Joinery says, in the words of the page. */
function ourWord(rule: Json, record: unknown): string {
  let ruleSet
  try {
    ruleSet = ruleSetOf({ conditions: { not: { not: rule } } })
  } catch {
    return 'refused'
  }
  const run = createRunner(ruleSet).start(parseRelationship(record, ruleSet), { asOf: '2026-11-23' })
  const { states, parts, tracesOf } = compile(ruleSet).evaluate(run)
  const word = { true: 'true', false: 'false', unknown: 'unknown', notDue: 'not due', error: 'error' }[
    stateNames[states[parts[0]!]!]
  ]
  return withTests(word, tracesOf(0).length, leavesOf(rule as RawCondition).length)
}

/** What json-rules-engine says by itself. */
async function theirWord(rule: RawCondition, record: Json): Promise<string> {
  const leaves = rule.condition === undefined ? leavesOf(rule) : []
  const engine = new Engine([], { allowUndefinedFacts: true })
  const root = rule.fact === undefined ? rule : { all: [rule] }
  try {
    for (const { fact } of leaves.flatMap((leaf) => [leaf, leaf.value as RawCondition])) {
      const value = fact?.split('.').reduce<unknown>((inner, key) => (inner as Json | undefined)?.[key], record)
      if (value !== undefined) engine.addFact(fact!, value as never)
    }
    engine.addRule({ conditions: structuredClone(root) as never, event: { type: 'met' } })
    const { results, failureResults } = await engine.run()
    const tree = [...results, ...failureResults][0]!.conditions as RawCondition
    const carriedOut = leavesOf(tree).filter(({ result }) => result !== undefined).length
    return withTests(String(results.length === 1), carriedOut, leaves.length)
  } catch {
    return 'fails'
  }
}

/** Only where there are several tests does it matter how many were carried out. */
function withTests(word: string, carriedOut: number, all: number): string {
  return all < 2 ? word : `${word}, ${carriedOut} of ${all} tests carried out`
}
