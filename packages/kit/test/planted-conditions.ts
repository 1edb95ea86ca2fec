import { condition, count, test } from './plant-conditions.ts'
import type { Plant } from './plant.ts'

/** Mistakes in single conditions. */
export const conditionsPlants: readonly Plant[] = [
  {
    name: 'unknown operator',
    plant: condition(13, test('ext.small.size', 'greaterThen', 1)),
    code: 'unknown-operator',
    at: '"greaterThen"',
    remedy: 'did you mean "greaterThan"?',
  },
  {
    name: 'unknown fact',
    plant: condition(14, test('rmp.oner', 'given', true)),
    code: 'unknown-fact',
    at: '"rmp.oner"',
    remedy: 'did you mean "rmp.owner"?',
  },
  {
    name: 'unknown list',
    plant: condition(15, { ...count('risk'), operator: 'equal', value: 1 }),
    code: 'unknown-fact',
    at: '"risk"',
    remedy: 'did you mean "risks"?',
  },
  {
    name: 'unknown field of an item',
    plant: condition(16, { ...count('risks', test('sevrity', 'equal', 'high')), operator: 'equal', value: 1 }),
    code: 'unknown-fact',
    at: '"sevrity"',
    remedy: 'did you mean "severity"?',
  },
  {
    name: 'empty list of conditions',
    plant: condition(17, { all: [] }),
    code: 'missing',
    at: '[] }',
    remedy: 'is empty',
  },
  {
    name: 'two kinds of condition in one',
    plant: condition(18, { all: [test('rmp.owner', 'given', true)], any: [test('rmp.owner', 'given', true)] }),
    code: 'not-allowed',
    at: '{ "all": [ { "fact": "rmp.owner", "operator": "given", "value": true } ], "any"',
    remedy: 'exactly one of',
  },
  {
    name: 'unknown named condition',
    plant: condition(19, { condition: 'planed' }),
    code: 'unknown-condition',
    at: '"planed"',
    remedy: 'did you mean "planned"?',
  },
  {
    name: 'named condition that refers to itself',
    plant: (rules) => (rules.conditions['loop'] = { condition: 'loop' }),
    code: 'circular',
    at: '"loop" }',
    remedy: 'refers to itself',
  },
  {
    name: 'value missing',
    plant: condition(20, { fact: 'ext.small.size', operator: 'equal' }),
    code: 'missing',
    at: '"fact": "ext.small.size", "operator": "equal" ',
    around: true,
    remedy: '"value" is missing',
  },
  {
    name: 'script in a path',
    plant: condition(21, { ...test('rmp.owner', 'given', true), path: '$..owner' }),
    code: 'bad-path',
    at: '"$..owner"',
    remedy: 'is not a path',
  },
  {
    name: 'one value where a list belongs',
    plant: condition(22, test('rmp.owner', 'in', 'Ines')),
    code: 'wrong-type',
    at: '"Ines"',
    remedy: 'compares with a list of values',
  },
]
