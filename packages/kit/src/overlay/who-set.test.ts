import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../test/folders.ts'
import { smallRuleSet } from '../../test/small-rule-set.ts'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import { whoSet } from './who-set.ts'

const layer = (id: string, base: string, more: object) => ({
  formatVersion: 1,
  id,
  version: '1.0.0',
  title: id,
  language: 'en',
  provider: { name: 'Us' },
  licence: 'CC0-1.0',
  extends: { ruleSet: base, version: '^1.0.0' },
  ...more,
})
const weigh = (target: string, weight: number) => ({ target, set: { weight }, because: `It weighs ${weight} here.` })
const fields = ['id', 'clause', 'level', 'statement', 'unmet', 'next', 'conditions'] as const
const indicator = (id: string) =>
  Object.fromEntries(fields.map((field) => [field, smallRuleSet().practice.indicators[0]![field]]).with(0, ['id', id]))

/** A national rule set, that of a region on it, and that of a town on that. */
function layers({ region = {}, town = {} }: { region?: object; town?: object }) {
  const folder = folderWith({
    'small/rule-set.json': smallRuleSet(),
    'region/rule-set.json': layer('region', 'small', region),
    'town/rule-set.json': layer('town', 'region', town),
  })
  return { folder, load: () => loadRuleSet(join(folder, 'town')) }
}

const changed = {
  region: { overrides: [weigh('work.c0', 1.5), { target: 'work.c0/2', off: true, because: 'Nobody has it.' }] },
  town: { overrides: [weigh('work.c0', 0.5)], practice: { indicators: [indicator('town.own/1')] } },
}

test('of a weight, every layer that set it is named, with place and reason', () => {
  const { load, folder } = layers(changed)
  const [clause, ...below] = whoSet(load(), 'work.c0').found
  expect(clause).toMatchObject({
    kind: 'clause',
    weight: 0.5,
    writtenBy: { ruleSet: 'small', version: '1.0.0', place: { file: join(folder, 'small/rule-set.json') } },
    changes: [
      { ruleSet: 'region', field: 'weight', from: undefined, to: 1.5, because: 'It weighs 1.5 here.' },
      {
        ruleSet: 'town',
        field: 'weight',
        from: 1.5,
        to: 0.5,
        place: { file: join(folder, 'town/rule-set.json'), line: 19 },
      },
    ],
  })
  expect(below).toEqual([
    expect.objectContaining({ id: 'town.own/1', writtenBy: expect.objectContaining({ ruleSet: 'town' }), changes: [] }),
    expect.objectContaining({
      id: 'work.c0/2',
      weight: undefined,
      changes: [expect.objectContaining({ field: 'off' })],
    }),
  ])
})

test('the same layers give the same hash, and each is locked by its own', () => {
  const { load } = layers(changed)
  const { ruleSet } = load()
  expect(ruleSet?.hash).toBe(load().ruleSet?.hash)
  expect(ruleSet?.document.resolved?.layers).toEqual([
    { id: 'region', version: '1.0.0', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    { id: 'small', version: '1.0.0', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ])
})

test('of what is not there, the nearest name is told', () => {
  expect(whoSet(layers(changed).load(), 'work.co')).toEqual({ found: [], hint: '; did you mean "work.c0"?' })
})

describe('layers that contradict each other are refused, with both places', () => {
  test.each([
    [
      'a change of what an inner layer has switched off',
      { ...changed, town: { overrides: [weigh('work.c0/2', 2)] } },
      '/overrides/0/target',
      /"region" has switched it off at .*region\/rule-set\.json:\d+:\d+/,
    ],
    [
      'an id that an inner layer has',
      {
        region: { practice: { indicators: [indicator('our.own/1')] } },
        town: { practice: { indicators: [indicator('our.own/1')] } },
      },
      '/practice/indicators/0/id',
      /the other one stands at .*region\/rule-set\.json:\d+:\d+/,
    ],
    [
      'a condition of a name that an inner layer has',
      { town: { conditions: { planned: { fact: 'rmp.createdAt', operator: 'given', value: true } } } },
      '/conditions/planned',
      /another name.*the other one stands at .*small\/rule-set\.json:\d+:\d+/,
    ],
    [
      'two changes of one thing in one layer',
      { town: { overrides: [weigh('work.c0', 2), weigh('work.c0', 0.5)] } },
      '/overrides/1',
      /say it once; the first one is .*town\/rule-set\.json:\d+:\d+/,
    ],
  ])('%s', (_name, contents, path, message) => {
    expect(layers(contents).load().faults).toContainEqual(
      expect.objectContaining({ path, message: expect.stringMatching(message), line: expect.any(Number) }),
    )
  })

  test('a base that is not the one that was pinned', () => {
    const pinned = { extends: { ruleSet: 'region', version: '^1.0.0', hash: '0'.repeat(64) } }
    expect(layers({ town: pinned }).load().faults).toEqual([
      expect.objectContaining({
        path: '/extends/hash',
        message: expect.stringContaining('not the rule set that was pinned'),
      }),
    ])
  })
})
