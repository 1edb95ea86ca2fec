import { Engine } from 'json-rules-engine'
import { expect, test } from 'vitest'
import { compile } from '../evaluate/compile.ts'
import type { TestTrace } from '../evaluate/evaluation.ts'
import { readFact } from '../facts/read.ts'
import type { Run } from '../facts/run.ts'
import { parseRelationship } from '../parse-relationship.ts'
import { joinOf, joins, FALSE, TRUE } from '../operators/state.ts'
import { parseRuleSet } from '../rule-set/parse-rule-set.ts'
import { followPath, parsePath } from '../rule-set/path.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import { createRunner } from '../runner.ts'
import { someCase } from '../../test/differential/compare.ts'
import { leavesOf, valueFact, type RawCondition } from './raw-conditions.ts'

test('where everything is known, an untouched json-rules-engine comes to the same verdicts', async () => {
  const found = { met: 0, unmet: 0, left: 0 }
  for (let seed = 1; seed <= 4_000; seed++)
    for (const { ours, theirs, rule } of await verdictsOf(seed)) {
      found[nameOf(ours)]++
      // json-rules-engine is asked only where everything is known
      expect(ours === undefined ? ours : await theirs(), `seed ${seed}: ${rule}`).toBe(ours)
    }
  // both verdicts, often; the rest read something that is not known
  expect(found.met).toBeGreaterThan(400)
  expect(found.unmet).toBeGreaterThan(400)
}, 60_000)

function nameOf(ours: boolean | undefined): 'met' | 'unmet' | 'left' {
  if (ours === undefined) return 'left'
  return ours ? 'met' : 'unmet'
}

interface Verdict {
  /** Undefined where json-rules-engine is not asked: something is not known, or a comparison cannot be carried out. */
  readonly ours: boolean | undefined
  readonly theirs: () => Promise<boolean>
  readonly rule: string
}

/** The verdicts of one random case, without operators and facts of our own. */
async function verdictsOf(seed: number): Promise<Verdict[]> {
  const { ruleSet: document, records } = someCase(seed, true)
  const ruleSet = parseRuleSet(document)
  const run = createRunner(ruleSet).start(parseRelationship(records[0], ruleSet), { asOf: '2026-11-23' })
  const evaluation = compile(ruleSet).evaluate(run)
  return ruleSet.indicators.flatMap(({ index, document: { conditions }, firstPart, parts }) => {
    if (conditions === undefined) return []
    const states = parts.map((_part, index) => evaluation.states[evaluation.parts[firstPart + index]!]!)
    const state = joinOf(states, joins.all)
    const isKnown = evaluation.tracesOf(index).every(isKnownTest)
    return {
      ours: isKnown ? state === TRUE : undefined,
      theirs: () => plainVerdict(conditions as RawCondition, ruleSet, run),
      rule: JSON.stringify(conditions),
    }
  })
}

function isKnownTest({ state, observed, expected }: TestTrace): boolean {
  return (state === TRUE || state === FALSE) && isJson(observed) && isJson(expected)
}

/** Marks such as an interval carry a symbol. */
function isJson(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined
  return Object.getOwnPropertySymbols(value).length === 0
}

/** Its own operators, decorators, priorities and order of evaluation; only paths are read by our reader. */
async function plainVerdict(conditions: RawCondition, ruleSet: RuleSet, run: Run): Promise<boolean> {
  const named = (ruleSet.document.conditions ?? {}) as Readonly<Record<string, RawCondition>>
  const engine = new Engine([], {
    allowUndefinedFacts: true,
    pathResolver: (value: object, path: string) => followPath(value, parsePath(path)!, new Set()),
  })
  for (const [name, condition] of Object.entries(named)) engine.setCondition(name, rootOf(condition))
  for (const leaf of leavesOf(conditions, named))
    for (const side of [leaf, valueFact(leaf)]) {
      const value = side === undefined ? undefined : readFact(run, side.fact!)
      if (value !== undefined) engine.addFact(side!.fact!, value as never)
    }
  engine.addRule({ conditions: rootOf(conditions), event: { type: 'met' } })
  const { events } = await engine.run()
  return events.length === 1
}

function rootOf(condition: RawCondition): never {
  const copy = structuredClone(condition)
  return (copy.fact === undefined ? copy : { all: [copy] }) as never
}
