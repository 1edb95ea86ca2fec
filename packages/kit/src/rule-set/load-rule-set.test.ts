import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../../test/folders.ts'
import { smallRuleSet } from '../../test/small-rule-set.ts'
import { bundledRuleSets } from './find-rule-set.ts'
import { loadRuleSet } from './load-rule-set.ts'

const root = join(import.meta.dirname, '../../../..')
const search = { from: [join(root, 'apps/cli/package.json')] }

/** The small rule set in parts, as a person would write it. */
function parts() {
  const { reference, practice, instrument, facts, conditions, ...manifest } = smallRuleSet()
  const [{ clauses, ...principle }] = reference.principles as [(typeof reference.principles)[number]]
  return {
    'rule-set.json': manifest as Record<string, unknown>,
    'principles/work.json': { principle, clauses, indicators: practice.indicators } as Record<string, unknown>,
    'questions.json': { instrument } as Record<string, unknown>,
    'shared.json': { facts, conditions } as Record<string, unknown>,
  }
}

describe('the rule sets that come with Joinery', () => {
  test.each(bundledRuleSets)('%s is found by name, and in its folder', (name) => {
    const byName = loadRuleSet(name, search)
    expect(byName.faults).toEqual([])
    expect(byName.ruleSet?.hash).toBe(loadRuleSet(join(root, 'rules', name), search).ruleSet?.hash)
  })
})

test('parts make the same rule set as one file', () => {
  const whole = join(folderWith({ 'small.json': smallRuleSet() }), 'small.json')
  const inParts = loadRuleSet(folderWith(parts()))
  expect(inParts.faults).toEqual([])
  expect(inParts.ruleSet?.hash).toBe(loadRuleSet(whole).ruleSet?.hash)
})

test('cases, packages, bundles, keys and hidden files are no parts', () => {
  const noise = { nonsense: true }
  const folder = folderWith({
    ...parts(),
    'cases/one.json': noise,
    'package.json': noise,
    'node_modules/x/y.json': noise,
    '.draft.json': noise,
    'small-1.0.0.joinery.json': noise,
    'my.private.json': noise,
    'my.public.json': noise,
  })
  expect(loadRuleSet(folder).faults).toEqual([])
})

test('a fault keeps the file, pointer and line of the part it stands in', () => {
  const files = parts()
  ;(files['principles/work.json']['indicators'] as Record<string, unknown>[])[2]!['weight'] = 9
  const folder = folderWith(files)
  expect(loadRuleSet(folder).faults).toEqual([
    expect.objectContaining({
      file: join(folder, 'principles/work.json'),
      path: '/indicators/2/weight',
      code: 'out-of-range',
      line: expect.any(Number),
    }),
  ])
})

test('two parts that say the same thing are told of each other', () => {
  const folder = folderWith({ ...parts(), 'twice.json': { licence: 'MIT', conditions: { planned: { all: [] } } } })
  const faults = loadRuleSet(folder).faults.filter(({ code }) => code === 'conflict')
  expect(faults).toEqual([
    expect.objectContaining({
      file: join(folder, 'twice.json'),
      path: '/licence',
      message: expect.stringContaining(`${join(folder, 'rule-set.json')}:`),
    }),
    expect.objectContaining({ path: '/conditions/planned', message: expect.stringContaining('shared.json:') }),
  ])
})

test('a broken part does not hide the faults of the others', () => {
  const files = { ...parts(), 'broken.json': '{"facts": [}', 'list.json': [1, 2], 'lonely.json': { clauses: [] } }
  files['questions.json'] = { instrument: { questions: [{ id: 'q.x', type: 'text', title: 'X?', fact: 'rmp.onwer' }] } }
  const found = loadRuleSet(folderWith(files)).faults.map(({ file, code }) => `${file.split('/').at(-1)} ${code}`)
  expect(found).toEqual(
    expect.arrayContaining([
      'broken.json unreadable',
      'list.json wrong-type',
      'lonely.json missing',
      'questions.json unknown-fact',
    ]),
  )
})

test('a fault in a named condition is told once, where it stands', () => {
  const files = parts()
  files['shared.json']['conditions'] = { planned: { fact: 'rmp.oner', operator: 'given', value: true } }
  for (const indicator of files['principles/work.json']['indicators'] as Record<string, unknown>[])
    indicator['conditions'] = { condition: 'planned' }
  expect(loadRuleSet(folderWith(files)).faults).toEqual([
    expect.objectContaining({ file: expect.stringContaining('shared.json'), path: '/conditions/planned/fact' }),
  ])
})

describe('a rule set that extends another', () => {
  const extending = (ruleSet: string, more: object = {}) => ({
    formatVersion: 1,
    id: 'mine',
    version: '1.0.0',
    title: 'Mine',
    language: 'en',
    provider: { name: 'Me' },
    licence: 'CC0-1.0',
    extends: { ruleSet, version: '^1.0.0' },
    ...more,
  })

  test('finds it as an installed package', () => {
    const { ruleSet, faults } = loadRuleSet(folderWith({ 'rule-set.json': extending('iso-44003') }), search)
    expect(faults).toEqual([])
    expect(ruleSet?.layers).toEqual([expect.objectContaining({ id: 'iso-44003' })])
  })

  test('finds it in a folder beside it', () => {
    const folder = folderWith({ 'mine/rule-set.json': extending('small'), 'small/rule-set.json': smallRuleSet() })
    expect(loadRuleSet(join(folder, 'mine')).ruleSet?.indicators).toHaveLength(48)
  })

  test('finds it as a bundle beside it, the newest of several', () => {
    const version = (number: string) => JSON.stringify({ ...smallRuleSet(), version: number })
    const folder = folderWith({
      'mine/rule-set.json': extending('small'),
      'small-1.2.0.joinery.json': version('1.2.0'),
      'small-1.10.0.joinery.json': version('1.10.0'),
      'smaller-1.11.0.joinery.json': '{}',
    })
    const { ruleSet, faults } = loadRuleSet(join(folder, 'mine'))
    expect(faults).toEqual([])
    expect(ruleSet?.layers).toEqual([expect.objectContaining({ id: 'small', version: '1.10.0' })])
  })

  test('says where it was named when it is not to be found', () => {
    const folder = folderWith({ 'rule-set.json': extending('iso-44030') })
    expect(loadRuleSet(folder, search).faults).toEqual([
      expect.objectContaining({
        path: '/extends/ruleSet',
        line: 12,
        message: 'there is no rule set "iso-44030"; did you mean "iso-44003"?',
      }),
    ])
  })

  test('may not extend itself, however many steps away', () => {
    const folder = folderWith({ 'a/rule-set.json': extending('b'), 'b/rule-set.json': extending('a') })
    expect(loadRuleSet(join(folder, 'a')).faults).toContainEqual(
      expect.objectContaining({ code: 'circular', message: 'a rule set cannot extend itself: a → b → a' }),
    )
  })

  test('shows the faults of what it extends, in its files', () => {
    const folder = folderWith({
      'mine/rule-set.json': extending('small'),
      'small/rule-set.json': { ...smallRuleSet(), licence: 1 },
    })
    expect(loadRuleSet(join(folder, 'mine')).faults).toEqual([
      expect.objectContaining({ file: join(folder, 'small/rule-set.json'), path: '/licence' }),
    ])
  })
})

describe('rubbish gives faults and nothing else', () => {
  test.each([
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '17'],
    ['a list', '[]'],
    ['an empty object', '{}'],
    [
      'lists for objects',
      '{"reference": [], "practice": [], "instrument": [], "scale": [], "conditions": [], "locales": []}',
    ],
    ['objects for lists', '{"facts": {}, "scopes": {}, "overrides": {}, "reference": {"principles": {}}}'],
    [
      'principles without anything',
      '{"reference": {"principles": [{}, null, 3, {"clauses": null}, {"clauses": [{}]}]}}',
    ],
    ['indicators without anything', '{"practice": {"indicators": [{}, null, [], {"conditions": 3}]}}'],
    [
      'keys that reach into JavaScript',
      '{"__proto__": {"id": "x"}, "constructor": 1, "conditions": {"__proto__": {"all": []}}}',
    ],
    [
      'a null in every place',
      '{"extends": null, "scale": null, "method": null, "principle": null, "clauses": null, "indicators": null}',
    ],
  ])('%s', (_name, text) => {
    const { ruleSet, faults } = loadRuleSet(folderWith({ 'rule-set.json': text }))
    expect(ruleSet).toBeUndefined()
    expect(faults.length).toBeGreaterThan(0)
  })

  test.each([
    ['nothing', {}],
    ['cases', { 'quotes.json': { name: 'Five days are soon enough', asOf: '2026-11-23' } }],
  ])('a folder with %s in it has the one fault that it is none', (_, files) => {
    const folder = folderWith(files)
    const { faults } = loadRuleSet(folder)
    expect(faults).toMatchObject([{ file: folder, message: 'there is no rule-set.json in this folder' }])
  })

  test('a name that is none', () => {
    expect(loadRuleSet('../../etc/passwd.json').faults).toHaveLength(1)
    expect(loadRuleSet('example-asociation').faults[0]!.message).toContain('did you mean "example-association"?')
  })
})
