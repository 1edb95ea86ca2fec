import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderWith, joinery } from './joinery.ts'

const day = ['--as-of', '2026-11-20']
const files = {
  'record.json': { org: { name: 'Harbour Joinery' }, rel: { partnerName: 'Castell & Rowe' } },
  'sales.csv': 'Customer,Date,Amount\nCastell & Rowe Ltd,2026-05-04,25.00\nQuay Café,2026-05-05,75.00\n',
  'bills.csv':
    'Customer;Fällig;Bezahlt;Betrag\nCastell & Rowe;01.06.2026;02.06.2026;10,00\nCastell & Rowe;01.07.2026;01.07.2026;10,00\n',
  'export.csv': 'Name,When,Amount\nCastell & Rowe,03/04/2026,10.00\nQuay,03/05/2026,30.00\n',
}
const recordIn = (folder: string, name = 'record.json') =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as object

test('what files say is listed with numbers, and nothing is written before it is accepted', async () => {
  const folder = folderWith(files)
  const { code, err } = await joinery(['import', 'sales.csv', 'bills.csv', '--into', 'record.json', ...day], { folder })
  expect(code).toBe(0)
  expect(err).toContain('1  Share of our revenue with Castell & Rowe Ltd: 25 % (25 of 100 in sales.csv')
  expect(err).toContain('2  Bills paid in time by Castell & Rowe: 50 % (1 of 2 bills')
  expect(recordIn(folder)).toEqual(files['record.json'])
})

test('what was accepted is written, each with its file as evidence, and never over what is recorded', async () => {
  const folder = folderWith(files)
  const words = ['import', 'sales.csv', 'bills.csv', '--into', 'record.json', ...day]
  expect(await joinery([...words, '--accept', '1,2'], { folder })).toMatchObject({
    code: 0,
    err: expect.stringContaining('2 findings written'),
  })
  expect(recordIn(folder)).toMatchObject({
    rel: { partnerName: 'Castell & Rowe', revenueShare: 0.25 },
    payments: { onTimeByPartner: 0.5 },
    evidence: [{ uri: 'sales.csv' }, { uri: 'bills.csv' }],
  })
  const again = await joinery([...words, '--accept', 'all', '--out', 'other.json'], { folder })
  expect(again.err).toContain('stays as recorded: 0.25')
  expect(recordIn(folder, 'other.json')).toMatchObject({ rel: { revenueShare: 0.25 } })
})

test('a question is answered once, and the answer is kept for the next file of the same program', async () => {
  const folder = folderWith(files)
  const words = ['import', 'export.csv', '--into', 'record.json', '--remember', 'answers.json', ...day]
  const asked = await joinery(words, { folder })
  expect(asked.err).toContain('?  Is this what you sold, or what you bought?')
  const dated = await joinery([...words, '--column', 'date=When'], { folder })
  expect(dated.err).toContain('?  Which day is "03/04/2026"?')
  const answers = ['--answer', 'days=day-month-year', '--answer', 'side=customer']
  expect((await joinery([...words, '--column', 'date=When', ...answers], { folder })).err).toContain('25 %')
  expect((await joinery(words, { folder })).err).toContain('1  Share of our revenue')
})

test('every partner of a ledger is listed with its share', async () => {
  const { out } = await joinery(['import', 'sales.csv', '--partners', ...day], { folder: folderWith(files) })
  expect(out).toBe(
    'sales.csv\n 75.0 %              75  Quay Café\n 25.0 %              25  Castell & Rowe Ltd\nThe first 2 make up 100.0 %.\n',
  )
})

test.each([
  ['no record', ['import', 'sales.csv'], 'say into which record'],
  ['no such file', ['import', 'none.csv', '--into', 'record.json'], 'none.csv: there is no such file'],
  [
    'a broken file',
    ['import', 'broken.csv', '--into', 'record.json'],
    'broken.csv:2:9: a quotation mark is opened here',
  ],
  [
    'a number that was not listed',
    ['import', 'sales.csv', '--into', 'record.json', '--accept', '7'],
    'not a number from 1 to 1',
  ],
  ['an answer without a value', ['import', 'sales.csv', '--into', 'record.json', '--answer', 'days'], 'has no "="'],
])('%s: a clear message, exit code 2, and the record as it was', async (_what, words, message) => {
  const folder = folderWith({ ...files, 'broken.csv': 'Customer,Amount\nQuay Ca,"12\n' })
  const before = readdirSync(folder)
  expect(await joinery([...words, ...day], { folder })).toMatchObject({
    code: 2,
    err: expect.stringContaining(message),
  })
  expect(recordIn(folder)).toEqual(files['record.json'])
  expect(readdirSync(folder)).toEqual(before)
})

test('a partner begins a record of its own with what it took along, and looks at what was shared', async () => {
  const copy = {
    format: 'joinery-partner-copy',
    version: 1,
    at: '2026-11-24',
    sharedBy: 'Harbour Joinery',
    sharedWith: 'Ben Rowe',
    record: { rel: { partnerName: 'Castell & Rowe', kind: 'customer' }, people: [{ side: 'us', name: 'Ada Harbour' }] },
    yours: { confirmed: [], remarks: [], pulse: { at: '2026-11-24', ours: { openness: 2 }, theirs: { openness: 4 } } },
  }
  const folder = folderWith({ 'shared.json': copy, 'broken.json': { ...copy, at: 'soon' } })
  const begun = await joinery(['import', 'shared.json', '--begin', 'ours.json'], { folder })
  expect([begun.code, begun.err]).toEqual([0, expect.stringContaining('What Harbour Joinery shared')])
  expect(recordIn(folder, 'ours.json')).toMatchObject({
    org: { name: 'Castell & Rowe' },
    rel: { partnerName: 'Harbour Joinery', kind: 'supplier' },
    pulses: [{ side: 'us', openness: 2 }, { side: 'partner' }],
  })
  const { err } = await joinery(['import', 'shared.json', '--into', 'ours.json', '--accept', 'all', ...day], { folder })
  expect(err).toContain('People on both sides: partner, Ada Harbour (shared by Harbour Joinery)')
  expect(recordIn(folder, 'ours.json')).toMatchObject({
    people: [{ side: 'partner', name: 'Ada Harbour' }],
    evidence: [{ factPath: 'people', uri: 'shared.json', grade: 'E1', observedAt: '2026-11-24' }],
  })
  const again = await joinery(['import', 'shared.json', '--begin', 'ours.json'], { folder })
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('is there already')])
  const broken = await joinery(['import', 'broken.json', '--into', 'ours.json', ...day], { folder })
  expect([broken.code, broken.err]).toEqual([2, expect.stringContaining('/at')])
})
