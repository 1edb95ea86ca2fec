import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Result } from '@joinery/core'
import { describe, expect, test } from 'vitest'
import { folderWith, joinery } from './joinery.ts'

const plugin = fileURLToPath(new URL('../../../plugins/construction', import.meta.url))
const day = ['--as-of', '2026-11-23']
const roofer = {
  org: { name: 'Hollins Roofing', headcount: 9 },
  ext: { construction: { disputeStep: 'The owners meet', disputeStepAgreedAt: '2026-03-12' } },
}
const payments = 'Ref;Due;Paid\n1;03.11.2026;02.11.2026\n2;10.11.2026;20.11.2026\n'
const folder = folderWith({ 'roofer.json': roofer })
writeFileSync(join(folder, 'payments.csv'), payments)
writeFileSync(join(folder, 'faulty.csv'), 'Ref;Due\n1;soon\n')
const record = join(folder, 'roofer.json')
const input = (file: string) => ['--input', `construction/payment-file=${join(folder, file)}`]

async function assessed(...words: readonly string[]): Promise<Result> {
  const { out, err } = await joinery(['assess', record, ...day, '--format', 'json', ...words])
  expect(err).toBe('')
  return JSON.parse(out) as Result
}

describe('assess --plugin', () => {
  test('adds the sector beside the core result, and the core result keeps its bytes', async () => {
    const { sectors, ...core } = await assessed('--plugin', plugin)
    expect(JSON.stringify(core)).toBe(JSON.stringify(await assessed()))
    const outcomes = Object.fromEntries(sectors![0]!.rules.map(({ indicator, outcome }) => [indicator, outcome]))
    expect(outcomes).toMatchObject({ 'construction.dispute-step/2': 'met', 'construction.paid/4': 'unknown' })
  })

  test('takes files, and gives the same on both engines', async () => {
    const words = ['--plugin', plugin, ...input('payments.csv')]
    const result = await assessed(...words)
    expect(result.sectors![0]!.fetched[0]!.facts['paymentApplications']).toHaveLength(2)
    expect(result.sectors![0]!.facts).toContainEqual(
      expect.objectContaining({ fact: 'ext.construction.paidOnTimeShare', value: 0.5 }),
    )
    expect(await assessed(...words, '--engine', 'reference')).toEqual(result)
  })

  test('names the line and column of a faulty file', async () => {
    const { code, out } = await joinery([
      'assess',
      record,
      ...day,
      '--plugin',
      plugin,
      ...input('faulty.csv'),
      '--format',
      'markdown',
    ])
    expect(code).toBe(0)
    expect(out).toContain('Line 2, column 3: Final date for payment: "soon" is not a day')
  })

  test('checks what a record says about the sector', async () => {
    const wrong = folderWith({ 'wrong.json': { ext: { construction: { disputeStep: 7, limits: { paidOnTime: 0 } } } } })
    const { code, err } = await joinery(['assess', join(wrong, 'wrong.json'), ...day, '--plugin', plugin])
    expect(code).toBe(2)
    expect(err).toContain('/ext/construction/disputeStep: 7 should be text')
    expect(err).toContain('is a limit of the rule set')
  })

  test.each([
    ['a plugin that is not there', ['--plugin', './nowhere'], 'there is no plugin "./nowhere"'],
    ['a plugin twice', ['--plugin', plugin, '--plugin', plugin], 'two plugins are called "construction"'],
    ['another baseline', ['--plugin', plugin, '--rules', 'supplier-scorecard'], 'does not rest on that'],
    [
      'a provider that is not there',
      ['--plugin', plugin, '--input', 'construction/till=x'],
      'known providers: construction/warning-file',
    ],
    ['a file that is not there', ['--plugin', plugin, ...input('nothing.csv')], 'nothing.csv'],
  ])('says what is wrong with %s', async (_what, words, message) => {
    const { code, err } = await joinery(['assess', record, ...day, ...words])
    expect(code).toBeGreaterThan(0)
    expect(err).toContain(message)
    expect(err).not.toMatch(/\n\s+at /)
  })
})

describe('assess --lang', () => {
  const german = (format: string, lang = 'de') =>
    joinery(['assess', record, ...day, '--plugin', plugin, '--format', format, '--lang', lang])

  test.each(['table', 'markdown', 'html'])('tells in %s what a plugin says in German', async (format) => {
    const { code, out, err } = await german(format)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const plain = out.replaceAll(/\s+/g, ' ')
    for (const words of [
      'Bau: Frühwarnung, Zahlung und Änderungen',
      'Grundlage und Branche',
      'einen Schritt',
      'Noch nicht bekannt: Anteil der',
      'Auf der Baustelle',
      'Wie früh Warnungen kommen, ist noch nicht bekannt.',
    ])
      expect(plain).toContain(words)
    for (const english of ['Both sides give early warnings', 'On site', 'Your sector', 'YOUR SECTOR'])
      expect(plain).not.toContain(english)
    expect(out.includes('<div class="group" lang="de">')).toBe(format === 'html')
  })

  test.each(['de', 'ar'])('without plugins a page is in %s', async (language) => {
    const { code, out, err } = await joinery(['assess', record, ...day, '--format', 'html', '--lang', language])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain(`<html lang="${language}"`)
    expect(out).not.toContain('Where you stand')
  })

  test('takes the wider language where there is no nearer one', async () => {
    const wide = await german('markdown')
    expect(await german('markdown', 'de-AT')).toEqual(wide)
    expect(await german('markdown', 'DE')).toEqual(wide)
  })

  test('an unknown language is told, and English stands in', async () => {
    const { code, out, err } = await german('markdown', 'fr')
    expect({ code, err }).toEqual({
      code: 0,
      err: '--lang fr: the plugin "construction" has no texts in "fr"; it has de. It is shown in English.\n',
    })
    expect(out).toBe((await joinery(['assess', record, ...day, '--plugin', plugin, '--format', 'markdown'])).out)
    expect((await german('markdown', 'en')).err).toBe('')
  })

  test.each([
    [['--plugin', plugin, '--lang', '__proto__'], 'write the tag of a language, such as de or pt-BR'],
    [['--plugin', plugin, '--lang', 'de', '--format', 'json'], 'json is the same in every language'],
    [['--lang', 'de'], 'no --plugin was named'],
  ])('%j is refused', async (words, message) => {
    const { code, err } = await joinery(['assess', record, ...day, ...words])
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})

test.each([
  ['does not parse', 'let oven = 1\nno oven (\n', 2],
  ['throws', "const oven = 1\n\nthrow new Error('no oven')\n", 3],
])('code that %s is a fault with its line', async (_what, code, line) => {
  const own = folderWith({})
  await joinery(['new', 'plugin', 'bakery'], { folder: own })
  writeFileSync(join(own, 'bakery/src/index.ts'), code)
  const { code: exit, out, err } = await joinery(['check', 'bakery'], { folder: own })
  expect(exit).toBe(1)
  expect(out + err).toContain(`bakery/src/index.ts:${line}:`)
  expect(out + err).toContain('its code cannot be loaded')
})

test.each(['an-oven', './oven.ts'])(
  'code that imports %s, which is not there, is a fault of its own file',
  async (what) => {
    const own = folderWith({})
    await joinery(['new', 'plugin', 'bakery'], { folder: own })
    writeFileSync(join(own, 'bakery/src/index.ts'), `import '${what}'\n`)
    const { code, err } = await joinery(['check', 'bakery'], { folder: own })
    expect(code).toBe(1)
    expect(err).toMatch(
      /^bakery\/src\/index\.ts: 1 fault\n {2}bakery\/src\/index\.ts: its code cannot be loaded: .*oven/,
    )
  },
)

test('the folder of a plugin can be tested and checked', async () => {
  expect(await joinery(['test', plugin])).toMatchObject({ code: 0, out: 'construction 1.0.0: 46 of 46 cases passed\n' })
  const { code, out } = await joinery(['check', plugin])
  expect(code).toBe(0)
  expect(out).toContain('construction 1.0.0:')
})
