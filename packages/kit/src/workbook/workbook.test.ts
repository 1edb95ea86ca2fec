import { join } from 'node:path'
import fc from 'fast-check'
import { canonicalJson } from '@joinery/core'
import { describe, expect, test } from 'vitest'
import { cellPlants } from '../../test/planted-cells.ts'
import { flawlessRuleSet } from '../../test/small-rule-set.ts'
import { edited, smallWorkbook } from '../../test/workbooks.ts'
import { bundledRuleSets } from '../rule-set/find-rule-set.ts'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import { readDocument } from '../rule-set/read-document.ts'
import { readSheets } from './decode.ts'
import { exportWorkbook } from './export-workbook.ts'
import { importBytes } from './import-workbook.ts'
import { readWorkbook } from '@joinery/workbook'

const root = join(import.meta.dirname, '../../../..')
const search = { from: [join(root, 'apps/cli/package.json')] }
const imported = (bytes: Uint8Array) => importBytes(bytes, 'rules.xlsx', search)

describe('a rule set goes through a workbook and nothing is lost', () => {
  test.each(bundledRuleSets)('%s', (name) => {
    const loaded = loadRuleSet(name, search)
    const bytes = exportWorkbook(loaded)
    const { document, ruleSet, faults } = imported(bytes)
    expect(faults).toEqual([])
    expect(canonicalJson(document)).toBe(canonicalJson(loaded.own))
    expect(ruleSet?.hash).toBe(loaded.ruleSet!.hash)
    // people edit sheets; nothing of these rule sets has to be JSON
    expect(readWorkbook(bytes).find((sheet) => sheet.name === 'Other')!.rows.size).toBe(1)
  })

  test('the same rule set gives the same bytes', () => {
    expect(Buffer.compare(smallWorkbook(), smallWorkbook())).toBe(0)
  })

  test('texts of any kind', () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    const odd = fc.constantFrom(
      '_x0041_',
      '=1+1',
      ' two  spaces ',
      'a\r\nb',
      '\u0001',
      '<&"]]>',
      '(none)',
      '007',
      'TRUE',
      '1e5',
      "'",
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(texts, odd), { minLength: 3, maxLength: 3 }), ([statement, unmet, next]) => {
        const rules = flawlessRuleSet()
        Object.assign(rules.practice.indicators[0]!, { statement, unmet, next })
        expect(readSheets(readWorkbook(exportWorkbook(readDocument(rules)))).document).toEqual(rules)
      }),
      { numRuns: 30 },
    )
  })

  test('conditions of any shape', () => {
    const { condition } = fc.letrec<{ condition: unknown }>((tie) => ({
      condition: fc.oneof({ maxDepth: 4, withCrossShrink: true }, test_, list, group(tie('condition'))),
    }))
    fc.assert(
      fc.property(condition, (conditions) => {
        const rules = flawlessRuleSet()
        rules.practice.indicators[1]!['conditions'] = conditions
        expect(imported(exportWorkbook(readDocument(rules))).document).toEqual(rules)
      }),
      { numRuns: 25 },
    )
  })
})

const literal = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
  fc.array(fc.integer(), { maxLength: 3 }),
  fc.constant([true, 'yes', 1]),
)
const test_ = fc.record(
  {
    fact: fc.constantFrom('rmp.owner', 'ext.small.size'),
    operator: fc.constantFrom('equal', 'in', 'not:someFact:equal'),
    value: fc.oneof(literal, fc.record({ fact: fc.constant('org.name') })),
    path: fc.constantFrom('$.name'),
    name: fc.string({ minLength: 1, maxLength: 5 }),
    priority: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: ['fact', 'operator', 'value'] },
)
const list = fc.record({
  fact: fc.constantFrom('count', 'share'),
  params: fc.record(
    { of: fc.constant('risks'), where: test_, that: test_, field: fc.constant('at') },
    { requiredKeys: ['of'] },
  ),
  operator: fc.constant('equal'),
  value: fc.oneof(
    literal,
    fc.record({ fact: fc.constant('count'), params: fc.record({ of: fc.constant('risks'), where: test_ }) }),
  ),
})
const group = (inner: fc.Arbitrary<unknown>) =>
  fc.oneof(
    fc.record({ all: fc.array(inner, { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(inner, { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: inner }),
    fc.record({ condition: fc.constant('planned') }),
  )

describe('what a person changes in a workbook arrives', () => {
  test('a threshold, a weight, a new indicator with its condition, a language', () => {
    const workbook = edited(smallWorkbook())
    workbook.set('Conditions!J5', 'personal-data')
    workbook.set('Indicators!D2', 1.5)
    for (const [column, value] of Object.entries({ A: 'work.c0/new', B: 'work.c0', C: 1, F: 'We do more.' }))
      workbook.set(`Indicators!${column}60`, value)
    const condition = { A: 'work.c0/new', B: '1', C: 'test', D: 'ext.small.size', H: 'greaterThan', J: 4 }
    for (const [column, value] of Object.entries(condition)) workbook.set(`Conditions!${column}300`, value)
    workbook.set('Texts!D1', 'de')
    workbook.set(`Texts!D${workbook.row('Texts', 'A', 'work.c3')}`, 'Teil drei')
    const { ruleSet, faults } = imported(workbook.bytes())
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(ruleSet?.document.practice.indicators.at(-1)).toEqual({
      id: 'work.c0/new',
      clause: 'work.c0',
      level: 1,
      statement: 'We do more.',
      conditions: { fact: 'ext.small.size', operator: 'greaterThan', value: 4 },
    })
    expect(ruleSet?.document.practice.indicators[0]!.weight).toBe(1.5)
    expect(ruleSet?.document.locales).toEqual({ de: { 'work.c3': { title: 'Teil drei' } } })
  })

  test('columns may be moved, and empty rows and lines stay unread', () => {
    const workbook = edited(smallWorkbook())
    for (const row of [1, 2]) {
      const [name, meaning] = [workbook.get(`Levels!B${row}`), workbook.get(`Levels!C${row}`)]
      workbook.set(`Levels!B${row}`, meaning as string | undefined)
      workbook.set(`Levels!C${row}`, name as string)
    }
    for (const row of [3, 4]) {
      workbook.set(`Levels!C${row}`, workbook.get(`Levels!B${row}`) as string)
      workbook.set(`Levels!B${row}`, undefined)
    }
    workbook.set('Levels!A90', undefined)
    expect(imported(workbook.bytes()).document).toEqual(flawlessRuleSet())
  })
})

describe('a mistake in a cell is told with its sheet, its cell and what would be right', () => {
  test.each(cellPlants)('$name', ({ plant, cell, code, remedy }) => {
    const workbook = edited(smallWorkbook())
    plant(workbook)
    const { faults } = imported(workbook.bytes())
    expect(faults).toContainEqual(expect.objectContaining({ cell, code, message: expect.stringContaining(remedy) }))
  })

  test('all of them at once', () => {
    const workbook = edited(smallWorkbook())
    const apart = cellPlants.filter(
      ({ cell }) => /^(?:Indicators|Questions|Principles)!/.test(cell) && cell !== 'Questions!E2',
    )
    for (const { plant } of apart) plant(workbook)
    const found = imported(workbook.bytes()).faults.map(({ cell }) => cell)
    for (const { cell, name } of apart) expect(found, name).toContain(cell)
  })
})
