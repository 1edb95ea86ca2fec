import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, test } from 'vitest'
import { joinery, main, newFolder } from './joinery.ts'

const rules = join(import.meta.dirname, '../../../rules')

/** A copy of a rule set that a test may change. */
function copied(name = 'example-association'): string {
  const folder = join(newFolder(), name)
  cpSync(join(rules, name), folder, { recursive: true, filter: (path) => !path.includes('node_modules') })
  return folder
}

function change(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
}

describe('--mutate', () => {
  test('a change that no case notices is listed with its place', async () => {
    const folder = copied()
    writeFileSync(
      join(folder, 'cases/prompt-pay-to-the-point.json'),
      '{ "name": "x", "asOf": "2026-11-23", "rules": {} }',
    )
    const { out } = await joinery(['test', folder, '--mutate'])
    expect(out).toMatch(/rule-set\.json:\d+:\d+ assoc\.prompt-pay\/3: 0\.9 → 0\.72: no case notices/)
    expect(out).toMatch(/the cases notice \d+ of \d+ changes \(\d+ %\)/)
  })

  test('--changed looks only at what differs from an earlier version', async () => {
    const { code, out } = await joinery(['test', 'example-association', '--mutate', '--changed', 'example-association'])
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('there is nothing to change') })
  })

  test.each([
    [['--limit', '3'], '--changed and --limit belong to --mutate'],
    [['--mutate', '--limit', 'x'], '"x" is not a whole number'],
    [['--mutate', '--changed', 'nowhere-at-all'], 'nowhere-at-all'],
  ])('%j is refused', async (words, message) => {
    const { code, err } = await joinery(['test', 'example-association', ...words])
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) })
  })
})

test('--coverage names the conditions that were not seen both ways', async () => {
  const folder = copied('supplier-scorecard')
  for (const counted of ['full-marks-just-so', 'half-the-points', 'one-step-past-the-mark'])
    rmSync(join(folder, `cases/${counted}.json`))
  const { out } = await joinery(['test', folder, '--coverage'])
  expect(out).toMatch(/\d+ of \d+ conditions were seen true and false/)
  expect(out).toMatch(
    /5-responsibility\.json:\d+:\d+ responsibility\.people\/rules: never true nor false: Serious accidents: 0/,
  )
})

test('--junit is XML that a parser reads, whatever the names hold', async () => {
  const folder = copied()
  const file = join(folder, 'cases/late-payer.json')
  change(file, 'A good handshake, but the bills come late', String.raw`\"<&]]>\u0001\ud800\n\" 'late'`)
  change(file, '"level": 2, "score": 2.25, "potential": 2.75 } },\n    "clauses"', '"level": 3 } },\n    "clauses"')
  const report = join(folder, 'report.xml')
  const { code } = await joinery(['test', folder, 'supplier-scorecard', '--junit', report])
  expect(code).toBe(1)
  const problems: string[] = []
  const onError = (_level: string, message: string) => void problems.push(message)
  const document = new DOMParser({ errorHandler: onError }).parseFromString(readFileSync(report, 'utf8'), 'text/xml')
  expect(problems).toEqual([])
  const suites = Array.from(document.getElementsByTagName('testsuite'), (suite) => [
    suite.getAttribute('name'),
    suite.getAttribute('failures'),
  ])
  expect(suites).toEqual([
    ['example-association 1.0.0', '1'],
    ['supplier-scorecard 1.0.0', '0'],
  ])
  const failed = document.getElementsByTagName('failure')[0]!
  expect(failed.getAttribute('message')).toBe('/expect/principles/p07/level: expected 3, got 2')
  expect((failed.parentNode as Element).getAttribute('name')).toContain('"<&]]>')
})

describe('--watch', () => {
  test('runs again when a file is saved, and ends when it is told to', async () => {
    const folder = copied()
    const { heard, end } = await watching(folder)
    change(join(folder, 'cases/late-payer.json'), '"onTimeByPartner": 0.8 }', '"onTimeByPartner": 0.95 }')
    await heard('"A good handshake, but the bills come late" failed')
    expect(await end()).toBe(0)
  })

  test('runs again when a rule set is saved that another extends', async () => {
    const base = copied()
    const place = join(base, '..', 'our-own')
    mkdirSync(join(place, 'cases'), { recursive: true })
    const ours = { ...JSON.parse(readFileSync(join(base, 'rule-set.json'), 'utf8')), id: 'our-own', title: 'Our own' }
    const { formatVersion, id, version, title, language, provider, licence } = ours
    const document = { formatVersion, id, version, title, language, provider, licence }
    const overlay = { ...document, extends: { ruleSet: 'example-association', version: '^1.0.0' } }
    writeFileSync(join(place, 'rule-set.json'), JSON.stringify(overlay))
    const nothing = { name: 'Nothing known', asOf: '2026-11-23', given: {}, expect: { headline: { level: null } } }
    writeFileSync(join(place, 'cases/nothing.json'), JSON.stringify(nothing))
    const { heard, end } = await watching(place)
    await heard('1 of 1 cases passed')
    change(join(base, 'rule-set.json'), '"overrides"', '"overides"')
    await heard('did you mean "overrides"')
    expect(await end()).toBe(0)
  })

  test('takes the changed code of a plugin', async () => {
    const folder = newFolder()
    expect((await joinery(['new', 'plugin', 'bakery'], { folder })).code).toBe(0)
    const place = join(folder, 'bakery')
    const { heard, end } = await watching(place)
    await heard('2 of 2 cases passed')
    change(join(place, 'src/index.ts'), 'return due.filter(isOnTime).length / due.length', 'return 0')
    await heard('1 of 2 cases passed')
    change(join(place, 'src/index.ts'), "name: 'bakery'", "name: 'bakery', hooks: []")
    await heard('unknown key "hooks"')
    expect(await end()).toBe(0)
  })
})

/** The command at work on a place until it is told to end. */
async function watching(place: string) {
  const child = spawn(process.execPath, [main, 'test', place, '--watch'])
  const ended = new Promise((resolve) => child.on('close', resolve))
  let all = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (all += chunk.toString()))
  const heard = (words: string) => expect.poll(() => all, { timeout: 60_000 }).toContain(words)
  await heard('watching')
  const end = () => {
    child.kill('SIGINT')
    return ended
  }
  return { heard, end }
}
