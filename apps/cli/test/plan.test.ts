import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { example, folderWith, joinery } from './joinery.ts'

const day = ['--as-of', '2026-11-20']

test('a plan is written under the name of its half, in each format', async () => {
  const folder = folderWith({})
  const written = await Promise.all(
    [[], ['--half', 'private'], ['--format', 'docx'], ['--format', 'markdown']].map((words) =>
      joinery(['plan', example, ...day, ...words], { folder }),
    ),
  )
  expect(written.map(({ code, out }) => [code, out])).toEqual(written.map(() => [0, '']))
  expect(readdirSync(folder).toSorted()).toEqual([
    'plan-private.html',
    'plan-shared.docx',
    'plan-shared.html',
    'plan-shared.md',
  ])
  expect(readFileSync(join(folder, 'plan-shared.docx')).subarray(0, 2).toString()).toBe('PK')
  expect(readFileSync(join(folder, 'plan-shared.html'), 'utf8')).not.toContain('42 %')
  expect(readFileSync(join(folder, 'plan-private.html'), 'utf8')).toContain('42 %')
})

test('what is not there yet is named, with the quickest way to fill it', async () => {
  const { code, err } = await joinery(['plan', '-', ...day], { input: '{}', folder: folderWith({}) })
  expect(code).toBe(0)
  expect(err.match(/not there yet: /g)).toHaveLength(10)
  expect(err).toContain('13 Risks. List the top five risks that would hit both firms, each with an owner and a plan.\n')
})

test('what changed since an earlier version is told, whatever the form leaves out', async () => {
  const record = JSON.parse(readFileSync(example, 'utf8')) as { resources: object[] }
  const folder = folderWith({ 'before.json': { ...record, resources: [] } })
  const { err } = await joinery(['plan', example, ...day, '--since', 'before.json'], { folder })
  expect(err).toContain('5 Time and money\n  + Set aside: ')
  const same = await joinery(['plan', example, ...day, '--since', example], { folder })
  expect(same.err).toContain('Nothing in this half has changed.')
})

test.each([
  ['a day that is none', ['--as-of', '2026-13-01'], '--as-of: "2026-13-01" is not a calendar day'],
  ['a half that is none', ['--half', 'both'], '--half: unknown "both"'],
  ['a template with faults', ['--template', 'look.json'], 'look.json:2:13 /accent: "red" is not a colour'],
  ['an earlier version that is none', ['--since', 'look.json'], 'unknown key "accent"'],
])('%s is refused, and nothing is written', async (_what, words, message) => {
  const folder = folderWith({ 'look.json': { accent: 'red' } })
  const { code, err } = await joinery(['plan', example, ...words], { folder })
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) })
  expect(readdirSync(folder)).toEqual(['look.json'])
})
