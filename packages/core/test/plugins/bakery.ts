import { dayOf } from '../../src/day.ts'
import { definePlugin, notDue, type Plugin } from '../../src/plugin/index.ts'
import { documentOf, indicator, type Json } from '../small-rule-set.ts'
import { parseRuleSet } from '../../src/rule-set/parse-rule-set.ts'

/** The rule set that the plugin of a bakery adds to. */
export const shop = parseRuleSet(
  documentOf([
    indicator('care/1', { conditions: { all: [{ fact: 'rmp.owner', operator: 'given', value: true }] } }),
    indicator('trust/1'),
    indicator('trust/2'),
  ]),
)

const test = (fact: string, operator: string, value: unknown): Json => ({ fact, operator, value })

/** Indicators that each depend on another part of the plugin, and on one that depends on none. */
const indicators: Json[] = [
  rule('waste', test('ext.bakery.wasteShare', 'lessThanInclusive', { fact: 'ext.bakery.limits.waste' })),
  rule('fresh', test('ext.bakery.lastBake', 'bakery/withinHours', 48)),
  rule('on-time', {
    fact: 'share',
    params: { of: 'ext.bakery.batches', that: test('at', 'bakery/withinHours', 4_800) },
    operator: 'greaterThanInclusive',
    value: 0.5,
  }),
  rule('flour', test('ext.bakery.flour', 'given', true)),
]

function rule(word: string, condition: Json): Json {
  return {
    id: `bakery.${word}/1`,
    clause: 'care',
    level: 1,
    statement: `The bakery has ${word}.`,
    conditions: { all: [condition] },
  }
}

export const bakeryRules = (more: Json = {}): Json => ({
  formatVersion: 1,
  id: 'bakery',
  version: '1.0.0',
  title: 'Bakeries',
  language: 'en',
  provider: { name: 'The bakers' },
  licence: 'Apache-2.0',
  extends: { ruleSet: 'corner-shop', version: '^1.0.0' },
  facts: [
    {
      id: 'ext.bakery.batches',
      type: 'records',
      title: 'Batches',
      fields: { at: 'date', loaves: 'number', left: 'number' },
    },
    { id: 'ext.bakery.flour', type: 'text', title: 'Flour' },
    { id: 'ext.bakery.wasteShare', type: 'share', title: 'Share of loaves left over' },
    { id: 'ext.bakery.lastBake', type: 'date', title: 'Last bake' },
    {
      id: 'ext.bakery.limits.waste',
      type: 'share',
      title: 'Most waste',
      value: 0.1,
      source: { note: 'What the bakers agreed in 2026', reviewBy: '2027-11-01' },
    },
  ],
  practice: { indicators },
  ...more,
})

type Batch = { readonly at: string; readonly loaves: number; readonly left: number }

function batchesOf(record: Json): readonly Batch[] | undefined {
  const { bakery } = (record['ext'] ?? {}) as { bakery?: { batches?: readonly Batch[] } }
  return bakery?.batches
}

/** A sound plugin; each test replaces the part that it wants to go wrong. */
export const soundBakery = {
  name: 'bakery',
  version: '1.2.0',
  facts: [
    {
      id: 'bakery/wasteShare',
      type: 'share',
      reads: ['ext.bakery.batches'],
      derive: (record) => {
        const batches = batchesOf(record)
        if (batches === undefined) return undefined
        const loaves = batches.reduce((sum, batch) => sum + batch.loaves, 0)
        return loaves === 0 ? notDue : batches.reduce((sum, batch) => sum + batch.left, 0) / loaves
      },
    },
    {
      id: 'bakery/lastBake',
      type: 'date',
      reads: ['ext.bakery.batches'],
      derive: (record) =>
        batchesOf(record)
          ?.map(({ at }) => at)
          .toSorted()
          .at(-1),
    },
  ],
  operators: [
    {
      id: 'bakery/withinHours',
      phrase: 'at most % hours ago',
      fact: 'date',
      value: 'number',
      holds: (fact, value, { asOf }) => (dayOf(asOf)! - dayOf(fact)!) * 24 <= value,
    },
  ],
  factProviders: [
    {
      id: 'bakery/till',
      title: 'The till',
      purpose: 'To see which flour was bought.',
      gives: ['bakery/flour'],
      maxAgeDays: 30,
      timeoutMs: 50,
      file: { title: 'Export of the till', endings: ['.txt'], mostBytes: 1_000 },
      provide: ({ file }, { asOf }) =>
        Promise.resolve({ facts: { flour: new TextDecoder().decode(file) }, observedAt: asOf }),
    },
  ],
  reportSections: [
    {
      id: 'bakery/bread',
      title: 'Bread',
      reads: ['ext.bakery.wasteShare'],
      build: ({ record, outcomes }) => [
        { is: 'text', text: JSON.stringify(record['ext'] ?? null) },
        {
          is: 'table',
          columns: ['Rule', 'Outcome'],
          rows: Object.entries(outcomes).map(([id, outcome]) => [id, outcome]),
        },
      ],
    },
  ],
  ruleSets: [bakeryRules()],
} as const satisfies Plugin

export const bakery = definePlugin(soundBakery)

export const batches = [
  { at: '2026-11-20', loaves: 60, left: 3 },
  { at: '2026-11-22', loaves: 40, left: 2 },
]
