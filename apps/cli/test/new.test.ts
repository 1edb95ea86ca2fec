import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, joinery } from './joinery.ts'

const filesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()

describe.each([
  ['rule-set', 'my-trade', '4 of 4'],
  ['plugin', 'bakery', '2 of 2'],
])('a new %s', (kind, name, passed) => {
  const folder = folderWith({})
  const run = (...words: string[]) => joinery(words, { folder })

  test('passes its own check and its own cases at once', async () => {
    expect(await run('new', kind, name)).toMatchObject({ code: 0, err: '' })
    const checked = await run('check', name)
    expect(checked).toMatchObject({ code: 0, err: '' })
    expect(checked.out).not.toContain('error')
    expect(await run('test', name)).toMatchObject({ code: 0, out: `${name} 1.0.0: ${passed} cases passed\n`, err: '' })
  })

  test('has cases that notice every change of its own rules', async () => {
    expect((await run('test', name, '--mutate')).out).toContain('(100 %)')
  })

  test('takes a new case, which passes at once, and leaves one alone that is there', async () => {
    expect(await run('new', 'case', 'first-customer', '--out', name)).toMatchObject({ code: 0, err: '' })
    expect((await run('test', name)).code).toBe(0)
    const before = readFileSync(join(folder, name, 'cases/first-customer.json'), 'utf8')
    const { code, err } = await run('new', 'case', 'first-customer', '--out', name)
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('it is there already; choose another name') })
    expect(readFileSync(join(folder, name, 'cases/first-customer.json'), 'utf8')).toBe(before)
  })

  test('leaves everything alone that is there, and no pieces', async () => {
    const before = filesIn(folder)
    const { code, err } = await run('new', kind, name)
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('it is there already; choose another') })
    expect(filesIn(folder)).toEqual(before)
  })

  test('has no mark of the template left in it', () => {
    const texts = filesIn(join(folder, name)).filter((path) => /\.(json|ts|md)$/.test(path))
    for (const path of texts) expect(readFileSync(join(folder, name, path), 'utf8')).not.toMatch(/__[A-Z]+__/)
  })
})

test('a rule of a plugin is bundled, signed and verified, and a result names the same hash', async () => {
  const folder = folderWith({})
  const run = (...words: string[]) => joinery(words, { folder })
  await run('new', 'plugin', 'bakery')
  const hash = (await run('bundle', 'bakery')).out.trim()
  await run('keygen', 'me', '--owner', 'The bakers')
  const sign = ['sign', 'bakery-1.0.0.joinery.json', '--key', 'me.private.json']
  expect((await run(...sign)).err).toContain('unknown operator "bakery/withinWeeks"')
  expect((await run(...sign, '--plugin', 'me.public.json')).err).toContain('this is not the folder of a plugin')
  expect(await run(...sign, '--plugin', 'bakery')).toMatchObject({ code: 0, err: '' })
  expect((await run('verify', sign[1]!, '--key', 'me.public.json')).out).toContain(hash)
  const record = join('bakery', 'test', 'hollins.json')
  const { out } = await run('assess', record, '--plugin', 'bakery', '--format', 'json')
  expect((JSON.parse(out) as { sectors: { provenance: object }[] }).sectors[0]!.provenance).toMatchObject({ hash })
})

test('a new rule set, with its limit, comes out the same on both evaluators', async () => {
  const folder = folderWith({})
  await joinery(['new', 'rule-set', 'my-trade'], { folder })
  const { code, out, err } = await joinery(['check', 'my-trade', '--cross-check', '--random', '20', '--seed', '1'], {
    folder,
  })
  expect({ code, err, out }).toEqual({ code: 0, err: '', out: expect.stringContaining('sound') })
})

test('an empty folder may be filled, and --out leads elsewhere', async () => {
  const folder = folderWith({})
  mkdirSync(join(folder, 'empty'))
  expect((await joinery(['new', 'plugin', 'bakery', '--out', 'empty'], { folder })).code).toBe(0)
  expect((await joinery(['test', 'empty'], { folder })).code).toBe(0)
})

test.each([
  [['new', 'plugin'], 'say what to begin'],
  [['new', 'plugins', 'bakery'], 'did you mean "plugin"?'],
  [['new', 'rule-set', '../away'], 'should be lower-case words'],
  [['new', 'case', 'late', '--out', 'nowhere/at/all'], 'there is no such file or folder'],
  [['new', 'rule-set', 'trade', '--out', 'a-file/inside'], 'a-file/inside'],
])('%j is refused with what would be right, and nothing is written', async (words, message) => {
  const folder = folderWith({})
  writeFileSync(join(folder, 'a-file'), '')
  const { code, err } = await joinery(words, { folder })
  expect(code).toBe(2)
  expect(err).toContain(message)
  expect(err).not.toMatch(/\n\s+at /)
  expect(filesIn(folder)).toEqual(['a-file'])
  expect(existsSync(join(folder, 'a-file', 'inside'))).toBe(false)
})
