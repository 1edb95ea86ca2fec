import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Relationship } from '@joinery/core'
import { loadRuleSet } from '@joinery/kit'
import { buildPlan, planHtml, type PlanForm, type PlanHalf } from '@joinery/report/plan'
import { describe, expect, test } from 'vitest'
import { newFolder } from '../test/joinery.ts'
import { openPages, printed, violations } from './pages.ts'

const example = new URL('../examples/harbour-joinery.json', import.meta.url)
const record = JSON.parse(readFileSync(example, 'utf8')) as Relationship
const ruleSet = loadRuleSet('iso-44003', { from: [import.meta.filename] }).ruleSet!
const pages = openPages()
const folder = newFolder()

async function planFile(
  relationship: Relationship,
  { half, form }: { half: PlanHalf; form: PlanForm },
): Promise<string> {
  const file = join(folder, `${half}-${form}-${Object.keys(relationship).length}.html`)
  await writeFile(file, planHtml(buildPlan(relationship, { ruleSet, half, form, asOf: '2026-11-20' })))
  return file
}

test('the short plan of the example fits on two A4 pages', async () => {
  const { page } = await pages.open(await planFile(record, { half: 'shared', form: 'micro' }))
  expect(await printed(page)).toEqual({ count: 2, size: [595, 842] })
})

describe.each([
  ['the short plan', record, { half: 'shared', form: 'micro' }],
  ['the full plan', record, { half: 'shared', form: 'full' }],
  ['our own notes', record, { half: 'private', form: 'full' }],
  ['the plan of an empty record', {}, { half: 'shared', form: 'full' }],
] as const)('%s', (_name, relationship, choice) => {
  test.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (colorScheme) => {
    const { page } = await pages.open(await planFile(relationship, choice), { colorScheme })
    expect(await violations(page)).toEqual([])
  })

  test.each([320, 768, 1280])(
    'is never wider than a screen of %d pixels, and asks nobody for anything',
    async (width) => {
      const { page, requests, complaints } = await pages.open(await planFile(relationship, choice), { width })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      expect(requests).toHaveLength(1)
      expect(complaints).toEqual([])
    },
  )
})
