import { describe, expect, test } from 'vitest'
import { folderWith } from '../../test/folders.ts'
import { flawlessRuleSet } from '../../test/small-rule-set.ts'
import { casesOf } from './cases-of.ts'
import { coverageOf } from './coverage.ts'
import { runCases } from './run-cases.ts'

const sharing = (...covers: string[]) => ({ sharing: { covers } })
const owner = { rmp: { owner: 'Ines' } }
const table = (rules: object) => ({ name: 'Each rule', asOf: '2026-11-20', rules })

function tested(table: unknown): string {
  return folderWith({ 'rule-set.json': flawlessRuleSet(), 'cases/rules.json': table })
}

const complete = { complete: { 'sharing.covers': '2026-11-20' } }
const sound = table({
  'work.c3/1': { valid: [owner], unknown: [{}] },
  'work.c3/2': { valid: [sharing('ip')], invalid: [{ ...sharing('confidentiality'), ...complete }], unknown: [{}] },
})

test('each line of a table is a case of its own', async () => {
  const { cases, passed } = await runCases(tested(sound))
  expect(cases.map(({ name, faults, failures }) => [name, faults, failures])).toEqual(
    [
      'Each rule: work.c3/1 valid 1',
      'Each rule: work.c3/1 unknown 1',
      'Each rule: work.c3/2 valid 1',
      'Each rule: work.c3/2 invalid 1',
      'Each rule: work.c3/2 unknown 1',
    ].map((name) => [name, [], []]),
  )
  expect(passed).toHaveLength(5)
})

test('a line that comes out otherwise fails where it stands', async () => {
  const { cases } = await runCases(tested(table({ 'work.c3/1': { valid: [owner, {}] } })))
  expect(cases.flatMap(({ failures }) => failures)).toEqual([
    expect.objectContaining({
      path: '/rules/work.c3~11/valid/1',
      expected: 'met',
      actual: 'unknown',
      line: 12,
      column: 9,
    }),
  ])
})

describe('a faulty table says what is wrong, and does not run', () => {
  test.each([
    ['an unknown rule', { 'work.c3/7': { valid: [{}] } }, 'unknown-id', '/rules/work.c3~17'],
    ['an unknown way', { 'work.c3/1': { vaild: [{}] } }, 'unknown-key', '/rules/work.c3~11/vaild'],
    [
      'a fact that is not there',
      { 'work.c3/1': { valid: [{ rpm: {} }] } },
      'unknown-key',
      '/rules/work.c3~11/valid/0/rpm',
    ],
    [
      'the same twice',
      { 'work.c3/1': { valid: [owner], invalid: [owner] } },
      'duplicate',
      '/rules/work.c3~11/invalid/0',
    ],
    ['no list', { 'work.c3/1': { valid: owner } }, 'wrong-type', '/rules/work.c3~11/valid'],
  ])('%s', async (_name, rules, code, path) => {
    const { cases } = await runCases(tested(table(rules)))
    expect(cases).toHaveLength(1)
    expect(cases[0]!.faults).toContainEqual(expect.objectContaining({ code, path, line: expect.any(Number) }))
  })
})

test('the lines of tables are nobody’s relationship', async () => {
  const place = tested(sound)
  const { ruleSet } = await runCases(place)
  expect(casesOf(place, ruleSet!)).toHaveLength(0)
})

test('coverage names each condition that was not seen both ways, with its place', async () => {
  const owned = table({
    'work.c3/2': {
      valid: [{ ...sharing('ip'), ...owner }],
      invalid: [{ ...sharing('confidentiality'), ...owner, ...complete }],
    },
  })
  const { loaded, ruleSet, plugin, passed } = await runCases(tested(owned))
  const run = { loaded, ruleSet: ruleSet!, plugin }
  const { conditions, both, unseen } = coverageOf({ ...run, passed })
  // every level 2 asks about the rules for sharing: those were seen covering it, and not covering it
  expect({ conditions, both }).toEqual({ conditions: 48, both: 24 })
  expect(unseen[0]).toEqual({
    indicator: 'work.c0/1',
    never: 'false',
    words: 'Who keeps the plan up to date: recorded',
    file: expect.stringContaining('rule-set.json'),
    line: expect.any(Number),
    column: expect.any(Number),
  })
  expect(coverageOf({ ...run, passed: [] }).unseen[0]!.never).toBe('either')
  // what is not recorded is open and never false: seen so, it was seen both ways
  const open = await runCases(tested(sound))
  expect(coverageOf({ ...open, ruleSet: ruleSet! })).toMatchObject({ both: 48, unseen: [] })
})
