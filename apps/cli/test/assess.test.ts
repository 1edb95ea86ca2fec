import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { example, folderWith, joinery } from './joinery.ts'

const day = ['--as-of', '2026-11-20']
const workshop = { org: { name: 'Harbour Joinery', headcount: 7 }, rmp: { owner: 'Ines' } }

describe('one relationship', () => {
  test('as JSON is one result', async () => {
    const { code, out, err } = await joinery(['assess', example, ...day, '--format', 'json'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toMatchObject({
      formatVersion: 1,
      provenance: { asOf: '2026-11-20', ruleSet: 'iso-44003' },
    })
  })

  test('gives the same bytes on both engines', async () => {
    const runs = await Promise.all(
      ['compiled', 'reference'].map((engine) =>
        joinery(['assess', example, ...day, '--format', 'json', '--engine', engine]),
      ),
    )
    expect(runs[1]!.code).toBe(0)
    expect(runs[1]!.out).toBe(runs[0]!.out)
  })

  test.each(['table', 'markdown', 'html', 'csv'])('as %s is a document', async (format) => {
    const { code, out, err } = await joinery(['assess', example, ...day, '--format', format])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Castell')
    // not on a terminal: no colour
    expect(out).not.toContain('\u001B[')
  })

  test('comes from standard input, scored in a scope by another rule set', async () => {
    const words = [
      'assess',
      '-',
      '--rules',
      'supplier-scorecard',
      '--scope',
      'quick',
      '--format',
      'json',
      '--fields',
      'scores',
    ]
    const { code, out } = await joinery(words, { input: JSON.stringify(workshop) })
    expect(code).toBe(0)
    const result = JSON.parse(out) as Record<string, unknown>
    expect(Object.keys(result)).toEqual(['formatVersion', 'headline', 'principles', 'provenance'])
    expect(result).toMatchObject({ provenance: { ruleSet: 'supplier-scorecard', scope: 'quick' } })
  })

  test('is scored for today unless a day is named', async () => {
    const { out } = await joinery(['assess', example, '--format', 'json', '--fields', 'scores'], { env: { TZ: 'UTC' } })
    expect(JSON.parse(out)).toMatchObject({ provenance: { asOf: new Date().toISOString().slice(0, 10) } })
  })

  test('is found from the folder that the user was in when a package script moved away from it', async () => {
    const folder = folderWith({ 'workshop.json': workshop })
    const { code } = await joinery(['assess', 'workshop.json', '--format', 'json'], { env: { INIT_CWD: folder } })
    expect(code).toBe(0)
  })
})

describe('faults', () => {
  test('are told all at once, with place, pointer, value and remedy', async () => {
    const folder = folderWith({
      'workshop.json':
        '{\n  "org": { "nam": "Harbour" },\n  "rel": { "stage": "runing" },\n  "rmp": { "createdAt": "2026-02-30" }\n}',
    })
    const { code, out, err } = await joinery(['assess', 'workshop.json'], { folder })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.split('\n')).toEqual([
      'workshop.json: 3 faults',
      '  workshop.json:2:12 /org/nam: unknown key "nam"; did you mean "name"?; found "Harbour" [unknown-key]',
      expect.stringMatching(
        /^ {2}workshop\.json:3:21 \/rel\/stage: "runing" is not one of .*; did you mean "running"\?/,
      ),
      '  workshop.json:4:25 /rmp/createdAt: "2026-02-30" is not a calendar day; write it as YYYY-MM-DD [bad-date]',
      '',
    ])
  })

  test.each([
    ['an empty file', '', 'the file is empty'],
    ['a list', '[]', 'should be an object'],
    ['text that breaks off', '{"org": {"name": "Har', 'no closing quote'],
    ['NaN', '{"org": {"headcount": NaN}}', 'leave the field out'],
    ['a hundred thousand levels', '['.repeat(100_000), 'nested deeper than 100 levels'],
    ['a key into JavaScript', '{"__proto__": {"org": {}}}', 'the key "__proto__" is refused'],
    ['a key twice', '{"org": {}, "org": {}}', 'stands twice'],
  ])('%s is refused', async (_name, text, message) => {
    const folder = folderWith({ 'rubbish.json': text })
    const { code, out, err } = await joinery(['assess', 'rubbish.json'], { folder })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
    expect(err).not.toMatch(/\n\s+at /)
  })

  test('cannot steer the terminal', async () => {
    const { err } = await joinery(['assess', '-'], { input: '{"\\u001b[2J": 1}' })
    expect(err).not.toContain('\u001B')
    expect(err).toContain(String.raw`\u001b[2J`)
  })
})

describe('many relationships', () => {
  const lines = `${JSON.stringify(workshop)}\n{"org": {"nam": 1}}\n\nnot json\n${JSON.stringify(workshop)}\n`

  test('a faulty line leaves an error in its place, and the others are scored', async () => {
    const folder = folderWith({ 'many.ndjson': lines })
    const { code, out, err } = await joinery(
      ['assess', 'many.ndjson', ...day, '--format', 'ndjson', '--fields', 'scores'],
      { folder },
    )
    expect(code).toBe(2)
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { error?: unknown })
    expect(records).toEqual([
      expect.objectContaining({ headline: expect.anything() }),
      { error: { line: 2, faults: [expect.objectContaining({ code: 'unknown-key', path: '/org/nam', line: 2 })] } },
      { error: { line: 4, faults: [expect.objectContaining({ code: 'unreadable', line: 4, column: 1 })] } },
      expect.objectContaining({ headline: expect.anything() }),
    ])
    expect(err).toContain('many.ndjson:2:10 /org/nam')
  })

  test('as JSON are one list, whatever they come from', async () => {
    const folder = folderWith({ 'a.json': workshop, 'b.ndjson': lines, 'c.txt': 'left alone' })
    const { out } = await joinery(['assess', '.', ...day, '--format', 'json'], { folder })
    expect((JSON.parse(out) as unknown[]).length).toBe(5)
  })

  test('as CSV have one header', async () => {
    const folder = folderWith({ 'a.json': workshop, 'b.json': workshop })
    const { code, out } = await joinery(['assess', 'a.json', 'b.json', '--format', 'csv'], { folder })
    expect(code).toBe(0)
    expect(out.match(/^our_firm,/gm)).toHaveLength(1)
    expect(out.match(/Harbour Joinery/g)!.length % 2).toBe(0)
  })

  test('as HTML go into a folder, each under a name of its own', async () => {
    const folder = folderWith({ 'a.json': workshop, 'b.ndjson': lines })
    mkdirSync(join(folder, 'more'))
    writeFileSync(join(folder, 'more/a.json'), JSON.stringify(workshop))
    expect((await joinery(['assess', 'a.json', 'more', '--format', 'html'], { folder })).err).toContain('--out FOLDER')
    const { code } = await joinery(['assess', 'a.json', 'b.ndjson', 'more', '--format', 'html', '--out', 'pages'], {
      folder,
    })
    expect(code).toBe(2)
    expect(readdirSync(join(folder, 'pages'))).toEqual(['a-2.html', 'a.html', 'b-1.html', 'b-5.html'])
  })

  test('a reader that has seen enough ends the run without a word', async () => {
    const folder = folderWith({ 'many.ndjson': `${JSON.stringify(workshop)}\n`.repeat(300) })
    const script = `import { spawn } from 'node:child_process'
      const child = spawn(process.execPath, process.argv.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
      child.stdout.once('data', () => child.stdout.destroy())
      child.on('close', (code) => console.log('ended', code))`
    const { spawnSync } = await import('node:child_process')
    const { main } = await import('./joinery.ts')
    const ran = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', script, main, 'assess', 'many.ndjson', '--format', 'ndjson'],
      { cwd: folder, encoding: 'utf8' },
    )
    expect({ out: ran.stdout.trim(), err: ran.stderr }).toEqual({ out: 'ended 0', err: '' })
  })
})

describe('--out', () => {
  test('writes the whole file, and leaves nothing else behind', async () => {
    const folder = folderWith({ 'workshop.json': workshop })
    const { code, out } = await joinery(['assess', 'workshop.json', '--format', 'json', '--out', 'result.json'], {
      folder,
    })
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'))).toMatchObject({ formatVersion: 1 })
    expect(readdirSync(folder)).toEqual(['result.json', 'workshop.json'])
  })

  test('leaves an older file alone when the input is faulty', async () => {
    const folder = folderWith({ 'workshop.json': '{', 'result.json': 'older' })
    const { code } = await joinery(['assess', 'workshop.json', '--out', 'result.json'], { folder })
    expect(code).toBe(2)
    expect(readFileSync(join(folder, 'result.json'), 'utf8')).toBe('older')
    expect(readdirSync(folder)).toEqual(['result.json', 'workshop.json'])
  })

  test('says where it cannot write', async () => {
    const folder = folderWith({ 'workshop.json': workshop })
    const none = await joinery(['assess', 'workshop.json', '--out', 'none/result.json'], { folder })
    expect(none).toMatchObject({ code: 2, err: 'joinery: none/result.json: there is no such file or folder\n' })
    const there = await joinery(['assess', 'workshop.json', '--out', '.'], { folder })
    expect(there).toMatchObject({ code: 2, err: expect.stringContaining('this is a folder; name a file') })
  })

  test.skipIf(!existsSync('/dev/full'))('says when the disk is full', async () => {
    const folder = folderWith({ 'workshop.json': workshop })
    const full = await joinery(['assess', 'workshop.json', '--format', 'json', '--out', '/dev/full'], { folder })
    expect(full).toMatchObject({ code: 2, err: 'joinery: /dev/full: the disk is full; make room and try again\n' })
    expect(existsSync('/dev/full')).toBe(true)
  })
})

describe('what is not there or not right is said in one line', () => {
  test.each([
    [['asess'], 'unknown command "asess"; did you mean "assess"?'],
    [['--versoin'], 'unknown option "--versoin"; did you mean "--version"?'],
    [['assess'], 'name a file to assess'],
    [['assess', 'nowhere.json'], 'nowhere.json: there is no such file or folder'],
    [['assess', example, '--formt', 'json'], 'unknown option "--formt"; did you mean "--format"?'],
    [['assess', example, '--format', 'jsn'], '--format: unknown "jsn"; did you mean "json"?'],
    [['assess', example, '--format'], 'the option --format needs a value'],
    [['assess', example, '--quiet=yes'], 'the option --quiet takes no value'],
    [['assess', example, '--engine', 'fast'], 'use one of compiled, reference'],
    [['assess', example, '--as-of', '2026-02-30'], '--as-of: "2026-02-30" is not a calendar day'],
    [['assess', example, '--scope', 'startr'], '--scope: unknown scope "startr"; did you mean "starter"?'],
    [['assess', example, '--rules', 'iso-4403'], 'did you mean "iso-44003"?'],
    [['assess', example, '--rules', './nowhere'], 'there is no such file or folder'],
    [['check', 'nothing-like-it'], 'there is no rule set "nothing-like-it"'],
    [['explain', example], 'say which clause'],
    [['explain', example, '--clause', '5.7.3.11'], 'did you mean "5.7.3.1"?'],
    [
      ['assess', example, '--format', 'ndjson', '--workers', 'two'],
      '--workers: "two" is not a whole number from 0 to 256',
    ],
    [['assess', example, '--workers', '2'], '--workers belongs to --format ndjson and the compiled engine'],
    [['assess', '-', '-'], 'name standard input (-) once only'],
    [['help', 'chekc'], 'did you mean "check"?'],
  ])('%j', async (words, message) => {
    const { code, out, err } = await joinery(words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})
