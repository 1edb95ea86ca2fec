import { expect, test } from 'vitest'
import { folderWith } from '../../test/folders.ts'
import { smallRuleSet } from '../../test/small-rule-set.ts'
import { runCases } from './run-cases.ts'

const planned = {
  name: 'A plan with an owner',
  asOf: '2026-11-20',
  given: { rmp: { owner: 'Ines' } },
  expect: {
    headline: { level: 2, score: 2, coverage: 1 },
    principles: { work: { level: 2, potential: 2 } },
    clauses: { 'work.c3': { score: 2, applies: 'yes' } },
    indicators: { 'work.c3/1': 'met', 'work.c4/2': { outcome: 'met', value: 1 } },
    notices: [],
  },
}

function casesOf(cases: Readonly<Record<string, unknown>>) {
  const ruleSet = { ...smallRuleSet(), method: { name: 'gated-v1', parameters: { oneSidedCap: 0 } } }
  const placed = Object.entries(cases).map(([name, content]) => [`cases/${name}`, content])
  return runCases(folderWith({ 'rule-set.json': ruleSet, ...Object.fromEntries(placed) }))
}

test('a case that comes out as expected has no failures', async () => {
  const { cases } = await casesOf({ 'owner.json': planned })
  expect(cases).toEqual([expect.objectContaining({ name: 'A plan with an owner', faults: [], failures: [] })])
})

test('a failure says what was expected, what came out, where it stands and why', async () => {
  const wrong = {
    ...planned,
    given: {},
    expect: { indicators: { 'work.c3/1': 'met' }, headline: { score: 1.25 }, notices: ['two-answers'] },
  }
  const { cases } = await casesOf({ 'wrong.json': wrong })
  expect(cases[0]!.failures).toEqual([
    expect.objectContaining({ path: '/expect/headline/score', expected: 1.25, actual: 0 }),
    expect.objectContaining({
      path: '/expect/indicators/work.c3~11',
      expected: 'met',
      actual: 'unknown',
      why: expect.stringContaining('Not known yet'),
      line: 7,
    }),
    expect.objectContaining({ path: '/expect/notices', expected: ['two-answers'], actual: [] }),
  ])
})

test('numbers are compared to four decimals', async () => {
  const expecting = (score: number) => ({ ...planned, expect: { headline: { score } } })
  const { cases } = await casesOf({ 'a.json': expecting(2.00004), 'b.json': expecting(2.0002) })
  expect(cases.map(({ failures }) => failures.length)).toEqual([0, 1])
})

test('a faulty case does not run, and its faults are told all at once', async () => {
  const faulty = {
    ...planned,
    scope: 'startr',
    given: { rmp: { ownr: 'Ines' } },
    expect: { clauses: { 'work.c33': { score: 1 } }, indicators: { 'work.c3/1': { outcom: 'met' } } },
  }
  const { cases } = await casesOf({ 'faulty.json': faulty, 'keys.json': { ...planned, expects: {} } })
  expect(cases[0]!.faults.map(({ path }) => path)).toEqual(['/given/rmp/ownr'])
  expect(cases[1]!.faults).toEqual([
    expect.objectContaining({ path: '/expects', message: expect.stringContaining('did you mean "expect"?') }),
  ])
  const { cases: later } = await casesOf({ 'faulty.json': { ...faulty, given: {} } })
  expect(later[0]!.faults.map(({ path }) => path)).toEqual([
    '/expect/clauses/work.c33',
    '/expect/indicators/work.c3~11/outcom',
    '/scope',
  ])
})

test('a rule set that cannot be used runs no case', async () => {
  const { ruleSet, faults, cases } = await runCases('no-such-rules')
  expect({ ruleSet, faults: faults.length, cases }).toEqual({ ruleSet: undefined, faults: 1, cases: [] })
})
