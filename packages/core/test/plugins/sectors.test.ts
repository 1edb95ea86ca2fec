import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createAssessor } from '../../src/assessor.ts'
import { canonicalJson } from '../../src/canonical.ts'
import { DocumentError } from '../../src/fault.ts'
import { between, definePlugin, gatherFacts, notDue, type Plugin } from '../../src/plugin/index.ts'
import { createReferenceAssessor } from '../../src/reference/index.ts'
import { parseRuleSet } from '../../src/rule-set/parse-rule-set.ts'
import { Result } from '../../src/schema/result.ts'
import type { Relationship } from '../../src/schema/relationship.ts'
import type * as Values from '../../src/facts/values.ts'
import { today, type Json } from '../small-rule-set.ts'
import { bakery, bakeryRules, batches, shop, soundBakery } from './bakery.ts'

const options = { asOf: today }
const record: Relationship = {
  rmp: { owner: 'Ines' },
  answers: { 'trust/1': { value: 'yes' } },
  ext: { bakery: { batches, flour: 'Rye' } },
}
const alone = createAssessor(shop)
const withBakery = createAssessor(shop, { plugins: [bakery] })

function sectorOf(relationship: Relationship, plugin: Plugin = bakery) {
  const [sector] = createAssessor(shop, { plugins: [plugin] }).assess(relationship, options).sectors!
  return sector!
}

const outcomesIn = ({ clauses }: ReturnType<typeof sectorOf>) =>
  Object.fromEntries(
    clauses.flatMap(({ outcomes }) => outcomes.map(({ indicator, outcome }) => [indicator, outcome])),
  ) as Json

describe('core and sector stand side by side', () => {
  test('a plugin with a copy of core of its own says "not due" and "between" as others do', async () => {
    const copy = '../../src/facts/values.ts?another-copy'
    const values = (await import(copy)) as typeof Values
    expect(values.notDue).not.toBe(notDue)
    const wasteShare = { id: 'bakery/wasteShare', type: 'share', reads: ['ext.bakery.batches'] } as const
    const facts = (own: typeof values) => [
      bakery.facts!.map((fact) => (fact.id === wasteShare.id ? { ...wasteShare, derive: () => own.notDue } : fact)),
      bakery.facts!.map((fact) =>
        fact.id === wasteShare.id ? { ...wasteShare, derive: () => own.between(0.01, 0.5) } : fact,
      ),
    ]
    const sectors = (own: typeof values) =>
      facts(own).map((list) => canonicalJson(sectorOf(record, definePlugin({ ...bakery, facts: list }))))
    expect(sectors(values)).toEqual(sectors({ ...values, notDue, between }))
    expect(sectors(values)[0]).toContain('"notDue"')
  })

  test('the core part has the same bytes as without the plugin', () => {
    for (const relationship of [{}, record]) {
      const { sectors, ...core } = withBakery.assess(relationship, options)
      expect(canonicalJson(core)).toBe(canonicalJson(alone.assess(relationship, options)))
      expect(sectors).toHaveLength(1)
    }
  })

  test('the sector part has the clauses that the sector has rules in, and every rule of them', () => {
    const sector = sectorOf(record)
    expect(sector.clauses.map(({ id }) => id)).toEqual(['care'])
    expect(outcomesIn(sector)).toEqual({
      'care/1': 'met',
      'bakery.waste/1': 'met',
      'bakery.fresh/1': 'met',
      'bakery.on-time/1': 'met',
      'bakery.flour/1': 'met',
    })
    expect(sector.facts).toEqual([
      { fact: 'ext.bakery.wasteShare', title: 'Share of loaves left over', value: 0.05 },
      { fact: 'ext.bakery.lastBake', title: 'Last bake', value: '2026-11-22' },
    ])
    expect(sector).toMatchObject({
      plugin: 'bakery',
      pluginVersion: '1.2.0',
      title: 'Bakeries',
      faults: [],
      errors: [],
    })
  })

  test('an operator of a plugin is explained in its own words', () => {
    const [clause] = sectorOf(record).clauses
    const words = clause!.outcomes.find(({ indicator }) => indicator === 'bakery.fresh/1')!.observed[0]!.words
    expect(words).toContain('asked for: at most 48 hours ago')
  })

  test('what the sector fails lowers the sector part, and leaves the core part where it was', () => {
    const wasteful = { ...record, ext: { bakery: { batches: [{ at: '2026-01-01', loaves: 10, left: 9 }] } } }
    const { clauses, sectors } = withBakery.assess(wasteful, options)
    expect(clauses[0]!.score).toBe(1)
    expect(sectors![0]!.clauses[0]!.score).toBeLessThan(1)
  })

  test('both evaluators give the same bytes', async () => {
    const reference = createReferenceAssessor(shop, { plugins: [bakery] })
    for (const relationship of [
      {},
      record,
      { ext: { bakery: { batches: [] } }, complete: { 'ext.bakery.batches': today } },
    ])
      expect(canonicalJson(await reference.assess(relationship, options))).toBe(
        canonicalJson(withBakery.assess(relationship, options)),
      )
  })

  test('the result is what its schema says', () => {
    expect(Result.safeParse(withBakery.assess(record, options)).error).toBeUndefined()
    const schema = readFileSync(new URL('../../schemas/result.schema.json', import.meta.url), 'utf8')
    expect(schema).toContain('"sectors"')
  })

  test('what a record states wins over what follows from it, and the difference is told', () => {
    const stated = { ext: { bakery: { batches, wasteShare: 0.4 } } }
    const sector = sectorOf(stated)
    expect(outcomesIn(sector)['bakery.waste/1']).toBe('unmet')
    expect(sector.notices).toEqual([
      expect.objectContaining({ code: 'stated-differs-from-derived', path: '/ext/bakery/wasteShare' }),
    ])
  })

  test('nothing to judge is not due, and nothing known is unknown', () => {
    const none = { ext: { bakery: { batches: [] } }, complete: { 'ext.bakery.batches': today } }
    expect(outcomesIn(sectorOf(none))['bakery.waste/1']).toBe('notDue')
    expect(outcomesIn(sectorOf({}))['bakery.waste/1']).toBe('unknown')
  })

  test('a partner who confirms what a fact is made of confirms the fact', () => {
    const evidence = [{ factPath: 'ext.bakery.batches', confirmedByPartnerAt: '2026-11-01' }]
    expect(sectorOf({ ...record, evidence }).clauses[0]!.heldBackBy.map(({ by }) => by)).not.toContain('one-sided')
  })
})

describe('a plugin on an overlay of what it was written for', () => {
  const overlay = (version: string) =>
    parseRuleSet(
      {
        ...bakeryRules(),
        id: 'guild',
        facts: [],
        practice: { indicators: [] },
        extends: { ruleSet: 'corner-shop', version },
      },
      [shop],
    )

  test('adds its rules to the overlay', () => {
    const { sectors } = createAssessor(overlay('^1.0.0'), { plugins: [bakery] }).assess(record, options)
    expect(sectors![0]!.clauses.map(({ id }) => id)).toEqual(['care'])
  })

  test.each([
    {
      what: 'another baseline',
      document: { extends: { ruleSet: 'iso-44003', version: '^1.0.0' } },
      words: 'does not rest on',
    },
    {
      what: 'another version',
      document: { extends: { ruleSet: 'corner-shop', version: '^2.0.0' } },
      words: 'rests on 1.0.0',
    },
    {
      what: 'another content',
      document: { extends: { ruleSet: 'corner-shop', version: '^1.0.0', hash: 'f'.repeat(64) } },
      words: 'than was pinned',
    },
  ])('$what is refused', ({ document, words }) => {
    const plugin = definePlugin({ ...soundBakery, ruleSets: [bakeryRules(document)] })
    expect(() => createAssessor(overlay('^1.0.0'), { plugins: [plugin] })).toThrow(words)
  })

  test.each([
    { type: 'number', id: 'bakery/wasteShare', words: 'declared as share, but the plugin works out a number' },
    { type: 'share', id: 'bakery/crumbs', words: 'declare { "id": "ext.bakery.crumbs", "type": "share", … }' },
  ] as const)('a fact $id of type $type that the rule set does not declare so is refused', ({ type, id, words }) => {
    const plugin = definePlugin({ ...soundBakery, facts: [{ id, type, reads: [], derive: () => 1 }] })
    expect(() => createAssessor(shop, { plugins: [plugin] })).toThrow(words)
  })

  test('two plugins of one name are refused', () => {
    expect(() => createAssessor(shop, { plugins: [bakery, bakery] })).toThrow(DocumentError)
  })
})

describe('what providers bring', () => {
  const files = new Map([['bakery/till', new TextEncoder().encode('Spelt')]])
  const gather = (plugin: Plugin = bakery, given = files) =>
    gatherFacts([plugin], {}, { asOf: today, files: given, host: globalThis })
  const without: Relationship = { ext: { bakery: { batches } } }

  test('is assessed with, stored with the result, and makes the same result again', async () => {
    const fetched = await gather()
    const result = withBakery.assess(without, { ...options, fetched })
    expect(outcomesIn(result.sectors![0]!)['bakery.flour/1']).toBe('met')
    const stored = JSON.parse(JSON.stringify(result)) as typeof result
    const again = withBakery.assess(without, { ...options, fetched: stored.sectors![0]!.fetched })
    expect(canonicalJson(again)).toBe(canonicalJson(result))
    expect(result.sectors![0]!.fetched[0]).toMatchObject({
      purpose: 'To see which flour was bought.',
      observedAt: today,
    })
  })

  test('is not asked for where no file was given, and never replaces what the record states', async () => {
    expect(await gather(bakery, new Map())).toEqual([])
    const fetched = await gather()
    const sector = createAssessor(shop, { plugins: [bakery] }).assess(record, { ...options, fetched }).sectors![0]!
    expect(sector.clauses[0]!.outcomes.at(-1)!.observed[0]!.observed).toBe('Rye')
  })

  const provider = soundBakery.factProviders[0]
  const answering = (provide: unknown, more: Json = {}) =>
    definePlugin({ ...soundBakery, factProviders: [{ ...provider, ...more, provide } as never] })

  test.each([
    { what: 'never answers', provide: () => new Promise(() => {}), words: 'took longer than 50 milliseconds' },
    {
      what: 'throws',
      provide: () => {
        throw new Error('no till')
      },
      words: 'failed: no till',
    },
    { what: 'rejects', provide: () => Promise.reject(new Error('no paper')), words: 'failed: no paper' },
    { what: 'says nothing', provide: () => Promise.resolve(), words: 'gave no answer' },
    { what: 'says not when', provide: () => Promise.resolve({ facts: {} }), words: 'did not say how old' },
    {
      what: 'names problems',
      provide: () => Promise.resolve({ problems: [{ place: 'line 4, column 2', message: 'no date' }] }),
      words: 'line 4, column 2: no date',
    },
    {
      what: 'floods',
      provide: () => Promise.resolve({ facts: { flour: 'x'.repeat(9_000_000) }, observedAt: today }),
      words: 'more than 5000000 characters',
    },
    {
      what: 'brings what it did not promise',
      provide: () => Promise.resolve({ facts: { flour: 'a', limits: { waste: 1 } }, observedAt: today }),
      words: 'it brought "limits", which it did not promise',
    },
    {
      what: 'brings another type',
      provide: () => Promise.resolve({ facts: { flour: 7 }, observedAt: today }),
      words: '/ext/bakery/flour: 7 should be text',
    },
    {
      what: 'brings old news',
      provide: () => Promise.resolve({ facts: { flour: 'a' }, observedAt: '2026-10-01' }),
      words: 'at most 30 days count',
    },
    {
      what: 'brings news of tomorrow',
      provide: () => Promise.resolve({ facts: { flour: 'a' }, observedAt: '2026-12-01' }),
      words: 'at most 30 days count',
    },
  ])('a provider that $what is a visible fault, and what it brought counts for nothing', async ({ provide, words }) => {
    const plugin = answering(provide)
    const fetched = await gather(plugin)
    const result = createAssessor(shop, { plugins: [plugin] }).assess(without, { ...options, fetched })
    const { sectors, ...core } = result
    expect(sectors![0]!.faults).toContainEqual({
      contribution: 'bakery/till',
      message: expect.stringContaining(words) as string,
    })
    expect(outcomesIn(sectors![0]!)['bakery.flour/1']).toBe('unknown')
    expect(canonicalJson(core)).toBe(canonicalJson(alone.assess(without, options)))
  })

  test('a file that is too large is not read', async () => {
    const [answer] = await gather(bakery, new Map([['bakery/till', new Uint8Array(2_000)]]))
    expect(answer!.problems[0]!.message).toContain('at most 1000 are read')
  })
})
