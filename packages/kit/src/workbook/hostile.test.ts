import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { edited, smallWorkbook, tampered } from '../../test/workbooks.ts'
import { importBytes } from './import-workbook.ts'

const small = smallWorkbook()
const sheet = 'xl/worksheets/sheet2.xml'
const inSheet = (change: (xml: string) => string) =>
  tampered(small, (files) => void (files[sheet] = change(files[sheet]!)))
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => `<row r="${index + 2}"><c t="n"><v>1</v></c></row>`).join('')

function bomb(): Uint8Array {
  const zeros = new Uint8Array(40 * 1024 * 1024)
  return zipSync({ 'xl/workbook.xml': zeros, 'xl/sharedStrings.xml': zeros })
}

/** A file that says it is small and is not. */
function liar(): Uint8Array {
  const bytes = zipSync({ 'xl/workbook.xml': new Uint8Array(30 * 1024 * 1024) })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length - 4; at++)
    if (view.getUint32(at, true) === 0x02_01_4b_50) view.setUint32(at + 24, 10, true)
  return bytes
}

describe('a workbook that means harm is refused, with the reason', () => {
  test.each([
    ['nothing', () => new Uint8Array(), 'it is not a workbook'],
    ['a text', () => strToU8('id;title'), 'it is not a workbook'],
    ['an old or locked one', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3), 'locked with a password'],
    ['half of one', () => small.slice(0, small.length / 2), 'it is damaged'],
    ['another archive', () => zipSync({ 'a.txt': strToU8('x') }), '"xl/workbook.xml" is missing'],
    ['a bomb', bomb, 'it unpacks to more than 64 MB'],
    ['a liar about its size', liar, 'it'],
    [
      'too many files',
      () => zipSync(Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`f${n}`, strToU8('')]))),
      'more than 300 files',
    ],
    ['more bytes than are read', () => new Uint8Array(17 * 1024 * 1024), 'more than 16 MB'],
    ['macros', () => tampered(small, (files) => void (files['xl/vbaProject.bin'] = 'x')), 'it holds macros'],
    [
      'links to others',
      () => tampered(small, (files) => void (files['xl/externalLinks/externalLink1.xml'] = '<x/>')),
      'links to other workbooks',
    ],
    [
      'a document type',
      () => inSheet((xml) => xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet')),
      'declares a document type',
    ],
    ['broken XML', () => inSheet((xml) => xml.slice(0, -20)), 'cannot be read'],
    ['XML that never ends', () => inSheet(() => '<a>'.repeat(100_000)), 'nested too deeply'],
    [
      'a row far below',
      () => inSheet((xml) => xml.replace('<row r="2">', '<row r="1048576">')),
      'more than 100000 rows',
    ],
    ['a column far out', () => inSheet((xml) => xml.replace('r="B2"', 'r="XFD2"')), 'more than 200 columns'],
    [
      'a million rows',
      () => inSheet((xml) => xml.replace('</sheetData>', `${rows(120_000)}</sheetData>`)),
      'more than 100000 rows',
    ],
    [
      'bytes that are no text',
      () => tampered(small, (files) => void (files[sheet] = '\u00FF')).map((byte) => (byte === 0xc3 ? 0xff : byte)),
      'it',
    ],
  ])('%s', (_name, make, reason) => {
    const { ruleSet, document, faults } = importBytes(make(), 'rules.xlsx')
    expect({ ruleSet, document }).toEqual({ ruleSet: undefined, document: undefined })
    expect(faults).toEqual([
      expect.objectContaining({ code: 'unreadable', file: 'rules.xlsx', message: expect.stringContaining(reason) }),
    ])
  })

  test.each([
    [
      'a formula',
      '<c r="B3"><f>WEBSERVICE("http://x.example/")</f><v>1</v></c>',
      'not-allowed',
      'formulas are not worked out',
    ],
    ['a broken formula', '<c r="B3" t="e"><v>#REF!</v></c>', 'unreadable', 'this cell holds #REF!'],
    ['a text that is not there', '<c r="B3" t="s"><v>99</v></c>', 'unreadable', 'a text that is not there'],
    ['a number without end', '<c r="B3"><v>1e999</v></c>', 'unreadable', 'this cell holds 1e999'],
  ])('%s is told of with its cell, and nothing is made of it', (_name, xml, code, message) => {
    const bytes = inSheet((text) => text.replace(/<c r="B3".*?<\/c>/, xml))
    const { ruleSet, faults } = importBytes(bytes, 'rules.xlsx')
    expect(ruleSet).toBeUndefined()
    expect(faults).toContainEqual(
      expect.objectContaining({ cell: 'Rule set!B3', code, message: expect.stringContaining(message) }),
    )
  })

  test('JSON without bottom in the sheet for the rest is told of', () => {
    const deep = '['.repeat(30_000) + ']'.repeat(30_000)
    const workbook = edited(small)
    workbook.set('Other!A2', '/title')
    workbook.set('Other!B2', deep)
    const { faults } = importBytes(workbook.bytes(), 'rules.xlsx')
    expect(faults).toContainEqual(expect.objectContaining({ cell: 'Other!B2', code: 'unreadable' }))
  })

  test('whatever is spoiled in its files, it ends in faults', () => {
    for (let round = 1; round <= 60; round++) {
      const bytes = small.slice()
      for (let spoil = 0; spoil < 3; spoil++)
        bytes[(round * 7919 + spoil * 104_729) % bytes.length] = (round * 31) % 256
      const { ruleSet, faults } = importBytes(bytes, 'rules.xlsx')
      expect(ruleSet !== undefined || faults.length > 0).toBe(true)
    }
  })
})
