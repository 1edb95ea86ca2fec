import { createAssessor, type Relationship, type RuleSet } from '@joinery/core'
import { loadRuleSet } from '@joinery/kit'
import { renderReport } from '@joinery/report'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { beforeAll, describe, expect, test } from 'vitest'
import { newFolder } from '../test/joinery.ts'
import { openPages, printed, violations } from './pages.ts'

const asOf = '2026-11-23'
const ruleSet = loadRuleSet('iso-44003', { from: [import.meta.filename] }).ruleSet!
const assessor = createAssessor(ruleSet)

const records: Readonly<Record<string, Relationship>> = {
  'an empty record': {},
  'a first customer': {
    org: { name: 'Hollis Joinery', headcount: 7 },
    rel: { partnerName: 'Larkfield Homes', stage: 'running' },
    segment: { kind: 'key' },
    answers: { ...answersOf(ruleSet), 'p99.none/1': { value: 'yes' } },
  },
  'names that are hard to show': {
    org: { name: '<script>document.title = "taken"</script> & \'Söhne\' "GmbH"' },
    rel: { partnerName: 'شركة النجارين Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenhersteller' },
    rmp: { createdAt: '2026-02-11', owner: `"><img src=x onerror="document.title='taken'"> ${'w'.repeat(300)}` },
  },
}

/** Levels 1 and 2 answered, every fifth of them half. */
function answersOf({ indicators }: RuleSet): Record<string, { value: string }> {
  const low = indicators.filter(({ level }) => (level ?? 0) <= 2)
  return Object.fromEntries(low.map(({ id }, index) => [id, { value: index % 5 === 0 ? 'partly' : 'yes' }]))
}

const pages = openPages()
const folder = newFolder()

const schemes = ['light', 'dark'] as const

describe.each(Object.entries(records))('the page of %s', (name, relationship) => {
  let file: string

  beforeAll(async () => {
    file = join(folder, `${name}.html`)
    const paths = assessor.paths(relationship, { asOf })
    const result = assessor.assess(relationship, { asOf })
    await writeFile(file, renderReport(result, { ruleSet, relationship, paths, format: 'html' }))
  })

  test.each(schemes)('has no fault that axe finds, folded or open, %s', async (colorScheme) => {
    const { page } = await pages.open(file, { colorScheme })
    expect(await violations(page)).toEqual([])
    await unfold(page)
    expect(await violations(page)).toEqual([])
  })

  test.each([320, 768, 1280])('is never wider than a screen of %d pixels', async (width) => {
    const { page } = await pages.open(file, { width })
    await unfold(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })

  test('asks nobody for anything, runs nothing and breaks no policy', async () => {
    const { page, requests, complaints } = await pages.open(file)
    expect(requests).toHaveLength(1)
    expect(complaints).toEqual([])
    expect(await page.title()).not.toBe('taken')
    expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth)).toBe('960px')
  })

  test('prints on a handful of A4 pages', async () => {
    const { page } = await pages.open(file)
    const { count, size } = await printed(page)
    expect(count).toBeLessThanOrEqual(6)
    expect(size).toEqual([595, 842])
  })
})

async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}
