import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, joinery } from './joinery.ts'

const earlier = join(import.meta.dirname, '../../../packages/kit/test/fixtures/example-association-0.9.0')
const versions = ['--from', earlier, '--to', 'example-association']
const firm = {
  org: { name: 'Gable End Carpentry' },
  answers: {
    'assoc.mentor/2': { value: 'yes' },
    'assoc.site-diary/2': { value: 'no' },
    'p01.plan/1': { value: 'partly' },
  },
}
const run = (folder: string, ...words: string[]) => joinery(['migrate', ...words], { folder })
const read = (folder: string, name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as typeof firm

describe('records', () => {
  test('are carried over into another folder, and the report says what became of each answer', async () => {
    const folder = folderWith({ 'gable.json': firm })
    const { code, out, err } = await run(folder, ...versions, 'gable.json', '--out', 'new')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^example-association 0\.9\.0 → example-association 1\.0\.0: \d+ indicators kept$/),
      '  retired: p01.segment/3',
      '  renamed: assoc.mentor/2 → assoc.apprentices/2',
      '  retired: assoc.site-diary/2',
      '',
      'new/gable.json',
      '  assoc.mentor/2: the answer follows to assoc.apprentices/2, but it is asked in other words now: read it again',
      '  assoc.site-diary/2: it is not asked any more; the answer "no" is kept aside',
      '',
      '1 record: 1 answers carried over, 1 to be read again, 1 kept aside, 0 that count again',
      '',
    ])
    expect(read(folder, 'gable.json')).toEqual(firm)
    expect(read(folder, 'new/gable.json')).toMatchObject({
      org: firm.org,
      answers: { 'assoc.apprentices/2': { value: 'yes' }, 'p01.plan/1': { value: 'partly' } },
      ext: { joinery: { retiredAnswers: [{ indicator: 'assoc.site-diary/2', version: '0.9.0' }] } },
    })
    const assessed = await joinery(['assess', 'new/gable.json', '--rules', 'example-association'], { folder })
    expect(assessed.code).toBe(0)
  })

  test('one a line stay one a line', async () => {
    const folder = folderWith({ 'many.ndjson': `${JSON.stringify(firm)}\n\n${JSON.stringify({ org: firm.org })}\n` })
    const { code, out } = await run(folder, ...versions, '.', '--out', 'new', '--format', 'json')
    expect(code).toBe(0)
    const lines = readFileSync(join(folder, 'new/many.ndjson'), 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as typeof firm).org.name)).toEqual([firm.org.name, firm.org.name])
    expect(JSON.parse(out)).toMatchObject({
      map: expect.arrayContaining([{ kind: 'renamed', from: ['assoc.mentor/2'], to: ['assoc.apprentices/2'] }]),
      records: [
        { file: 'new/many.ndjson', line: 1 },
        { line: 3, answers: [] },
      ],
    })
  })

  test('are written over only when that is asked for', async () => {
    const folder = folderWith({ 'gable.json': firm })
    const refused = await run(folder, ...versions, 'gable.json', '--out', '.')
    expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining('would be written over') })
    expect(read(folder, 'gable.json')).toEqual(firm)
    expect((await run(folder, ...versions, 'gable.json', '--in-place')).code).toBe(0)
    expect(read(folder, 'gable.json').answers).toHaveProperty(['assoc.apprentices/2'])
  })

  test('there and back are what they were', async () => {
    const folder = folderWith({ 'gable.json': firm })
    const back = ['--from', 'example-association', '--to', earlier]
    await run(folder, ...versions, 'gable.json', '--in-place')
    await run(folder, ...back, 'gable.json', '--in-place')
    expect(read(folder, 'gable.json').answers).toMatchObject({ 'assoc.site-diary/2': { value: 'no' } })
  })
})

describe('faults', () => {
  test('keep a file from being written, and no other', async () => {
    const folder = folderWith({ 'good.json': firm, 'lines.ndjson': `${JSON.stringify(firm)}\n{"org": 3}\n` })
    const { code, err } = await run(folder, ...versions, 'good.json', 'lines.ndjson', '--out', 'new')
    expect(code).toBe(2)
    expect(err).toContain('lines.ndjson:2:9 /org')
    expect(err).toContain('lines.ndjson: left out; mend it first')
    expect(existsSync(join(folder, 'new/good.json'))).toBe(true)
    expect(existsSync(join(folder, 'new/lines.ndjson'))).toBe(false)
  })

  test('of two files with one name are found before anything is written', async () => {
    const folder = folderWith({ 'gable.json': firm })
    mkdirSync(join(folder, 'b'))
    writeFileSync(join(folder, 'b/gable.json'), JSON.stringify(firm))
    const { code, err } = await run(folder, ...versions, 'gable.json', 'b', '--out', 'new')
    expect(code).toBe(2)
    expect(err).toContain('two files are called gable.json')
    expect(existsSync(join(folder, 'new'))).toBe(false)
  })

  test.each([
    [['a.json', '--out', 'new'], 'name both versions'],
    [[...versions, '--out', 'new'], 'name the files'],
    [[...versions, 'a.json'], 'say where to write'],
    [[...versions, 'a.json', '--out', 'new', '--in-place'], 'say where to write'],
    [[...versions, '-', '--out', 'new'], 'standard input has no name'],
    [[...versions, 'nowhere.json', '--out', 'new'], 'there is no such file'],
    [['--from', 'iso-44030', '--to', 'iso-44003', 'a.json', '--out', 'new'], 'did you mean "iso-44003"?'],
  ])('of the command line are said in one line: %j', async (words, message) => {
    const { code, out, err } = await run(folderWith({ 'a.json': firm }), ...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })
})
