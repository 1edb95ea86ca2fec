import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { example, folderWith, joinery } from './joinery.ts'

const earlier = join(import.meta.dirname, '../../../packages/kit/test/fixtures/example-association-0.9.0')
const payer = {
  payments: { onTimeByUs: 0.95, onTimeByPartner: 0.85 },
  answers: { 'assoc.site-diary/2': { value: 'yes' } },
}
const run = (...words: string[]) => joinery(['diff', ...words])

describe('two versions', () => {
  test('are told apart by what has changed, with the step that it asks for and the place', async () => {
    const { code, out, err } = await run(earlier, 'example-association')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('example-association 0.9.0 → 1.0.0: a major change; the version says so')
    expect(out).toMatch(/principle p07: weight: 1.25 → 1.5\n.*example-association\/rule-set\.json:14\n/)
    expect(out).toContain('Share of bills we paid in time: at least 0.8 → Share of bills we paid in time: at least 0.9')
  })

  test('show who moves among their cases, and by which rule', async () => {
    const { out } = await run(earlier, 'example-association')
    expect(out).toMatch(
      /late-payer\.json\n {2}The whole: up.*\n {2}p07 .*: down, 2.5 .* → 2.25 .*\n {4}by indicator assoc\.prompt-pay\/3: /,
    )
    expect(out).toContain('3 of 3 relationships move: 2 up, 1 down as a whole.')
  })

  test('of a plugin show whom a changed limit moves, with its code at hand', async () => {
    const folder = folderWith({})
    await joinery(['new', 'plugin', 'bakery'], { folder })
    cpSync(join(folder, 'bakery'), join(folder, 'next'), { recursive: true })
    const rules = join(folder, 'next/rule-set.json')
    writeFileSync(rules, readFileSync(rules, 'utf8').replace('"value": 0.9,', '"value": 0.97,'))
    const { code, out, err } = await joinery(['diff', 'bakery', 'next'], { folder })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('fact ext.bakery.limits.onTime: value: 0.9 → 0.97')
    expect(out).toMatch(
      /nine-in-ten\.json\n {2}The whole: .*\n {2}p\d\d .*: another upper end, 0 to 4 .* → 0 to 2\.5 .*\n {4}by fact ext\.bakery\.limits\.onTime/,
    )
  })

  test('show who moves among relationships from files and folders, one a line too', async () => {
    const folder = folderWith({ 'one.json': payer, 'many.ndjson': `${JSON.stringify(payer)}\n${JSON.stringify({})}\n` })
    const words = [earlier, 'example-association', '--relationships', '.', '--relationships', example]
    const { code, out } = await joinery(['diff', ...words, '--as-of', '2026-11-20'], { folder })
    expect(code).toBe(0)
    expect(out).toMatch(/^many\.ndjson:1$/m)
    expect(out).not.toMatch(/^many\.ndjson:2$/m)
    expect(out).toMatch(/^one\.json\n/m)
    expect(out).toContain('3 of 4 relationships move')
    expect(out).toContain('2 answers cannot be carried over and are asked again.')
  })

  test('as JSON are one document', async () => {
    const { out } = await run(earlier, 'example-association', '--format', 'json')
    const { diff, relationships, summary } = JSON.parse(out) as Record<string, Record<string, unknown>>
    expect(diff).toMatchObject({ bump: 'major', step: 'major', isBigEnough: true })
    expect((diff!['changes'] as { place?: object }[])[0]!.place).toMatchObject({ line: expect.any(Number) })
    expect(relationships).toHaveLength(3)
    expect(summary).toMatchObject({ relationships: 3, moved: 3 })
  })

  test('as Markdown are tables', async () => {
    const { out } = await run(earlier, 'example-association', '--format', 'markdown')
    expect(out).toContain('\n| minor | principle p07 | weight: 1.25 → 1.5 |\n')
    expect(out).toMatch(/\n\| .*late-payer\.json \| p07 \| down, .* \| indicator assoc\.prompt-pay\/3 \|\n/)
  })

  test('that are the same say so and move nobody', async () => {
    const { code, out } = await run('iso-44003', 'iso-44003', '--relationships', example)
    expect(code).toBe(0)
    expect(out).toBe(
      'iso-44003 1.0.0 → 1.0.0: nothing has changed\n\n0 of 1 relationships move: 0 up, 0 down as a whole.\n',
    )
  })

  test('fail a strict comparison where the version says too little', async () => {
    const back = await run('example-association', earlier, '--strict')
    expect(back.code).toBe(1)
    expect(back.out).toContain('a major change; 0.9.0 does not say so')
    expect((await run(earlier, 'example-association', '--strict')).code).toBe(0)
  })
})

describe('faults', () => {
  test('of a relationship are told in its place, and the others are compared', async () => {
    const folder = folderWith({ 'many.ndjson': `{"org": 3}\n${JSON.stringify(payer)}\n` })
    const words = ['diff', earlier, 'example-association', '--relationships', 'many.ndjson']
    const { code, out, err } = await joinery(words, { folder })
    expect(code).toBe(2)
    expect(err).toContain('many.ndjson:1:9 /org')
    expect(out).toContain('1 of 1 relationships move')
  })

  test.each([
    [['iso-44003'], 'name two versions'],
    [['iso-44003', 'iso-44030'], 'did you mean "iso-44003"?'],
    [['iso-44003', 'iso-44003', '--as-of', 'soon'], '--as-of: "soon" is not a calendar day'],
    [['iso-44003', 'iso-44003', '--scope', 'startr'], '--scope: unknown scope "startr"; did you mean "starter"?'],
    [['iso-44003', 'iso-44003', '--format', 'tabel'], 'did you mean "table"?'],
    [['iso-44003', 'iso-44003', '--relationships', 'nowhere'], 'there is no such file'],
  ])('of the command line are said in one line: %j', async (words, message) => {
    const { code, out, err } = await run(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })
})
