import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkShape, createFaults, relationshipShape, type Relationship } from '@joinery/core'
import { applyProposals, mostBytes, readFile, type Chosen, type Intake } from '../src/index.ts'
import { asOf, inEncoding, record } from './world.ts'

const read = (text: string | Uint8Array, chosen: Chosen = {}, name = 'sales.csv'): Promise<Intake> =>
  readFile({ name, bytes: typeof text === 'string' ? inEncoding(text, 'utf-8') : text }, { record, asOf, chosen })

/** A calendar with one event with the partner. */
function calendar(lines: string): string {
  return `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Castell & Rowe Contractors\n${lines}\nEND:VEVENT\nEND:VCALENDAR\n`
}

describe('a file that cannot be read says what it is and what would be right', () => {
  test.each<[string, string | Uint8Array, object]>([
    ['nothing', '', { message: 'the file is empty' }],
    ['a broken workbook', Buffer.from('PK\u0003\u0004rest'), { message: expect.stringContaining('it is damaged') }],
    ['a PDF', Buffer.from('%PDF-1.7'), { message: expect.stringContaining('is a PDF') }],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
      { message: expect.stringContaining('not a text file') },
    ],
    ['too much', new Uint8Array(mostBytes + 1), { message: expect.stringContaining('at most 64 MB') }],
    ['one column', 'just\nsome\nlines\n', { message: expect.stringContaining('no row of column names') }],
    ['a head alone', 'Customer,Amount,Date\n', { message: expect.stringContaining('no row of column names') }],
    [
      'a quotation mark that is never closed',
      'Customer,Amount\nLarkfield,12\n"Quay,13\n',
      { line: 3, column: 1, message: expect.stringContaining('never closed') },
    ],
    [
      'a day that is none',
      'Customer,Date,Amount\nLarkfield,2026-05-04,12\nQuay,2026-02-30,13\n',
      { line: 3, column: 2, value: '2026-02-30', message: expect.stringContaining('is not a day such as 2026-11-03') },
    ],
    [
      'an amount that is none',
      'Customer,Date,Amount\nLarkfield,2026-05-04,12.50\nQuay,2026-05-05,twelve\n',
      { line: 3, column: 3, value: 'twelve', message: expect.stringContaining('is not an amount such as 1,234.50') },
    ],
    [
      'half a calendar',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY',
      { line: 3, column: 1, value: 'SUMMARY', message: expect.stringContaining('cannot be read') },
    ],
    [
      'a calendar that breaks off',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n',
      { line: 4, message: expect.stringContaining('ends in the middle') },
    ],
    [
      'a series of no known rule',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nRRULE:FREQ=SOMETIMES\nEND:VEVENT\nEND:VCALENDAR\n',
      { line: 3, column: 1, value: 'RRULE:FREQ=SOMETIMES' },
    ],
    ['an event on no day', calendar('DTSTART:soon'), { line: 2, column: 1, message: expect.stringContaining('days') }],
    [
      'a series without one day that can be read',
      calendar('DTSTART:20260105T090000Z\nRRULE:FREQ=DAILY\nEXDATE:never'),
      { line: 2, column: 1 },
    ],
    [
      'a million meetings',
      calendar('DTSTART:20260105T090000Z\nRRULE:FREQ=SECONDLY;COUNT=1000000'),
      { line: 2, column: 1, message: expect.stringContaining('too many dates') },
    ],
    [
      'a million days, one by one',
      calendar(`DTSTART:20260105T090000Z\nRDATE:${'20260105T090000Z,'.repeat(120_000)}20260106T090000Z`),
      { line: 2, message: expect.stringContaining('too many dates') },
    ],
    ['half a card', 'BEGIN:VCARD\nFN', { line: 2, column: 1, value: 'FN' }],
    [
      'a card with a line of rubbish',
      'BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nrubbish\nEND:VCARD\n',
      { line: 4, column: 1, value: 'rubbish' },
    ],
    [
      'a cell with a book in it',
      `Customer,Amount\nQuay,1\nLark,${'x'.repeat(10_000_000)}\n`,
      { line: 3, column: 2, value: 'x'.repeat(60), message: expect.stringContaining('10000000 letters') },
    ],
    [
      'columns without end',
      `Customer,Amount\nQuay,1${','.repeat(2_000)}\n`,
      { line: 2, column: 1_001, message: expect.stringContaining('2002 columns') },
    ],
    ['a number of three hundred digits', `Customer,Amount\nQuay,${'9'.repeat(300)}\n`, { line: 2, column: 2 }],
    ['a formula', 'Customer,Amount\nQuay,=1+1\n', { line: 2, column: 2, value: '=1+1' }],
    [
      'UTF-16 that breaks off',
      inEncoding('Customer\tAmount\nQuay\t12\n', 'utf-16le').subarray(0, -1),
      { line: 2, column: 8, message: expect.stringContaining('breaks off') },
    ],
    [
      'UTF-8 that breaks off',
      inEncoding('Customer,Amount\nQuay Café,1\nLark é', 'utf-8').subarray(0, -1),
      { line: 3, column: 6, message: expect.stringContaining('breaks off') },
    ],
    [
      'UTF-8 with bytes of something else',
      Buffer.concat([
        inEncoding('Customer,Amount\nQuay Caf', 'utf-8 with a mark'),
        Buffer.from([0xe9]),
        Buffer.from(',1\n'),
      ]),
      { line: 2, column: 9, message: expect.stringContaining('no character') },
    ],
  ])('%s', async (_what, bytes, fault) => {
    const { faults, proposals } = await read(bytes)
    expect(faults).toEqual([expect.objectContaining(fault)])
    expect(proposals).toEqual([])
  })

  test('every fault of a file is named at once, up to fifty', async () => {
    const rows = Array.from({ length: 80 }, (_, index) => `Quay,2026-13-0${index % 9},x`)
    const { faults } = await read(`Customer,Date,Amount\n${rows.join('\n')}\n`)
    expect(faults).toHaveLength(50)
  })
})

describe('what cannot be told from the file is asked', () => {
  test.each<[string, string, string, string[]]>([
    [
      'which comes first, day or month',
      'Customer,Date,Amount\nQuay,03/04/2026,12.00\n',
      'days',
      ['day-month-year', 'month-day-year'],
    ],
    ['whether a point parts thousands', 'Customer;Date;Amount\nQuay;2026-05-04;1.234\n', 'numbers', ['point', 'comma']],
    ['sold or bought', 'Name,Date,Amount\nQuay,2026-05-04,12.00\n', 'side', ['customer', 'supplier']],
    [
      'which name is the partner',
      'Customer,Amount\nCastell Group,1\nCastell & Sons,2\n',
      'partner',
      ['Castell & Sons', 'Castell Group', 'none'],
    ],
    ['what kind of table it is', 'Alpha,Beta\nx,y\n', 'kind', ['ledger', 'invoices', 'tasks']],
  ])('%s', async (_what, text, id, values) => {
    const { questions, proposals } = await read(text, {}, 'export.csv')
    expect(questions).toMatchObject([{ id, options: values.map((value) => ({ value })) }])
    expect(proposals).toEqual([])
  })

  test('an answer is taken, and the mapping can be changed', async () => {
    const text = 'Customer,Old name,Date,Amount\nX,Castell & Rowe Contractors,2026-05-04,1\nY,Quay,2026-05-04,3\n'
    const { proposals, mapping } = await read(text, { mapping: { customer: 'Old name' } })
    expect(mapping).toMatchObject({ customer: 'Old name' })
    expect(proposals).toMatchObject([{ path: 'rel.revenueShare', value: 0.25 }])
  })
})

describe('proposals', () => {
  const ledger = 'Customer,Date,Amount\nCastell & Rowe Contractors,2026-05-04,1\nQuay,2026-05-04,3\n'

  test('are taken over with their source as evidence, and fit the record', async () => {
    const { proposals } = await read(ledger)
    const after = applyProposals(record, proposals)
    expect(after).toMatchObject({
      rel: { revenueShare: 0.25, kind: 'customer' },
      evidence: [{ factPath: 'rel.revenueShare', uri: 'sales.csv', providedBy: 'system', grade: 'E2' }],
    })
    const faults = createFaults()
    checkShape(relationshipShape, after, faults)
    expect(faults.list).toEqual([])
  })

  test('never write over what is recorded, even when it was recorded meanwhile', async () => {
    const recorded: Relationship = { ...record, rel: { ...record.rel, revenueShare: 0.4 } }
    const { proposals } = await read(ledger)
    expect(applyProposals(recorded, proposals)).toEqual(recorded)
    const again = await readFile({ name: 'sales.csv', bytes: inEncoding(ledger, 'utf-8') }, { record: recorded, asOf })
    expect(again.proposals).toMatchObject([{ value: 0.25, recorded: 0.4 }])
  })

  test('do not depend on the order of the rows', async () => {
    const rows = ledger.trim().split('\n').slice(1)
    const turned = `Customer,Date,Amount\n${rows.toReversed().join('\n')}\n`
    expect((await read(turned)).proposals).toEqual((await read(ledger)).proposals)
  })

  test('names from a file are data, whatever they spell', async () => {
    const { partners } = await read('Customer,Amount\n__proto__,1\nconstructor,2\n=HYPERLINK("x"),3\n')
    expect(partners.map(({ name }) => name)).toEqual(['=HYPERLINK("x")', 'constructor', '__proto__'])
  })
})

test('any bytes at all are read, asked about or refused, without throwing', async () => {
  const starts = [
    '',
    'Customer,Amount\n',
    'BEGIN:VCALENDAR\n',
    'BEGIN:VCARD\nVERSION:3.0\n',
    'Kunde;Fällig;Bezahlt;Betrag\n',
  ]
  const text = fc.array(
    fc.oneof(fc.string(), fc.constantFrom(',', ';', '"', '\n', '\r\n', 'END:VCALENDAR', 'RRULE:FREQ=DAILY', '1.234,5')),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.oneof(
        text.map((parts) => parts.join('')),
        fc.uint8Array(),
      ),
      async (start, rest) => {
        const tail = typeof rest === 'string' ? Buffer.from(rest) : rest
        const { name } = await read(Buffer.concat([Buffer.from(start), tail]))
        expect(name).toBe('sales.csv')
      },
    ),
    { numRuns: 400 },
  )
})

test('fifty thousand rows are read, and how far it is is told', async () => {
  const rows = Array.from(
    { length: 50_000 },
    (_, index) => `Firm ${index % 700},${(index % 28) + 1}.${(index % 10) + 1}.2026,"${index}.50"`,
  )
  const bytes = inEncoding(`Customer,Date,Amount\n${rows.join('\n')}\n`, 'utf-8')
  const told: number[] = []
  const started = process.cpuUsage()
  const { partners } = await readFile(
    { name: 'sales.csv', bytes },
    { record, asOf, progress: (share) => told.push(share) },
  )
  const used = process.cpuUsage(started)
  expect(partners).toHaveLength(700)
  expect(told.at(-1)).toBe(1)
  expect((used.user + used.system) / 1e6, 'seconds of one core').toBeLessThan(2)
})
