import { closeSync, ftruncateSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { folderWith, joinery } from './joinery.ts'

const record = { org: { name: 'Harbour Joinery' }, rel: { partnerName: 'Castell & Rowe' } }
const words = ['--into', 'record.json', '--accept', 'all', '--as-of', '2026-11-20']

function eventOf(...lines: readonly string[]): string {
  return ['BEGIN:VEVENT', 'SUMMARY:Castell & Rowe', ...lines, 'END:VEVENT'].join('\n')
}

function calendarWith(events: readonly string[]): string {
  return ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\n')
}

/** A workbook with one sheet, whose first row is given. */
function workbookWith(cells: string): Uint8Array {
  const parts = {
    'xl/workbook.xml': '<workbook><sheets><sheet name="Plan" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="worksheets/a.xml"/></Relationships>',
    'xl/worksheets/a.xml': `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

const inString = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const everySecond = calendarWith([eventOf('DTSTART:20260105T090000Z', 'RRULE:FREQ=SECONDLY;COUNT=1000000')])

test.each<[string, string | Uint8Array, string]>([
  ['noise.csv', Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7_919) % 256)), 'is not a text file'],
  [
    'half.csv',
    Buffer.from('\uFEFFCustomer\tAmount\nQuay\t1', 'utf16le').subarray(0, -1),
    'half.csv:2:6: the file breaks off',
  ],
  ['bomb.xlsx', workbookWith(inString('0'.repeat(80_000_000))), 'it unpacks to more than 64 MB'],
  [
    'sums.xlsx',
    workbookWith(`${inString('Share [rel.revenueShare]')}<c><f>1/4</f><v>0.25</v></c>`),
    'cell B1: holds a formula',
  ],
  ['seconds.ics', everySecond, 'seconds.ics:2:1: this series has too many dates'],
  ['book.csv', `Customer,Amount\nQuay,${'x'.repeat(10_000_000)}\n`, 'book.csv:2:2: this cell holds 10000000 letters'],
  ['formula.csv', 'Customer,Amount\nQuay,"=HYPERLINK(""https://x"")"\n', 'formula.csv:2:2: "=HYPERLINK("https://x")"'],
])('%s is refused with its place, and nothing is written', async (name, content, message) => {
  const folder = folderWith({ 'record.json': record })
  writeFileSync(join(folder, name), content)
  const { code, err } = await joinery(['import', name, ...words], { folder })
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) })
  expect(err.length).toBeLessThan(500)
  expect(JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8'))).toEqual(record)
  expect(readdirSync(folder).toSorted()).toEqual([name, 'record.json'].toSorted())
})

test('a file of one gigabyte is refused', async () => {
  const folder = folderWith({ 'record.json': record })
  const file = openSync(join(folder, 'all.csv'), 'w')
  ftruncateSync(file, 1024 ** 3)
  closeSync(file)
  const { code, err } = await joinery(['import', 'all.csv', ...words], { folder })
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('at most 64 MB are read') })
})

test('the meetings of a year are one line, confirmed by its number', async () => {
  const days = Array.from({ length: 40 }, (_, index) => new Date(Date.UTC(2026, 1, 1 + index * 7)).toISOString())
  const events = days.map((day) => eventOf(`UID:${day}`, `DTSTART;VALUE=DATE:${day.slice(0, 10).replaceAll('-', '')}`))
  const folder = folderWith({ 'record.json': record })
  writeFileSync(join(folder, 'year.ics'), calendarWith(events))
  const named = ['--into', 'record.json', '--as-of', '2026-11-20', '--accept', '1']
  const { code, err } = await joinery(['import', 'year.ics', ...named], { folder })
  expect({ code, err }).toEqual({
    code: 0,
    err: expect.stringContaining('1  40 meetings from 2026-02-01 to 2026-11-01 (year.ics), such as:'),
  })
  expect(err).toContain('2  You meet about every 7 days')
  expect(JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8'))).toMatchObject({
    meetings: expect.objectContaining({ length: 40 }),
  })
})
