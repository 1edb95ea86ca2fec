import { fileURLToPath } from 'node:url'
import { canonicalJson, createAssessor } from '@joinery/core'
import { createSectors } from '@joinery/core/plugin'
import { createReferenceAssessor } from '@joinery/core/reference'
import { checkRuleSet, loadPlugin, loadRuleSet, runCases, searchWith } from '@joinery/kit'
import { expect, test } from 'vitest'
import food from '../src/index.ts'

const folder = fileURLToPath(new URL('..', import.meta.url))
const search = searchWith(food, {})
const iso = loadRuleSet('iso-44003', { from: [folder] }).ruleSet!
const asOf = '2026-11-23'

test('its folder loads as what its code says, and its rules are sound', async () => {
  const { plugin, faults } = await loadPlugin(folder)
  expect(faults).toEqual([])
  expect(plugin?.name).toBe('food')
  const [own] = createSectors(iso, [food]).sectors
  expect(loadRuleSet(folder, search).ruleSet!.hash).toBe(own!.ruleSet.hash)
  expect(checkRuleSet(folder, search).faults).toEqual([])
})

test('there are ten rules on the clauses they belong to, and each limit has a named source', () => {
  const { document, indicators } = createSectors(iso, [food]).sectors[0]!.ruleSet
  const citations = new Map(
    iso.document.reference!.principles.flatMap(({ clauses }) => clauses).map(({ id, citation }) => [id, citation]),
  )
  const own = indicators.filter(({ id }) => id.startsWith('food.'))
  expect(own.map(({ id, clause }) => [id, citations.get(clause)])).toEqual([
    ['food.approval/2', '5.3.3.4'],
    ['food.questionnaire/2', '5.10.3.1'],
    ['food.trace/3', '5.9.3.2'],
    ['food.specs/2', '5.5.3.2'],
    ['food.forecast/4', '5.3.3.5'],
    ['food.paid/3', '5.5.3.6'],
    ['food.steady/2', '5.7.3.1'],
    ['food.complaints/4', '5.5.3.4'],
    ['food.announced/2', '5.10.3.3'],
    ['food.recall/3', '5.5.3.5'],
  ])
  expect(own.filter(({ critical }) => critical).map(({ id }) => id)).toEqual(['food.announced/2'])
  const limits = document.facts!.filter(({ value }) => value !== undefined)
  expect(limits).toHaveLength(11)
  expect(limits.every(({ source }) => source!.note.length > 20 && source!.reviewBy! > asOf)).toBe(true)
})

test.each(['compiled', 'reference'] as const)(
  'its cases from life come out as they should on the %s evaluator',
  async (engine) => {
    const { cases } = await runCases(folder, { plugin: food, engine })
    expect(cases.filter(({ faults, failures }) => faults.length + failures.length > 0)).toEqual([])
    expect(cases.length).toBeGreaterThanOrEqual(4)
  },
)

const walnuts = {
  product: 'Green pesto',
  what: 'Walnuts instead of pine nuts',
  kind: 'allergen',
  firstDeliveryAt: '2026-11-09',
}
const given = {
  ext: {
    food: {
      productChanges: [walnuts],
      traceTests: [{ at: '2026-09-01', partnerLot: true, hours: 1 }],
      forecasts: [{ forecast: 120, ordered: 100 }],
    },
  },
}

test('both evaluators give the same bytes, and the core part is the one without the plugin', async () => {
  const result = createAssessor(iso, { plugins: [food] }).assess(given, { asOf })
  const reference = createReferenceAssessor(iso, { plugins: [food] })
  expect(canonicalJson(await reference.assess(given, { asOf }))).toBe(canonicalJson(result))
  const { sectors, ...core } = result
  expect(sectors![0]!.faults).toEqual([])
  expect(canonicalJson(core)).toBe(canonicalJson(createAssessor(iso).assess(given, { asOf })))
})

test('the report says how fast a batch is traced, and shows what came unannounced', () => {
  const { sectors } = createAssessor(iso, { plugins: [food] }).assess(given, { asOf })
  expect(sectors![0]!.sections[0]!.blocks).toEqual([
    {
      is: 'list',
      items: [
        'The last trace of a batch of the partner took an hour.',
        'Orders differed from the forecast by 20 % in all.',
        'How fast perishable goods are paid for is not known yet.',
      ],
    },
    {
      is: 'table',
      columns: ['Delivered before it was announced', 'What changed', 'Announced', 'First delivered'],
      rows: [['Green pesto', 'Walnuts instead of pine nuts', 'not at all', '2026-11-09']],
    },
  ])
})

test('where nothing is known, reasons name what is missing in words', () => {
  const given = { ext: { [food.name]: {} } }
  const [sector] = createAssessor(iso, { plugins: [food] }).assess(given, { asOf }).sectors!
  expect(sector!.rules).toHaveLength(10)
  for (const { reason } of sector!.rules) expect(reason).not.toMatch(/ext\./)
})
