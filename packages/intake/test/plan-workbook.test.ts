import { writeWorkbook } from '@joinery/workbook'
import { describe, expect, test } from 'vitest'
import { applyProposals, readFile } from '../src/index.ts'
import { asOf, record } from './world.ts'

type Row = readonly (string | number | undefined)[]

/** One sheet as `joinery plan --format xlsx` makes it, filled in with these rows. */
function workbook(rows: readonly Row[], name = '1 At a glance'): Uint8Array {
  const columns = ['What', 'Write here', '', ''].map((header) => ({ header, width: 20, mayBeNumber: true }))
  return writeWorkbook([{ name, columns, rows }])
}
const read = (rows: readonly Row[]) => readFile({ name: 'plan.xlsx', bytes: workbook(rows) }, { record, asOf })

const people: readonly Row[] = [
  ['People on both sides [people]', 'one in each row below'],
  ['Whose person this is: us, partner [side]', 'Name [name]', 'When the person joined: 2026-05-04 [joinedAt]'],
]

describe('a plan that was filled in', () => {
  test('becomes proposals, each with sheet and cell; nothing recorded is written over', async () => {
    const { kind, proposals, notes } = await read([
      ['Name of the partner [rel.partnerName]', 'Somebody else'],
      ['Where it stands [rel.stage]', 'Winding down'],
      ['When it began [rel.startedAt]', '4.5.2026'],
      ['Hours a month it costs us [businessCase.costHours]', '12,5'],
      [],
      ...people,
      ['us', 'Tom Reed'],
      [],
      ['partner', 'Cleo Rowe', 46_146],
      [],
      ['What we gain [businessCase.benefits]', 'one in each row below'],
      ['One in each row [text]'],
      ['Steady work'],
    ])
    expect(kind).toBe('plan')
    expect(proposals.map(({ path, value, recorded }) => [path, value, recorded])).toEqual([
      ['rel.partnerName', 'Somebody else', 'Castell & Rowe Contractors'],
      ['rel.stage', 'winding-down', undefined],
      ['rel.startedAt', '2026-05-04', undefined],
      ['businessCase.costHours', 12.5, undefined],
      ['people', { side: 'partner', name: 'Cleo Rowe', joinedAt: '2026-05-04' }, undefined],
      ['businessCase.benefits', 'Steady work', undefined],
    ])
    expect(proposals[1]).toMatchObject({ because: 'plan.xlsx, sheet "1 At a glance", cell B3' })
    expect(notes).toEqual(['1 entries are in the record already.'])
    const next = applyProposals(record, proposals)
    expect(next).toMatchObject({
      rel: { partnerName: 'Castell & Rowe Contractors', stage: 'winding-down' },
      businessCase: { benefits: ['Steady work'] },
    })
    expect(next.people).toHaveLength(4)
  })

  test.each<[string, Row, { cell: string; message: string }]>([
    ['a day that is none', ['x [rel.startedAt]', '2026-02-30'], { cell: 'B2', message: 'is no day' }],
    ['a day that can be two', ['x [rel.startedAt]', '03/04/2026'], { cell: 'B2', message: 'can be two days' }],
    ['a number that is a word', ['x [businessCase.costHours]', 'twelve'], { cell: 'B2', message: 'is no number' }],
    [
      'a number that can be two',
      ['x [businessCase.costHours]', '1.500'],
      { cell: 'B2', message: 'can be two numbers' },
    ],
    ['a word that is not offered', ['x [rel.stage]', 'thriving'], { cell: 'B2', message: 'write one of: considering' }],
    ['a field that is none', ['x [rel.stag]', 'running'], { cell: 'A2', message: 'is no field of a record' }],
    ['a name of every object', ['x [rel.__proto__]', 'running'], { cell: 'A2', message: 'is no field of a record' }],
    ['neither yes nor no', ['x [rel.singleSource]', 'perhaps'], { cell: 'B2', message: 'neither yes nor no' }],
  ])('%s is named with sheet and cell, and nothing is used', async (_what, row, { cell, message }) => {
    const { faults, proposals } = await read([row, ['y [rel.sector]', 'x'], ['y [rel.kind]', 'customer']])
    expect(faults[0]).toMatchObject({ sheet: '1 At a glance', cell, message: expect.stringContaining(message) })
    expect(proposals).toEqual([])
  })

  test('every fault is named at once', async () => {
    const { faults } = await read([
      ['x [rel.startedAt]', 'soon'],
      ...people,
      ['them', 'Cleo', 'soon'],
      ['partner', 'Cleo', 400_000],
    ])
    expect(faults.map(({ cell }) => cell)).toEqual(['B2', 'A5', 'C5', 'C6'])
  })

  test.each([
    [
      'a workbook of something else',
      workbook([
        ['Customer', 'Amount'],
        ['Quay', 12],
      ]),
    ],
    ['an empty one', workbook([])],
  ])('%s is no plan, and what to do is said', async (_what, bytes) => {
    const { faults } = await readFile({ name: 'other.xlsx', bytes }, { record, asOf })
    expect(faults).toEqual([{ file: 'other.xlsx', message: expect.stringContaining('joinery plan --format xlsx') }])
  })
})
