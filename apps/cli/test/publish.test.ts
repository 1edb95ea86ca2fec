import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { example, folderWith, joinery } from './joinery.ts'

const folder = folderWith({})
const run = (...words: string[]) => joinery(words, { folder })
const owner = 'Larkmoor Builders and Makers Association'
const bundleName = 'example-association-1.0.0.joinery.json'
const trusted = ['--key', 'larkmoor.public.json']

beforeAll(async () => {
  await run('keygen', 'larkmoor', '--owner', owner)
  await run('keygen', 'other', '--owner', 'Somebody else', '--rule-set', 'other-rules')
  await run('bundle', 'example-association')
  await run('sign', bundleName, '--key', 'larkmoor.private.json')
})

describe('a bundle', () => {
  const text = () => readFileSync(join(folder, bundleName), 'utf8')

  test('is written under the name and version of the rule set, and its hash is printed', async () => {
    const { out, err } = await run('bundle', 'example-association')
    expect(out.trim()).toBe(createHash('sha256').update(text()).digest('hex'))
    expect(err).toContain('It holds iso-44003 1.0.0, locked at ')
  })

  test('goes to the terminal on request', async () => {
    expect(await run('bundle', 'example-association', '--out', '-')).toEqual({ code: 0, out: text(), err: '' })
  })

  test('assesses as the rule set does, under the same hash', async () => {
    const words = ['assess', example, '--as-of', '2026-11-20', '--format', 'json', '--rules']
    const [folderRun, bundleRun] = await Promise.all([run(...words, 'example-association'), run(...words, bundleName)])
    expect(bundleRun).toEqual(folderRun)
    expect(bundleRun.code).toBe(0)
  })

  test('is sound in every check', async () => {
    expect(await run('check', bundleName)).toMatchObject({ code: 0 })
  })

  test('is not made of a faulty rule set', async () => {
    const faulty = folderWith({ 'rule-set.json': { id: 'x' } })
    expect(await run('bundle', faulty)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('/version') })
  })
})

describe('a key', () => {
  test('is readable for its owner alone', () => {
    expect(statSync(join(folder, 'larkmoor.private.json')).mode & 0o077).toBe(0)
    expect(readFileSync(join(folder, 'larkmoor.public.json'), 'utf8')).not.toContain('"d"')
  })

  test('is never written over', async () => {
    const before = readFileSync(join(folder, 'larkmoor.private.json'), 'utf8')
    const { code, err } = await run('keygen', 'larkmoor', '--owner', 'Again')
    expect({ code, err }).toEqual({ code: 2, err: 'joinery: larkmoor.private.json: it is there already\n' })
    expect(readFileSync(join(folder, 'larkmoor.private.json'), 'utf8')).toBe(before)
  })

  test('is not made in the folder of a rule set, which is published whole', async () => {
    const rules = folderWith({ 'rule-set.json': {} })
    const { code, err } = await joinery(['keygen', 'mine', '--owner', 'Me'], { folder: rules })
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining('keep keys elsewhere: joinery keygen ../mine'),
    })
    expect(readdirSync(rules)).toEqual(['rule-set.json'])
  })

  test.each([
    [['keygen'], 'give the key one name'],
    [['keygen', 'k'], 'say whose key it is'],
    [['keygen', 'k', '--owner', 'Me', '--days', '-3'], '--days'],
    [['keygen', 'k', '--owner', 'Me', '--days', '1.5'], 'is not a number of days'],
  ])('asks for what is missing: %j', async (words, message) => {
    const { code, err } = await run(...words)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})

describe('a signature', () => {
  test('counts for those who trust the key', async () => {
    const { code, out, err } = await run('verify', bundleName, ...trusted)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain(`signed by ${owner} at 20`)
  })

  test('counts with several keys, and with a set of them', async () => {
    const key = JSON.parse(readFileSync(join(folder, 'larkmoor.public.json'), 'utf8')) as unknown
    writeFileSync(join(folder, 'trusted.json'), JSON.stringify({ keys: [key] }))
    const both = await run('verify', bundleName, '--key', 'other.public.json', ...trusted)
    const set = await run('verify', bundleName, '--key', 'trusted.json')
    expect([both.code, set.code]).toEqual([0, 0])
  })

  test('does not count for those who trust another key', async () => {
    const { code, out, err } = await run('verify', bundleName, '--key', 'other.public.json')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('none of the 1 trusted [unknown-key]')
  })

  test('does not count for a bundle in which one weight was changed', async () => {
    const text = readFileSync(join(folder, bundleName), 'utf8')
    writeFileSync(join(folder, 'changed.json'), text.replace('"weight":1.5', '"weight":1.6'))
    const words = ['verify', 'changed.json', '--signature', `${bundleName}.jws`, ...trusted]
    expect(await run(...words)).toMatchObject({ code: 1, err: expect.stringContaining('[changed]') })
  })

  test('is refused for a key that may not sign this rule set', async () => {
    const { code, err } = await run('sign', bundleName, '--key', 'other.private.json')
    expect(code).toBe(2)
    expect(err).toContain('may sign other-rules, not "example-association"')
  })

  test.each([
    [['sign', bundleName], 'say with which key'],
    [['sign', '--key', 'larkmoor.private.json'], 'name one bundle'],
    [
      ['sign', bundleName, '--key', 'larkmoor.public.json'],
      '/d: this is a public key, which only verifies; sign with the private one',
    ],
    [['sign', bundleName, '--key', 'nowhere.json'], 'there is no such file'],
    [['sign', bundleName, '--key', `${bundleName}.jws`], 'this is not a key'],
    [['verify', bundleName], 'say whom you trust'],
    [['verify', bundleName, '--key', 'larkmoor.private.json'], 'this is a private key'],
    [['verify', bundleName, '--key', bundleName], 'unknown key'],
    [['verify', bundleName, ...trusted, '--signature', 'nowhere.jws'], 'there is no such file'],
    [['verify', 'nowhere.json', ...trusted], 'there is no such file'],
  ])('asks for what is missing: %j', async (words, message) => {
    const { code, out, err } = await run(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })
})
