import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderWith, joinery } from './joinery.ts'

const folder = folderWith({ 'rule-set.json': { id: 'x' }, file: '' })
const run = (...words: string[]) => joinery(words, { folder })

test('docs writes an index and a page for each principle', async () => {
  expect(await run('docs', 'supplier-scorecard')).toEqual({
    code: 0,
    out: 'docs-supplier-scorecard: 6 pages about supplier-scorecard 1.0.0, from index.md on\n',
    err: '',
  })
  expect(readdirSync(join(folder, 'docs-supplier-scorecard'))).toContain('cost.md')
})

test('docs speaks of the operators of a plugin in its own words, and of limits with their value', async () => {
  await run('new', 'plugin', 'bakery')
  expect((await run('docs', 'bakery', '--out', 'site', '--format', 'html')).code).toBe(0)
  const page = readFileSync(join(folder, 'site', 'p05.html'), 'utf8')
  expect(page).toContain(
    'Deliveries last talked over: at most 13 (Most weeks since deliveries were talked over) weeks ago',
  )
})

test.each([
  [['docs'], 'name one rule set'],
  [['docs', 'nowhere'], 'there is no rule set "nowhere"'],
  [['docs', '.'], '/version'],
  [['docs', 'iso-44003', '--format', 'pdf'], 'use one of markdown, html'],
  [['docs', 'iso-44003', '--out', 'file'], 'file'],
])('%j is refused with what would be right', async (words, message) => {
  const { code, err } = await run(...words)
  expect(code).toBe(2)
  expect(err).toContain(message)
  expect(err).not.toMatch(/\n\s+at /)
})
