import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { example, folderWith, joinery } from './joinery.ts'

const tiny = {
  formatVersion: 1,
  id: 'tiny',
  version: '1.0.0',
  title: 'Tiny',
  language: 'en',
  provider: { name: 'Us' },
  licence: 'CC0-1.0',
  scale: {
    top: 1,
    levels: [
      { level: 0, name: 'No' },
      { level: 1, name: 'Yes' },
    ],
  },
  method: { name: 'gated-v1' },
  answers: {
    scale: [
      { value: 'yes', share: 1, label: 'Yes' },
      { value: 'no', share: 0, label: 'No' },
    ],
  },
  principle: { id: 'work', title: 'Work', what: 'We work.', why: 'It pays.', how: 'Start.' },
  clauses: [{ id: 'work.plan', title: 'Plan', what: 'Plan it.', why: 'It helps.', how: 'Write it.' }],
  indicators: [
    {
      id: 'work.plan/1',
      clause: 'work.plan',
      level: 1,
      statement: 'We have a plan.',
      unmet: 'There is none.',
      next: 'Write one.',
      conditions: { fact: 'rmp.createdAt', operator: 'given', value: true },
    },
  ],
}

const planned = {
  name: 'A plan',
  asOf: '2026-11-20',
  given: { rmp: { createdAt: '2026-01-01' } },
  expect: { indicators: { 'work.plan/1': 'met' }, clauses: { 'work.plan': { level: 1 } } },
}

function tinyRules(cases: Readonly<Record<string, unknown>>): string {
  const folder = folderWith({ 'rule-set.json': tiny })
  mkdirSync(join(folder, 'cases'))
  for (const [name, content] of Object.entries(cases))
    writeFileSync(join(folder, 'cases', name), JSON.stringify(content))
  return folder
}

describe('check', () => {
  test('all rule sets that come with Joinery are sound', async () => {
    const { code, out } = await joinery(['check'])
    expect(out).toMatch(/^iso-44003 .*: sound \(36 clauses, \d+ indicators, \d+ questions\)$/m)
    expect(out).toMatch(/^example-association .*: sound/m)
    expect(out).toMatch(/^supplier-scorecard .*: sound/m)
    expect(code).toBe(0)
  })

  test('errors are told with their place, and end in 1', async () => {
    const folder = folderWith({ 'mine.json': JSON.stringify({ ...tiny, licence: 7 }, undefined, 2) })
    const { code, out } = await joinery(['check', 'mine.json'], { folder })
    expect(code).toBe(1)
    expect(out).toContain('mine.json:10:14 error /licence: 7 should be text [wrong-type]')
  })

  test('warnings alone are no failure', async () => {
    const { why: _why, ...principle } = tiny.principle
    const folder = folderWith({ 'mine.json': { ...tiny, principle } })
    const { code, out } = await joinery(['check', 'mine.json'], { folder })
    expect({ code, warns: out.includes('warning') }).toEqual({ code: 0, warns: true })
  })
})

describe('test', () => {
  test.each(['compiled', 'reference'])('cases that come out as expected pass (%s)', async (engine) => {
    const { code, out } = await joinery(['test', tinyRules({ 'plan.json': planned }), '--engine', engine])
    expect({ code, out }).toEqual({ code: 0, out: 'tiny 1.0.0: 1 of 1 cases passed\n' })
  })

  test('a failure is told with expectation, outcome and reason', async () => {
    const folder = tinyRules({ 'plan.json': { ...planned, given: {} } })
    const { code, out } = await joinery(['test', '.'], { folder })
    expect(code).toBe(1)
    expect(out).toContain('cases/plan.json: "A plan" failed')
    expect(out).toContain('/expect/indicators/work.plan~11: expected "met", got "unknown" (Not known yet:')
    expect(out).toContain('0 of 1 cases passed')
  })

  test('a faulty case fails', async () => {
    const { code, out } = await joinery(['test', tinyRules({ 'plan.json': { ...planned, expcet: {} } })])
    expect(code).toBe(1)
    expect(out).toContain('did you mean "expect"?')
  })

  test('all cases that come with Joinery pass', async () => {
    const { code, out } = await joinery(['test'])
    expect(out).not.toContain('failed')
    expect(code).toBe(0)
  })
})

describe('explain', () => {
  test.each(['5.7.3.1', 'p07.trust'])('takes the clause %s apart', async (clause) => {
    const { code, out } = await joinery(['explain', example, '--clause', clause, '--as-of', '2026-11-20'])
    expect(code).toBe(0)
    expect(out).toMatch(/^5\.7\.3\.1 /)
    expect(out).toContain('p07.trust/4 (level 4, partly)')
    expect(out).toContain('Held back by:')
    expect(out).toContain('Cheapest way to level 4')
  })
})

describe('explain --who', () => {
  test('names the layer that set a weight, with place and reason', async () => {
    const { code, out } = await joinery(['explain', 'example-association', '--who', 'p07'])
    expect(code).toBe(0)
    expect(out).toMatch(/written by iso-44003 1\.0\.0 at .*p07-trust\.json:2:16/)
    expect(out).toMatch(
      /weight: 1 → 1\.5, by example-association 1\.0\.0 at .*rule-set\.json:\d+:\d+\n {4}because: On site/,
    )
  })

  test.each([
    [['example-association', '--who', 'p77'], 'no principle, clause or indicator "p77"; did you mean "p07"?'],
    [['example-association', '--who', 'p07', '--clause', 'p07.trust'], '--who stands alone'],
    [['--who', 'p07'], 'name one rule set'],
  ])('%j is refused', async (words, message) => {
    const { code, err } = await joinery(['explain', ...words])
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) })
  })
})

test.each(['check', 'test'])('%s of a folder that is no rule set says so in one line', async (command) => {
  const folder = folderWith({ 'my-trade/cases/quotes.json': { name: 'Five days are soon enough' } })
  expect(await joinery([command, 'my-trade/cases'], { folder })).toEqual({
    code: 2,
    out: '',
    err: 'joinery: my-trade/cases: there is no rule-set.json in this folder\n',
  })
})

test('demo prints the report and writes it as a page', async () => {
  const folder = folderWith({})
  const { code, out, err } = await joinery(['demo'], { folder })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const [, page] = /The same as a page: (.*)\n/.exec(out)!
  expect(readFileSync(page!, 'utf8')).toContain('Harbour Joinery')
})

test('help and version', async () => {
  expect((await joinery(['help'])).out).toContain('usage: joinery <command>')
  expect((await joinery(['help', 'assess'])).out).toBe((await joinery(['assess', '--help'])).out)
  expect((await joinery(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  expect((await joinery([])).code).toBe(2)
})
