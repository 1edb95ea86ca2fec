import { fileURLToPath } from 'node:url'
import { canonicalJson, createAssessor, type RuleSet } from '@joinery/core'
import { createSectors } from '@joinery/core/plugin'
import { createReferenceAssessor } from '@joinery/core/reference'
import { checkRuleSet, loadPlugin, loadRuleSet, runCases, searchWith } from '@joinery/kit'
import { expect, test } from 'vitest'
import construction from '../src/index.ts'

const folder = fileURLToPath(new URL('..', import.meta.url))
const search = searchWith(construction, {})
const iso = loadRuleSet('iso-44003', { from: [folder] }).ruleSet!
const asOf = '2026-11-23'

test('its folder loads as what its code says', async () => {
  const { plugin, faults } = await loadPlugin(folder)
  expect(faults).toEqual([])
  expect(plugin?.name).toBe('construction')
  const [own] = createSectors(iso, [construction]).sectors
  expect(loadRuleSet(folder, search).ruleSet!.hash).toBe(own!.ruleSet.hash)
})

test('its rules are sound; what is left is German for the baseline', () => {
  const findings = checkRuleSet(folder, search).faults.filter(({ path }) => path !== '/locales/de')
  expect(findings.map(({ path, message }) => `${path}: ${message}`)).toEqual([])
})

test('there are ten rules, each with its limits from a named source', () => {
  const { document, indicators } = createSectors(iso, [construction]).sectors[0]!.ruleSet
  expect(indicators.filter(({ id }) => id.startsWith('construction.'))).toHaveLength(10)
  const limits = document.facts!.filter(({ value }) => value !== undefined)
  expect(limits.length).toBeGreaterThan(5)
  expect(limits.every(({ source }) => source!.note.length > 20 && source!.reviewBy! > asOf)).toBe(true)
})

test('every text of its own is there in German', () => {
  const { locales, ...document } = construction.ruleSets![0] as unknown as RuleSet['document']
  const german = locales!['de']!
  for (const { id, statement, unmet, next, evidence } of document.practice.indicators)
    expect(Object.keys(german[id]!)).toEqual(Object.keys({ statement, unmet, next, evidence }))
  const ids = [...document.instrument!.questions, ...document.facts!].map(({ id }) => id)
  expect(ids.filter((id) => german[id]?.['title'] === undefined)).toEqual([])
})

test.each(['compiled', 'reference'] as const)(
  'its cases from life come out as they should on the %s evaluator',
  async (engine) => {
    const { cases } = await runCases(folder, { plugin: construction, engine })
    expect(cases.filter(({ faults, failures }) => faults.length + failures.length > 0)).toEqual([])
    expect(cases.length).toBeGreaterThanOrEqual(4)
  },
)

test('both evaluators give the same bytes, and the core part is the one without the plugin', async () => {
  const given = {
    ext: { construction: { earlyWarnings: [{ raisedBy: 'us', raisedAt: '2026-11-01', eventAt: '2026-11-09' }] } },
  }
  const result = createAssessor(iso, { plugins: [construction] }).assess(given, { asOf })
  const reference = createReferenceAssessor(iso, { plugins: [construction] })
  expect(canonicalJson(await reference.assess(given, { asOf }))).toBe(canonicalJson(result))
  const { sectors, ...core } = result
  expect(canonicalJson(core)).toBe(canonicalJson(createAssessor(iso).assess(given, { asOf })))
  expect(sectors![0]!.sections[0]!.blocks).toContainEqual({
    is: 'list',
    items: [
      'Half of the early warnings come 8 days or more before the trouble.',
      'How many applications are paid on time is not known yet.',
    ],
  })
})

test('where nothing is known, reasons name what is missing in words', () => {
  const given = { ext: { [construction.name]: {} } }
  const [sector] = createAssessor(iso, { plugins: [construction] }).assess(given, { asOf }).sectors!
  expect(sector!.rules).toHaveLength(10)
  for (const { reason } of sector!.rules) expect(reason).not.toMatch(/ext\./)
})
