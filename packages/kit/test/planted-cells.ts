import type { FaultCode } from '@joinery/core'
import type { Editable } from './workbooks.ts'

/** One mistake, made in one cell of the small workbook. */
export interface CellPlant {
  readonly name: string
  readonly plant: (workbook: Editable) => void
  readonly cell: string
  readonly code: FaultCode
  readonly remedy: string
}

type Row = readonly [CellPlant['name'], CellPlant['plant'], CellPlant['cell'], FaultCode, CellPlant['remedy']]

const put = (cell: string, value: string | number | undefined) => (workbook: Editable) => workbook.set(cell, value)

/** A key that is said once, below all others. */
const single = (key: string) => (workbook: Editable) => {
  workbook.set('Rule set!A30', key)
  workbook.set('Rule set!B30', 'x')
}

/** A row of the sheet of conditions, by headers A to K, below all others. */
const step = (cells: Readonly<Record<string, string | number>>) => (workbook: Editable) => {
  for (const [column, value] of Object.entries(cells)) workbook.set(`Conditions!${column}200`, value)
}

/** What is done, to which cell, and what is said about which one. */
const rows: readonly Row[] = [
  ['text for a number', put('Indicators!C2', 'high'), 'Indicators!C2', 'wrong-type', 'write a number'],
  ['comma for a point', put('Indicators!D3', '1,5'), 'Indicators!D3', 'wrong-type', 'with a point before the fraction'],
  ['weight out of range', put('Indicators!D4', 9), 'Indicators!D4', 'out-of-range', 'between 0.5 and 2'],
  ['neither yes nor no', put('Indicators!E5', 'maybe'), 'Indicators!E5', 'wrong-type', 'write yes or no'],
  [
    'clause that is not there',
    put('Indicators!B6', 'work.c44'),
    'Indicators!B6',
    'unknown-id',
    'did you mean "work.c4"?',
  ],
  ['level the scale has not', put('Indicators!C7', 7), 'Indicators!C7', 'out-of-range', 'its levels are 1, 2'],
  ['statement missing', put('Indicators!F8', undefined), 'Indicators!A8', 'missing', '"statement" is missing'],
  [
    'effort that is none of three',
    put('Indicators!I9', 45),
    'Indicators!I9',
    'not-allowed',
    'is not one of 30, 240, 960',
  ],
  [
    'unknown requirement',
    put('Indicators!L10', 'work.c1/9'),
    'Indicators!L10',
    'unknown-id',
    'did you mean "work.c1/1"?',
  ],
  ['id used twice', put('Questions!A2', 'q.plan'), 'Questions!A2', 'duplicate', 'used more than once'],
  ['question of an unknown type', put('Questions!B3', 'dat'), 'Questions!B3', 'not-allowed', 'did you mean "date"?'],
  [
    'question about an unknown fact',
    put('Questions!E2', 'rmp.onwer'),
    'Questions!E2',
    'unknown-fact',
    'did you mean "rmp.owner"?',
  ],
  [
    'column that is not there',
    put('Principles!I1', 'Wieght'),
    'Principles!I1',
    'unknown-key',
    'did you mean "Weight"?',
  ],
  ['cell without a header', put('Principles!L2', 'lost'), 'Principles!L2', 'unknown-key', 'write one in row 1'],
  ['clause of no principle', put('Clauses!A2', 'works'), 'Clauses!A2', 'unknown-id', 'did you mean "work"?'],
  [
    'clause that belongs nowhere',
    put('Clauses!A3', undefined),
    'Clauses!A3',
    'missing',
    'say which row of the sheet "Principles"',
  ],
  [
    'sheet that is not read',
    (workbook) => workbook.rename('Facts', 'Fact'),
    'Fact!A1',
    'unknown-key',
    'did you mean "Facts"?',
  ],
  [
    'main sheet missing',
    (workbook) => workbook.drop('Rule set'),
    'Rule set!A1',
    'missing',
    'the sheet "Rule set" is missing',
  ],
  ['key that is not there', single('licnce'), 'Rule set!A30', 'unknown-key', 'did you mean "licence"?'],
  ['key twice', single('title'), 'Rule set!A30', 'duplicate', 'say it once'],
  ['version in words', put('Rule set!B4', 'one'), 'Rule set!B4', 'bad-format', '"one"'],
  ['unknown method', put('Rule set!B19', 'gated-v2'), 'Rule set!B19', 'unknown-method', 'did you mean "gated-v1"?'],
  ['text for a number of the method', put('Rule set!B21', 'most'), 'Rule set!B21', 'wrong-type', 'write a number'],
  [
    'condition of no rule',
    step({ A: 'work.c0/9', B: '1', C: 'test', D: 'rmp.owner' }),
    'Conditions!A200',
    'unknown-id',
    'did you mean "work.c0/1"?',
  ],
  [
    'step that is none',
    step({ A: 'work.c0/1', B: 'first', C: 'test' }),
    'Conditions!B200',
    'bad-format',
    'write 1 for the whole',
  ],
  [
    'step that hangs in the air',
    step({ A: 'work.c0/1', B: '1.7.1', C: 'test' }),
    'Conditions!B200',
    'unknown-id',
    'there is no step 1.7',
  ],
  [
    'step twice',
    step({ A: 'work.c0/1', B: '1.1', C: 'test' }),
    'Conditions!B200',
    'duplicate',
    'number its steps anew',
  ],
  [
    'part of a test',
    step({ A: 'work.c0/1', B: '1.1.1', C: 'test' }),
    'Conditions!B200',
    'unknown-id',
    'does not fit below step 1.1',
  ],
  ['unknown kind of step', put('Conditions!C2', 'al'), 'Conditions!C2', 'not-allowed', 'did you mean "all"?'],
  ['unknown comparison', put('Conditions!H3', 'givn'), 'Conditions!H3', 'unknown-operator', 'did you mean "given"?'],
  [
    'unknown fact in a condition',
    put('Conditions!D3', 'rmp.onwer'),
    'Conditions!D3',
    'unknown-fact',
    'did you mean "rmp.owner"?',
  ],
  ['unknown kind of value', put('Conditions!I3', 'truth'), 'Conditions!I3', 'wrong-type', 'it is one of text, number'],
  ['value that is not of its kind', put('Conditions!J3', 'perhaps'), 'Conditions!I3', 'wrong-type', 'write yes or no'],
  ['value that the fact never has', put('Conditions!J5', 'cars'), 'Conditions!J5', 'not-allowed', 'is never "cars"'],
  ['"not" of nothing', step({ A: 'work.c0/1', B: '1.2', C: 'not' }), 'Conditions!C200', 'missing', '1.2.1'],
  ['other fact missing', put('Conditions!I3', 'fact'), 'Conditions!I3', 'missing', 'stands in step 1.1.value'],
  [
    'a name that reaches into JavaScript',
    step({ A: 'named: __proto__', B: '1', C: 'test', D: 'rmp.owner', H: 'given', I: 'yes or no', J: 'yes' }),
    'Conditions!A200',
    'dangerous-key',
    'choose another',
  ],
  ['language that is none', put('Texts!D1', 'in German'), 'Texts!D1', 'bad-format', 'write a code such as de'],
  [
    'translation of nothing',
    (workbook) => {
      workbook.set('Texts!D1', 'de')
      workbook.set('Texts!A2', 'work.gone')
      workbook.set('Texts!D2', 'Weg')
    },
    'Texts!D2',
    'unknown-id',
    'nothing with the id "work.gone"',
  ],
  [
    'text of nobody',
    (workbook) => {
      workbook.set('Texts!D1', 'de')
      workbook.set('Texts!A2', undefined)
      workbook.set('Texts!D2', 'Weg')
    },
    'Texts!A2',
    'missing',
    'an id and a field',
  ],
  [
    'broken JSON',
    (workbook) => {
      workbook.set('Other!A2', '/title')
      workbook.set('Other!B2', '{')
    },
    'Other!B2',
    'unreadable',
    'this is not JSON',
  ],
  [
    'place that is gone',
    (workbook) => {
      workbook.set('Other!A2', '/practice/indicators/@gone/x')
      workbook.set('Other!B2', '1')
    },
    'Other!A2',
    'unknown-id',
    'not there any more',
  ],
]

export const cellPlants: readonly CellPlant[] = rows.map(([name, plant, cell, code, remedy]) => ({
  name,
  plant,
  cell,
  code,
  remedy,
}))
