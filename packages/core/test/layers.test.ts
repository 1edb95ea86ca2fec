import { describe, expect, test } from 'vitest'
import { createAssessor } from '../src/assessor.ts'
import { createFaults } from '../src/fault.ts'
import { parseRuleSet, readRuleSet } from '../src/rule-set/parse-rule-set.ts'
import type { RuleSet } from '../src/rule-set/rule-set.ts'
import { isoRuleSet } from './iso-rule-set.ts'
import { answers, documentOf, indicator, today, type Json } from './small-rule-set.ts'

const ownerGiven = { fact: 'rmp.owner', operator: 'given', value: true }
const shop = parseRuleSet(
  documentOf(
    [
      indicator('care/1', { conditions: { all: [ownerGiven] } }),
      indicator('care/2', { requires: ['care/1'] }),
      indicator('trust/1'),
    ],
    {
      scopes: [{ id: 'quick', title: 'Quick', indicators: ['care/1', 'trust/1'] }],
      lenses: [
        {
          id: 'people',
          title: 'People',
          elements: [
            { id: 'us', title: 'Us', indicators: ['care/1'] },
            { id: 'both', title: 'Both', indicators: ['care/1', 'trust/1'] },
          ],
        },
      ],
    },
  ),
)

/** A document that extends another rule set; what it changes is given. */
function layer(id: string, base: { id: string; version: string }, more: Json): Json {
  return {
    formatVersion: 1,
    id,
    version: '1.0.0',
    title: id,
    language: 'en',
    provider: { name: id },
    licence: 'Apache-2.0',
    extends: { ruleSet: base.id, version: `^${base.version}` },
    ...more,
  }
}

const guild = (more: Json) => layer('guild', shop, more)
const because = 'Our members asked for it.'

function faultsOf(document: unknown, bases: readonly RuleSet[] = [shop]) {
  const faults = createFaults()
  expect(readRuleSet(document, bases, faults)).toBeUndefined()
  return faults.list.map(({ code, path, message }) => ({ code, path, message }))
}

describe('a layer', () => {
  const weighted = parseRuleSet(guild({ overrides: [{ target: 'trust', set: { weight: 2 }, because }] }), [shop])

  test('sets a weight, and says from what, to what and why', () => {
    const weights = weighted.principles[0]!.clauses.map(({ id, weight }) => [id, weight])
    expect(weights).toEqual([
      ['care', 1],
      ['trust', 2],
    ])
    expect(weighted.changes).toEqual([
      { ruleSet: 'guild', target: 'trust', field: 'weight', from: undefined, to: 2, because },
    ])
    const score = (ruleSet: RuleSet) =>
      createAssessor(ruleSet).assess(answers({ 'trust/1': 'yes' }), { asOf: today }).principles[0]!.score
    expect([score(shop), score(weighted)]).toEqual([0.5, 0.6667])
  })

  test('leaves the rule set that it extends as it was', () => {
    const before = JSON.stringify(shop.document)
    parseRuleSet(guild({ overrides: [{ target: 'care/1', off: true, because }] }), [shop])
    expect(JSON.stringify(shop.document)).toBe(before)
    expect(shop.principles[0]!.clauses[1]!.weight).toBe(1)
  })

  test('switches an indicator off, and takes it out of every scope, lens and requirement', () => {
    const { document, indicators, changes } = parseRuleSet(
      guild({ overrides: [{ target: 'care/1', off: true, because }] }),
      [shop],
    )
    expect(indicators.map(({ id }) => id)).toEqual(['care/2', 'trust/1'])
    expect(document.scopes![0]!.indicators).toEqual(['trust/1'])
    expect(document.lenses![0]!.elements.map(({ id, indicators: left }) => [id, left])).toEqual([['both', ['trust/1']]])
    expect(indicators[0]!.document.requires).toEqual([])
    expect(changes).toMatchObject([{ target: 'care/1', field: 'off', from: false, to: true }])
  })

  test('changes words and conditions', () => {
    const stricter = { all: [ownerGiven, { fact: 'rmp.createdAt', operator: 'given', value: true }] }
    const ruleSet = parseRuleSet(
      guild({ overrides: [{ target: 'care/1', set: { statement: 'Ours.', conditions: stricter }, because }] }),
      [shop],
    )
    expect(ruleSet.indicators[0]).toMatchObject({ document: { statement: 'Ours.' } })
    expect(ruleSet.indicators[0]!.parts).toHaveLength(2)
    expect(ruleSet.changes.map(({ field }) => field)).toEqual(['statement', 'conditions'])
  })

  test('adds principles, clauses and indicators of its own, also to the clauses of others', () => {
    const ruleSet = parseRuleSet(
      guild({
        reference: { principles: [{ id: 'craft', title: 'Craft', clauses: [{ id: 'skill', title: 'Skill' }] }] },
        practice: { indicators: [indicator('skill/1'), { ...indicator('trust/2'), id: 'guild.trust/2' }] },
      }),
      [shop],
    )
    expect(ruleSet.principles.map(({ id }) => id)).toEqual(['shop', 'craft'])
    expect(ruleSet.principles[0]!.clauses[1]!.indicators.map(({ id }) => id)).toEqual(['trust/1', 'guild.trust/2'])
  })

  test('has its own name and hash, and names what it rests on', () => {
    expect(weighted).toMatchObject({ id: 'guild', layers: [{ id: 'corner-shop', version: '1.0.0', hash: shop.hash }] })
    expect(weighted.hash).not.toBe(shop.hash)
    expect(weighted.document).not.toHaveProperty('extends')
    expect(weighted.document).not.toHaveProperty('overrides')
  })

  test('is the same when it is read again from its resolved document, its layers and changes too', () => {
    const again = parseRuleSet(JSON.parse(JSON.stringify(weighted.document)))
    expect(again.hash).toBe(weighted.hash)
    expect(again.layers).toEqual(weighted.layers)
    expect(again.changes).toEqual(weighted.changes)
    const onTop = layer('region', weighted, { overrides: [{ target: 'care', set: { weight: 2 }, because }] })
    expect(parseRuleSet(onTop, [again]).hash).toBe(parseRuleSet(onTop, [weighted]).hash)
  })

  test('covers the reasons of its changes with its hash', () => {
    const why = (reason: string) => guild({ overrides: [{ target: 'trust', set: { weight: 2 }, because: reason }] })
    expect(parseRuleSet(why('One'), [shop]).hash).not.toBe(parseRuleSet(why('Another'), [shop]).hash)
  })

  test('rests on others, several deep; every change of every layer can be traced', () => {
    let ruleSet = shop
    for (const [index, weight] of [0.5, 1.5, 2, 1.2].entries()) {
      const set = { target: 'trust', set: { weight }, because: `Reason ${index + 1}` }
      ruleSet = parseRuleSet(layer(`layer-${index + 1}`, ruleSet, { overrides: [set] }), [ruleSet])
    }
    expect(ruleSet.layers.map(({ id }) => id)).toEqual(['layer-3', 'layer-2', 'layer-1', 'corner-shop'])
    expect(ruleSet.changes.map(({ ruleSet: by, from, to, because: why }) => [by, from, to, why])).toEqual([
      ['layer-1', undefined, 0.5, 'Reason 1'],
      ['layer-2', 0.5, 1.5, 'Reason 2'],
      ['layer-3', 1.5, 2, 'Reason 3'],
      ['layer-4', 2, 1.2, 'Reason 4'],
    ])
    expect(ruleSet.principles[0]!.clauses[1]!.weight).toBe(1.2)
  })

  test('of the baseline changes one weight and nothing else', () => {
    const iso = isoRuleSet()
    const ruleSet = parseRuleSet(
      layer('guild', iso, { overrides: [{ target: 'p07', set: { weight: 1.5 }, because }] }),
      [iso],
    )
    const weights = ruleSet.principles.filter(({ weight }) => weight !== 1).map(({ id, weight }) => [id, weight])
    expect(weights).toEqual([['p07', 1.5]])
    expect(ruleSet.indicators.map(({ citation }) => citation)).toEqual(iso.indicators.map(({ citation }) => citation))
  })
})

describe('a layer that does not fit is refused', () => {
  const change = (...overrides: Json[]) => guild({ overrides: overrides.map((override) => ({ because, ...override })) })
  test.each([
    {
      what: 'two changes of one thing: both places are named',
      document: change({ target: 'trust', set: { weight: 2 } }, { target: 'trust', set: { weight: 1 } }),
      code: 'conflict',
      path: '/overrides/1',
      words: 'is changed here and in /overrides/0',
    },
    {
      what: 'something that is not there',
      document: change({ target: 'trsut', set: { weight: 2 } }),
      code: 'unknown-id',
      path: '/overrides/0/target',
      words: 'did you mean "trust"?',
    },
    {
      what: 'a clause that is switched off',
      document: change({ target: 'trust', off: true }),
      code: 'not-allowed',
      path: '/overrides/0/off',
      words: 'only indicators can be switched off',
    },
    {
      what: 'a change that changes nothing',
      document: change({ target: 'trust' }),
      code: 'not-allowed',
      path: '/overrides/0',
      words: 'either sets something',
    },
    {
      what: 'a change that sets and switches off',
      document: change({ target: 'care/1', off: true, set: { weight: 2 } }),
      code: 'not-allowed',
      path: '/overrides/0',
      words: 'either sets something',
    },
    {
      what: 'a field that a clause does not have',
      document: change({ target: 'trust', set: { effort: 30 } }),
      code: 'not-allowed',
      path: '/overrides/0/set/effort',
      words: 'a clause has no "effort" to change',
    },
    {
      what: 'a weight out of range',
      document: change({ target: 'trust', set: { weight: 9 } }),
      code: 'out-of-range',
      path: '/overrides/0/set/weight',
      words: 'between 0.5 and 2',
    },
    {
      what: 'a change without a reason',
      document: guild({ overrides: [{ target: 'trust', set: { weight: 2 } }] }),
      code: 'missing',
      path: '/overrides/0/because',
      words: '"because" is missing',
    },
    {
      what: 'a faulty condition, with its place in the layer',
      document: change({ target: 'care/1', set: { conditions: { ...ownerGiven, fact: 'rmp.ownr' } } }),
      code: 'unknown-fact',
      path: '/overrides/0/set/conditions/fact',
      words: 'did you mean "rmp.owner"?',
    },
    {
      what: 'an id that the base already uses',
      document: guild({ practice: { indicators: [indicator('trust/1')] } }),
      code: 'duplicate',
      path: '/practice/indicators/0/id',
      words: 'used more than once',
    },
    {
      what: 'a rule set that is not at hand',
      document: layer('guild', { id: 'corner-shap', version: '1.0.0' }, {}),
      code: 'unknown-id',
      path: '/extends/ruleSet',
      words: 'did you mean "corner-shop"?',
    },
    {
      what: 'a version that is not at hand',
      document: layer('guild', { id: 'corner-shop', version: '2.0.0' }, {}),
      code: 'conflict',
      path: '/extends/version',
      words: 'at hand: 1.0.0',
    },
    {
      what: 'one that says it is resolved and extends another all the same',
      document: guild({
        resolved: { layers: [{ id: 'corner-shop', version: '1.0.0', hash: shop.hash }], changes: [] },
      }),
      code: 'not-allowed',
      path: '/resolved',
      words: 'written when a rule set is bundled',
    },
    {
      what: 'another content than was pinned',
      document: guild({ extends: { ruleSet: 'corner-shop', version: '^1.0.0', hash: 'a'.repeat(64) } }),
      code: 'conflict',
      path: '/extends/hash',
      words: 'not the rule set that was pinned',
    },
  ])('$what', ({ document, code, path, words }) => {
    expect(faultsOf(document)).toContainEqual({ code, path, message: expect.stringContaining(words) as string })
  })

  test('the right pin is accepted, and the version that fits is found among several', () => {
    const newer = parseRuleSet({ ...documentOf([indicator('care/1')]), version: '2.0.0' })
    const pinned = guild({ extends: { ruleSet: 'corner-shop', version: '^1.0.0', hash: shop.hash } })
    expect(parseRuleSet(pinned, [newer, shop]).layers[0]!.version).toBe('1.0.0')
  })
})
