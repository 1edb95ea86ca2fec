import { condition, count, pair, size, test } from './plant-conditions.ts'
import type { Plant } from './plant.ts'
import type { SmallRuleSet } from './small-rule-set.ts'

const warning = 'warning' as const

const translated = (texts: Record<string, Record<string, string>>) => (rules: SmallRuleSet) =>
  void Object.assign(rules, { locales: { de: texts } })

/** Mistakes in what a rule set means: every part of it is sound by itself. */
export const semanticPlants: readonly Plant[] = [
  {
    name: 'tests in different groups that exclude each other',
    plant: condition(1, { all: [size('greaterThan', 5), { any: [{ all: [size('lessThan', 3)] }] }] }),
    code: 'unreachable',
    at: '{ "all": [ { "fact": "ext.small.size"',
    remedy: 'can never hold together',
  },
  {
    name: 'given and not given',
    plant: condition(1, {
      all: [test('rmp.createdAt', 'given', true), { any: [{ not: test('rmp.createdAt', 'given', true) }] }],
    }),
    code: 'unreachable',
    at: '{ "all": [ { "fact": "rmp.createdAt"',
    remedy: 'can never hold together',
  },
  {
    name: 'equal to two values across groups',
    plant: condition(1, {
      all: [
        test('ext.small.colour', 'equal', 'red'),
        { any: [test('ext.small.colour', 'equal', 'blue'), test('ext.small.colour', 'in', ['green', 'grey'])] },
      ],
    }),
    code: 'unreachable',
    at: '{ "all": [ { "fact": "ext.small.colour"',
    remedy: 'can never hold together',
  },
  {
    name: 'either way dead',
    plant: condition(1, {
      all: [
        { any: [size('greaterThan', 5), test('ext.small.colour', 'equal', 'red')] },
        size('lessThan', 3),
        test('ext.small.colour', 'equal', 'blue'),
      ],
    }),
    code: 'unreachable',
    at: '{ "all": [ { "any": [ { "fact": "ext.small.size"',
    remedy: '"work.c0/2" can never be met',
  },
  {
    name: 'the same condition at two levels',
    plant: pair(0, { all: [size('greaterThan', 4)] }, { all: [size('greaterThan', 4)] }),
    code: 'shadowed',
    at: '{ "all": [ { "fact": "ext.small.size", "operator": "greaterThan", "value": 4 } ] } }, { "id": "work.c1/1"',
    remedy: 'asks for the same as "work.c0/1"',
    severity: warning,
  },
  {
    name: 'the same condition in other words',
    plant: pair(0, { not: size('lessThanInclusive', 4) }, { any: [size('greaterThan', 4)] }),
    code: 'shadowed',
    at: '{ "any": [ { "fact": "ext.small.size"',
    remedy: 'asks for the same as "work.c0/1"',
    severity: warning,
  },
  {
    name: 'a level that comes with a lower one',
    plant: pair(0, size('greaterThanInclusive', 10), { all: [size('greaterThanInclusive', 5)] }),
    code: 'shadowed',
    at: '{ "all": [ { "fact": "ext.small.size"',
    remedy: 'whoever meets "work.c0/1" (level 1) meets "work.c0/2" (level 2) too',
    severity: warning,
  },
  {
    name: 'a level that comes with a lower one, of a count',
    plant: pair(
      0,
      { ...count('risks'), operator: 'greaterThanInclusive', value: 5 },
      { all: [{ ...count('risks'), operator: 'greaterThanInclusive', value: 3 }] },
    ),
    code: 'shadowed',
    at: '{ "all": [ { "fact": "count"',
    remedy: 'level 2 decides nothing',
    severity: warning,
  },
  {
    name: 'a part that another one holds already',
    plant: condition(1, { all: [{ all: [size('greaterThan', 5), size('greaterThan', 3)] }] }),
    code: 'shadowed',
    at: '{ "fact": "ext.small.size", "operator": "greaterThan", "value": 3',
    remedy: 'this part makes no difference',
    severity: warning,
  },
  {
    name: 'a way that another one holds already',
    plant: condition(1, { any: [size('greaterThan', 3), size('greaterThan', 5)] }),
    code: 'shadowed',
    at: '{ "fact": "ext.small.size", "operator": "greaterThan", "value": 5',
    remedy: 'holds only when one of the others does',
    severity: warning,
  },
  {
    name: 'the same part twice',
    plant: condition(1, { any: [size('greaterThan', 3), test('rmp.owner', 'given', true), size('greaterThan', 3)] }),
    code: 'shadowed',
    at: '{ "fact": "ext.small.size", "operator": "greaterThan", "value": 3 } ]',
    remedy: 'this part makes no difference',
    severity: warning,
  },
  {
    name: 'weight of an indicator that is alone at its level',
    plant: (rules) => (rules.practice.indicators[5]!['weight'] = 1.75),
    code: 'no-effect',
    at: '1.75',
    remedy: 'it is the only indicator of its level of its clause',
    severity: warning,
  },
  {
    name: 'weight of the only principle',
    plant: (rules) => Object.assign(rules.reference.principles[0]!, { weight: 1.5 }),
    code: 'no-effect',
    at: '1.5',
    remedy: 'it is the only principle',
    severity: warning,
  },
  {
    name: 'weights that are all the same',
    plant: (rules) => {
      for (const clause of rules.reference.principles[0]!.clauses) Object.assign(clause, { weight: 1.25 })
    },
    code: 'no-effect',
    at: '1.25',
    remedy: 'each clause of its principle weighs 1.25',
    severity: warning,
  },
  {
    name: 'weight in a method that weighs nothing',
    plant: (rules) => {
      rules.method.name = 'weakest-link-v1'
      Object.assign(rules.reference.principles[0]!.clauses[3]!, { weight: 1.125 })
    },
    code: 'no-effect',
    at: '1.125',
    remedy: 'takes the lowest one',
    severity: warning,
  },
  {
    name: 'share that no level can reach',
    plant: (rules) => (rules.method.parameters['held'] = 1.5),
    code: 'unreachable',
    at: '1.5',
    remedy: 'no level can ever be held',
  },
  {
    name: 'threshold that nobody vouches for',
    plant: condition(1, { all: [size('greaterThanInclusive', 42)] }),
    code: 'no-source',
    at: '{ "all": [ { "fact": "ext.small.size"',
    remedy: 'nobody says why "work.c0/2" asks for 42',
    severity: warning,
  },
  {
    name: 'number of days that nobody vouches for',
    plant: condition(1, { all: [test('rmp.createdAt', 'withinDays', 77)] }),
    code: 'no-source',
    at: '{ "all": [ { "fact": "rmp.createdAt"',
    remedy: 'asks for 77',
    severity: warning,
  },
  {
    name: 'rules that pull against each other',
    plant: pair(0, size('lessThanInclusive', 3), size('greaterThanInclusive', 6)),
    code: 'not-monotone',
    at: '{ "fact": "ext.small.size", "operator": "lessThanInclusive"',
    remedy: 'pull against each other',
    severity: warning,
  },
  {
    name: 'a yes that helps one rule and hurts another',
    plant: (rules) => {
      rules.facts.push({ id: 'ext.small.audited', type: 'yesNo', title: 'Audited' })
      rules.instrument.questions.push({ id: 'q.audited', type: 'yesNo', title: 'Audited?', fact: 'ext.small.audited' })
      pair(0, test('ext.small.audited', 'equal', false), test('ext.small.audited', 'equal', true))(rules)
    },
    code: 'not-monotone',
    at: '{ "fact": "ext.small.audited", "operator": "equal", "value": false',
    remedy: 'changing "ext.small.audited" from false to true',
    severity: warning,
  },
  {
    name: 'named condition that no rule uses',
    plant: (rules) => (rules.conditions['forgotten'] = test('rmp.owner', 'given', true)),
    code: 'unused',
    at: '{ "fact": "rmp.owner", "operator": "given", "value": true } }, "reference"',
    remedy: 'no rule refers to the condition "forgotten"',
    severity: warning,
  },
  {
    name: 'fact of its own that nothing uses',
    plant: (rules) => rules.facts.push({ id: 'ext.small.idle', type: 'number', title: 'Idle' }),
    code: 'unused',
    at: '"ext.small.idle"',
    remedy: 'nothing asks for "ext.small.idle"',
    severity: warning,
  },
  {
    name: 'value that no question offers',
    plant: (rules) => {
      Object.assign(rules.instrument.questions[6]!, { type: 'choice', choices: [{ value: 'red', label: 'Red' }] })
      condition(1, { all: [test('ext.small.colour', 'equal', 'mauve')] })(rules)
    },
    code: 'unreachable',
    at: '"mauve"',
    remedy: 'no question offers "mauve" for "ext.small.colour"; it offers red',
    severity: warning,
  },
  {
    name: 'language that is not whole',
    plant: translated({ 'work.c0': { title: 'Teil' } }),
    code: 'missing',
    at: '{ "work.c0": { "title": "Teil"',
    remedy: 'texts are not in "de" yet',
    severity: warning,
  },
  {
    name: 'translation of a text that is not there',
    plant: translated({ 'work.c0': { hint: 'Tipp' } }),
    code: 'unknown-key',
    at: '"hint"',
    remedy: 'has no "hint" to translate; it has title',
  },
  {
    name: 'empty translation',
    plant: translated({ 'work.c0': { title: ' ' } }),
    code: 'missing',
    at: '" " }',
    remedy: 'is empty in "de"',
    severity: warning,
  },
  {
    name: 'a number where a list belongs, inside a list fact',
    plant: condition(1, { ...count('risks', test('category', 'in', 7)), operator: 'equal', value: 1 }),
    code: 'wrong-type',
    at: '7 } }',
    remedy: 'compares with a list of values',
  },
]
