import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { canonicalJson } from '@joinery/core'
import { describe, expect, test } from 'vitest'
import { folderWith, joinery } from './joinery.ts'

// a busy machine takes its time over several programs
describe('export-xlsx and import-xlsx', { timeout: 120_000 }, () => {
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

  test.each(['construction', 'food-supply', 'it-services'])(
    'the rules of plugins/%s come back as they are',
    async (name) => {
      const folder = folderWith({})
      const plugin = join(import.meta.dirname, '../../../plugins', name)
      expect((await joinery(['export-xlsx', plugin, '--out', 'a.xlsx'], { folder })).code).toBe(0)
      const read = await joinery(['import-xlsx', 'a.xlsx', '--plugin', plugin, '--out', 'mine'], { folder })
      expect({ code: read.code, err: read.err }).toEqual({ code: 0, err: expect.stringMatching(/, 154 indicators\n$/) })
      const parts = ['rule-set.json', 'locales/de.json']
        .map((file) => join(plugin, file))
        .filter((file) => existsSync(file))
      const whole = Object.assign(
        {},
        ...parts.map((file) => JSON.parse(readFileSync(file, 'utf8')) as object),
      ) as object
      const back: unknown = JSON.parse(readFileSync(join(folder, 'mine/rule-set.json'), 'utf8'))
      expect(canonicalJson(back)).toBe(canonicalJson(whole))
    },
  )

  test('rules of a plugin that is not named are told with the plugin to load', async () => {
    const folder = folderWith({})
    const plugin = join(import.meta.dirname, '../../../plugins/construction')
    await joinery(['export-xlsx', plugin, '--out', 'a.xlsx'], { folder })
    const { code, out } = await joinery(['import-xlsx', 'a.xlsx'], { folder })
    expect(code).toBe(1)
    expect(out).toContain('load the plugin "construction" that brings it')
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
