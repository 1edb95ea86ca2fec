import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelFields } from '@joinery/core'
import { readWorkbook } from '@joinery/workbook'
import { expect, test } from 'vitest'
import { folderWith, joinery } from './joinery.ts'

const alliance = join(import.meta.dirname, '../../../rules/iso-44003/cases/mature-alliance.json')
const { given } = JSON.parse(readFileSync(alliance, 'utf8')) as { given: Record<string, unknown> }
const annex = join(import.meta.dirname, '../../../rules/iso-44003/annexes/annex-a.json')
const { plan } = JSON.parse(readFileSync(annex, 'utf8')) as { plan: { sections: { parts: { fact: string }[] }[] } }
const fedBy = plan.sections.flatMap(({ parts }) => parts.map(({ fact }) => fact))
const day = ['--as-of', '2026-11-20']

test.each([
  ['full', 14],
  ['micro', 10],
])('the %s form has a sheet for each of its headings, and what was filled in is read back', async (form, headings) => {
  const folder = folderWith({ 'ours.json': given, 'new.json': {} })
  const made = await joinery(['plan', 'ours.json', '--format', 'xlsx', '--form', form], { folder })
  expect([made.code, made.err]).toEqual([0, expect.stringContaining('plan.xlsx: fill it in')])
  expect(readWorkbook(readFileSync(join(folder, 'plan.xlsx'))).map(({ name }) => name)).toHaveLength(headings + 1)
  const { code, err } = await joinery(['import', 'plan.xlsx', '--into', 'new.json', '--accept', 'all', ...day], {
    folder,
  })
  expect([code, err]).toEqual([0, expect.stringContaining('findings written')])
  const { evidence, ...read } = JSON.parse(readFileSync(join(folder, 'new.json'), 'utf8')) as Record<string, object>
  expect(evidence).not.toHaveLength(0)
  // all that was read is what was written
  const leaves = leavesOf(read)
  const known = new Set(leavesOf(given))
  expect(leaves.filter((leaf) => !known.has(leaf))).toEqual([])
  const left = [...known].filter((leaf) => isInPlan(leaf) && !leaves.includes(leaf))
  expect(leaves.length).toBeGreaterThan(100)
  expect(left.length === 0, left[0]).toBe(form === 'full')
})

test('a workbook goes to nobody else: it is not one half of the plan', async () => {
  const folder = folderWith({ 'ours.json': given })
  const { code, err } = await joinery(['plan', 'ours.json', '--format', 'xlsx', '--half', 'shared'], { folder })
  expect([code, err]).toEqual([2, expect.stringContaining('--half does not go with --format xlsx')])
})

/** What the headings ask for: what they are fed by, without what follows from it. */
function isInPlan(leaf: string): boolean {
  const path = leaf.split(' ')[0]!.slice(1)
  const isFed = fedBy.some((fact) => path === fact || path.startsWith(`${fact}.`))
  return isFed && modelFields.some((field) => field.path === path && field.derived !== true)
}

function leavesOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path} ${JSON.stringify(value)}`]
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, Array.isArray(value) ? path : `${path}.${key}`),
  )
}
