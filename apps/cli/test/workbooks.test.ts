import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { folderWith, joinery } from './joinery.ts'

describe('export-xlsx and import-xlsx', () => {
  test('the association’s rule set comes back with the same hash', async () => {
    const folder = folderWith({})
    const written = await joinery(['export-xlsx', 'example-association'], { folder })
    expect({ code: written.code, err: written.err }).toEqual({
      code: 0,
      err: 'example-association.xlsx: example-association 1.0.0; its first sheet explains the others\n',
    })
    const read = await joinery(['import-xlsx', 'example-association.xlsx', '--out', 'mine'], { folder })
    expect({ code: read.code, out: read.out }).toEqual({ code: 0, out: '' })
    const hashes = await Promise.all(
      ['example-association', 'mine'].map(
        async (name) => (await joinery(['bundle', name, '--out', 'b.json'], { folder })).out,
      ),
    )
    expect(hashes[0]).toBe(hashes[1])
  })

  test('what is there is written over only when asked to', async () => {
    const folder = folderWith({})
    await joinery(['export-xlsx', 'supplier-scorecard', '--out', 'a.xlsx'], { folder })
    await joinery(['import-xlsx', 'a.xlsx'], { folder })
    const again = await joinery(['import-xlsx', 'a.xlsx'], { folder })
    expect({ code: again.code, err: again.err }).toEqual({
      code: 2,
      err: expect.stringContaining('--force writes over it'),
    })
    expect((await joinery(['import-xlsx', 'a.xlsx', '--force'], { folder })).code).toBe(0)
  })

  test('a mistake is told with sheet and cell, and nothing is written', async () => {
    const folder = folderWith({})
    await joinery(['export-xlsx', 'supplier-scorecard', '--out', 'a.xlsx'], { folder })
    const files = unzipSync(readFileSync(join(folder, 'a.xlsx')))
    const changed = Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [
        name,
        strToU8(strFromU8(bytes).replaceAll('>lessThanInclusive<', '>lessThanInclusiv<')),
      ]),
    )
    writeFileSync(join(folder, 'a.xlsx'), zipSync(changed))
    const { code, out, err } = await joinery(['import-xlsx', 'a.xlsx'], { folder })
    expect(code).toBe(1)
    expect(out).toMatch(/a\.xlsx Conditions!H\d+ error: .*did you mean "lessThanInclusive"\? \[unknown-operator\]/)
    expect(err).toContain('nothing was written')
    expect(() => rmSync(join(folder, 'supplier-scorecard'), { recursive: true })).toThrow('ENOENT')
  })

  test.each([
    [['import-xlsx'], 2, 'name one workbook'],
    [['export-xlsx'], 2, 'name one rule set'],
    [['import-xlsx', 'nothing.xlsx'], 1, 'nothing was written'],
  ])('%j', async (words, code, message) => {
    const ran = await joinery(words, { folder: folderWith({}) })
    expect({ code: ran.code, err: ran.err }).toEqual({ code, err: expect.stringContaining(message) })
  })
})
