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

export const cellPlants: readonly CellPlant[] = [
  {
    name: 'text for a number',
    plant: put('Indicators!C2', 'high'),
    cell: 'Indicators!C2',
    code: 'wrong-type',
    remedy: 'write a number',
  },
  {
    name: 'comma for a point',
    plant: put('Indicators!D3', '1,5'),
    cell: 'Indicators!D3',
    code: 'wrong-type',
    remedy: 'with a point before the fraction',
  },
  {
    name: 'weight out of range',
    plant: put('Indicators!D4', 9),
    cell: 'Indicators!D4',
    code: 'out-of-range',
    remedy: 'between 0.5 and 2',
  },
  {
    name: 'neither yes nor no',
    plant: put('Indicators!E5', 'maybe'),
    cell: 'Indicators!E5',
    code: 'wrong-type',
    remedy: 'write yes or no',
  },
  {
    name: 'clause that is not there',
    plant: put('Indicators!B6', 'work.c44'),
    cell: 'Indicators!B6',
    code: 'unknown-id',
    remedy: 'did you mean "work.c4"?',
  },
  {
    name: 'level the scale has not',
    plant: put('Indicators!C7', 7),
    cell: 'Indicators!C7',
    code: 'out-of-range',
    remedy: 'its levels are 1, 2',
  },
  {
    name: 'statement missing',
    plant: put('Indicators!F8', undefined),
    cell: 'Indicators!A8',
    code: 'missing',
    remedy: '"statement" is missing',
  },
  {
    name: 'effort that is none of three',
    plant: put('Indicators!I9', 45),
    cell: 'Indicators!I9',
    code: 'not-allowed',
    remedy: 'is not one of 30, 240, 960',
  },
  {
    name: 'unknown requirement',
    plant: put('Indicators!L10', 'work.c1/9'),
    cell: 'Indicators!L10',
    code: 'unknown-id',
    remedy: 'did you mean "work.c1/1"?',
  },
  {
    name: 'id used twice',
    plant: put('Questions!A2', 'q.plan'),
    cell: 'Questions!A2',
    code: 'duplicate',
    remedy: 'used more than once',
  },
  {
    name: 'question of an unknown type',
    plant: put('Questions!B3', 'dat'),
    cell: 'Questions!B3',
    code: 'not-allowed',
    remedy: 'did you mean "date"?',
  },
  {
    name: 'question about an unknown fact',
    plant: put('Questions!E2', 'rmp.onwer'),
    cell: 'Questions!E2',
    code: 'unknown-fact',
    remedy: 'did you mean "rmp.owner"?',
  },
  {
    name: 'column that is not there',
    plant: put('Principles!I1', 'Wieght'),
    cell: 'Principles!I1',
    code: 'unknown-key',
    remedy: 'did you mean "Weight"?',
  },
  {
    name: 'cell without a header',
    plant: put('Principles!L2', 'lost'),
    cell: 'Principles!L2',
    code: 'unknown-key',
    remedy: 'write one in row 1',
  },
  {
    name: 'clause of no principle',
    plant: put('Clauses!A2', 'works'),
    cell: 'Clauses!A2',
    code: 'unknown-id',
    remedy: 'did you mean "work"?',
  },
  {
    name: 'clause that belongs nowhere',
    plant: put('Clauses!A3', undefined),
    cell: 'Clauses!A3',
    code: 'missing',
    remedy: 'say which row of the sheet "Principles"',
  },
  {
    name: 'sheet that is not read',
    plant: (workbook) => workbook.rename('Facts', 'Fact'),
    cell: 'Fact!A1',
    code: 'unknown-key',
    remedy: 'did you mean "Facts"?',
  },
  {
    name: 'main sheet missing',
    plant: (workbook) => workbook.drop('Rule set'),
    cell: 'Rule set!A1',
    code: 'missing',
    remedy: 'the sheet "Rule set" is missing',
  },
  {
    name: 'key that is not there',
    plant: single('licnce'),
    cell: 'Rule set!A30',
    code: 'unknown-key',
    remedy: 'did you mean "licence"?',
  },
  {
    name: 'key twice',
    plant: single('title'),
    cell: 'Rule set!A30',
    code: 'duplicate',
    remedy: 'say it once',
  },
  {
    name: 'version in words',
    plant: put('Rule set!B4', 'one'),
    cell: 'Rule set!B4',
    code: 'bad-format',
    remedy: '"one"',
  },
  {
    name: 'unknown method',
    plant: put('Rule set!B19', 'gated-v2'),
    cell: 'Rule set!B19',
    code: 'unknown-method',
    remedy: 'did you mean "gated-v1"?',
  },
  {
    name: 'text for a number of the method',
    plant: put('Rule set!B21', 'most'),
    cell: 'Rule set!B21',
    code: 'wrong-type',
    remedy: 'write a number',
  },
  {
    name: 'condition of no rule',
    plant: step({ A: 'work.c0/9', B: '1', C: 'test', D: 'rmp.owner' }),
    cell: 'Conditions!A200',
    code: 'unknown-id',
    remedy: 'did you mean "work.c0/1"?',
  },
  {
    name: 'step that is none',
    plant: step({ A: 'work.c0/1', B: 'first', C: 'test' }),
    cell: 'Conditions!B200',
    code: 'bad-format',
    remedy: 'write 1 for the whole',
  },
  {
    name: 'step that hangs in the air',
    plant: step({ A: 'work.c0/1', B: '1.7.1', C: 'test' }),
    cell: 'Conditions!B200',
    code: 'unknown-id',
    remedy: 'there is no step 1.7',
  },
  {
    name: 'step twice',
    plant: step({ A: 'work.c0/1', B: '1.1', C: 'test' }),
    cell: 'Conditions!B200',
    code: 'duplicate',
    remedy: 'number its steps anew',
  },
  {
    name: 'part of a test',
    plant: step({ A: 'work.c0/1', B: '1.1.1', C: 'test' }),
    cell: 'Conditions!B200',
    code: 'unknown-id',
    remedy: 'does not fit below step 1.1',
  },
  {
    name: 'unknown kind of step',
    plant: put('Conditions!C2', 'al'),
    cell: 'Conditions!C2',
    code: 'not-allowed',
    remedy: 'did you mean "all"?',
  },
  {
    name: 'unknown comparison',
    plant: put('Conditions!H3', 'givn'),
    cell: 'Conditions!H3',
    code: 'unknown-operator',
    remedy: 'did you mean "given"?',
  },
  {
    name: 'unknown fact in a condition',
    plant: put('Conditions!D3', 'rmp.onwer'),
    cell: 'Conditions!D3',
    code: 'unknown-fact',
    remedy: 'did you mean "rmp.owner"?',
  },
  {
    name: 'unknown kind of value',
    plant: put('Conditions!I3', 'truth'),
    cell: 'Conditions!I3',
    code: 'wrong-type',
    remedy: 'it is one of text, number',
  },
  {
    name: 'value that is not of its kind',
    plant: put('Conditions!J3', 'perhaps'),
    cell: 'Conditions!I3',
    code: 'wrong-type',
    remedy: 'write yes or no',
  },
  {
    name: 'value that the fact never has',
    plant: put('Conditions!J5', 'cars'),
    cell: 'Conditions!J5',
    code: 'not-allowed',
    remedy: 'is never "cars"',
  },
  {
    name: '"not" of nothing',
    plant: step({ A: 'work.c0/1', B: '1.2', C: 'not' }),
    cell: 'Conditions!C200',
    code: 'missing',
    remedy: '1.2.1',
  },
  {
    name: 'other fact missing',
    plant: put('Conditions!I3', 'fact'),
    cell: 'Conditions!I3',
    code: 'missing',
    remedy: 'stands in step 1.1.value',
  },
  {
    name: 'a name that reaches into JavaScript',
    plant: step({ A: 'named: __proto__', B: '1', C: 'test', D: 'rmp.owner', H: 'given', I: 'yes or no', J: 'yes' }),
    cell: 'Conditions!A200',
    code: 'dangerous-key',
    remedy: 'choose another',
  },
  {
    name: 'language that is none',
    plant: put('Texts!D1', 'in German'),
    cell: 'Texts!D1',
    code: 'bad-format',
    remedy: 'write a code such as de',
  },
  {
    name: 'translation of nothing',
    plant: (workbook) => {
      workbook.set('Texts!D1', 'de')
      workbook.set('Texts!A2', 'work.gone')
      workbook.set('Texts!D2', 'Weg')
    },
    cell: 'Texts!D2',
    code: 'unknown-id',
    remedy: 'nothing with the id "work.gone"',
  },
  {
    name: 'text of nobody',
    plant: (workbook) => {
      workbook.set('Texts!D1', 'de')
      workbook.set('Texts!A2', undefined)
      workbook.set('Texts!D2', 'Weg')
    },
    cell: 'Texts!A2',
    code: 'missing',
    remedy: 'an id and a field',
  },
  {
    name: 'broken JSON',
    plant: (workbook) => {
      workbook.set('Other!A2', '/title')
      workbook.set('Other!B2', '{')
    },
    cell: 'Other!B2',
    code: 'unreadable',
    remedy: 'this is not JSON',
  },
  {
    name: 'place that is gone',
    plant: (workbook) => {
      workbook.set('Other!A2', '/practice/indicators/@gone/x')
      workbook.set('Other!B2', '1')
    },
    cell: 'Other!A2',
    code: 'unknown-id',
    remedy: 'not there any more',
  },
]
