import { describe, expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'
import { paymentFile, warningFile } from './providers.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const codes = (text: string) => Array.from(text, (character) => character.charCodeAt(0))
const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...codes(text).flatMap((code) => [code & 0xff, code >> 8])])
const latin = (text: string) => new Uint8Array(codes(text))
const at = { asOf: '2026-11-23', signal: { aborted: false, addEventListener: () => undefined } }

const give = (provider: typeof paymentFile, file: Uint8Array) => provider.provide({ record: {}, file }, at)

async function paymentsIn(file: Uint8Array | string) {
  const answer = await give(paymentFile, typeof file === 'string' ? utf8(file) : file)
  return 'facts' in answer
    ? answer.facts['paymentApplications']
    : answer.problems.map(({ place, message }) => `${place}: ${message}`)
}

const paid = [{ ref: 'A1', dueAt: '2026-11-03', paidAt: '2026-11-02', amount: 1234.5 }]

describe('a file of payments is read', () => {
  test.each([
    ['with commas', utf8('Ref,Due,Paid,Amount\nA1,2026-11-03,2026-11-02,1234.50')],
    [
      'with semicolons, as German offices save it',
      utf8('Nr;Fällig am;Bezahlt am;Betrag\r\nA1;03.11.2026;02.11.26;"1.234,50 €"\r\n'),
    ],
    ['with tabs', utf8('Ref\tDue\tPaid\tAmount\nA1\t3 Nov 2026\t2 November 2026\t£1,234.50')],
    ['with bars and old line breaks', utf8('Ref|Due|Paid|Amount\rA1|03/11/2026|02/11/2026|1234.5\r')],
    ['with a mark of its encoding', utf8('\uFEFFRef,Due,Paid,Amount\nA1,2026-11-03,2026-11-02,1234.5')],
    ['in UTF-16', utf16('Nr;Fällig am;Bezahlt am;Betrag\nA1;3.11.2026;2.11.2026;1234,5')],
    ['in the encoding of old Windows', latin('Nr;Fällig am;Bezahlt am;Betrag\nA1;3.11.2026;2.11.2026;1 234,50')],
    [
      'with names in any case, columns nobody asked for, and empty lines',
      utf8(
        '\nREF,due date,Site,Date  paid,amount\n\nA1,2026-11-03T00:00:00,"Mill Lane, 4",2026-11-02,"1,234.50"\n,,,,\n',
      ),
    ],
  ])('%s', async (_how, file) => {
    expect(await paymentsIn(file)).toEqual(paid)
  })

  test('month first where a date can be nothing else', async () => {
    const rows = await paymentsIn('Due,Paid\n11/23/2026,11/02/2026\n')
    expect(rows).toEqual([{ dueAt: '2026-11-23', paidAt: '2026-11-02' }])
  })

  test('with quotes, and lines inside of them', () => {
    const { rows } = readCsv('a,b\n"one ""two""\nthree", x\n')
    expect(rows[1]!.map(({ text }) => text)).toEqual(['one "two"\nthree', 'x'])
    expect(readCsv('a,b\n"1\n2",3\n4,5').rows[2]![1]).toEqual({ text: '5', line: 4, column: 3 })
  })
})

test.each([
  ['nothing', '', ['line 1, column 1: the file is empty']],
  [
    'no names',
    '1,2026-11-03\n',
    ['line 1, column 1: a column "Final date for payment" is missing; the first line of the file names the columns'],
  ],
  ['a name twice', 'Due,Paid,Due date\n', ['line 1, column 10: the column "Due date" stands twice']],
  [
    'a day that does not exist',
    'Due,Paid\n2026-11-03,31.11.2026\n',
    ['line 2, column 12: Paid: "31.11.2026" is a day that does not exist'],
  ],
  [
    'words for a day',
    'Due\nsoon\n',
    ['line 2, column 1: Final date for payment: "soon" is not a day; write it as 2026-11-03'],
  ],
  [
    'words for an amount',
    'Due;Amount\n3.11.2026;lots',
    ['line 2, column 11: Amount: "lots" is not an amount; write it as 1234.50'],
  ],
  ['a quote without end', 'Due,Ref\n2026-11-03,"A1\n', ['line 2, column 12: a quote is opened here and never closed']],
  [
    'more cells than names',
    'Due\n2026-11-03,7\n',
    ['line 2, column 12: this line has more cells than the first one has names'],
  ],
  [
    'several faults',
    'Due,Paid\n,x\n"a\nb",2026-11-03\n',
    [
      'line 2, column 1: "Final date for payment" is empty in this line',
      'line 2, column 2: Paid: "x" is not a day; write it as 2026-11-03',
      'line 3, column 1: Final date for payment: "a\nb" is not a day; write it as 2026-11-03',
    ],
  ],
])('a file with %s names every place', async (_what, file, problems) => {
  expect(await paymentsIn(file)).toEqual(problems)
})

test('a file of early warnings is read, and neither side is a fault', async () => {
  const head = 'No,Title,Raised by,Date raised,Owner\n'
  const good = await give(warningFile, utf8(`${head}EW1,Late slates,Partner,2026-11-03,Ana\n`))
  expect(good).toEqual({
    facts: {
      earlyWarnings: [{ ref: 'EW1', title: 'Late slates', raisedBy: 'partner', raisedAt: '2026-11-03', owner: 'Ana' }],
    },
    observedAt: '2026-11-23',
  })
  const bad = await give(warningFile, utf8(`${head}EW1,Late slates,the architect,2026-11-03,Ana\n`))
  expect(bad).toEqual({
    problems: [
      { place: 'line 2, column 17', message: 'Raised by: "the architect" is neither side; write "us" or "partner"' },
    ],
  })
})

test.each([
  ['random bytes', Uint8Array.from({ length: 4_096 }, (_byte, index) => (index * 7_919) % 256)],
  ['nothing but quotes', utf8('"'.repeat(10_000))],
  ['nothing but separators', utf8(';'.repeat(10_000))],
  ['too many lines', utf8(`Due\n${'2026-11-03\n'.repeat(5_001)}`)],
  ['keys of JavaScript', utf8('__proto__,Due\nx,2026-13-40\n')],
])('%s do no harm', async (_what, file) => {
  const answer = await give(paymentFile, file)
  expect('problems' in answer && answer.problems.length > 0).toBe(true)
})
