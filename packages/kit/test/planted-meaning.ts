import { condition, count, test } from './plant-conditions.ts'
import { field, type Plant } from './plant.ts'

/** Mistakes in numbers, levels and scopes that a reader of the format alone cannot see. */
export const meaningPlants: readonly Plant[] = [
  {
    name: 'number operator on a text',
    plant: condition(23, test('rmp.owner', 'greaterThan', 3)),
    code: 'wrong-type',
    at: '"greaterThan", "value": 3',
    remedy: '"greaterThan" needs a number or a date',
  },
  {
    name: 'date operator on a number',
    plant: condition(24, test('ext.small.size', 'withinDays', 30)),
    code: 'wrong-type',
    at: '"withinDays", "value": 30',
    remedy: '"withinDays" needs a date',
  },
  {
    name: 'choice that the model has not',
    plant: condition(25, { ...count('risks', test('severity', 'equal', 'hig')), operator: 'equal', value: 1 }),
    code: 'not-allowed',
    at: '"hig"',
    remedy: 'did you mean "high"?',
  },
  {
    name: 'choice in a list that the model has not',
    plant: condition(26, test('sharing.covers', 'contains', 'gdpr')),
    code: 'not-allowed',
    at: '"gdpr"',
    remedy: 'it is one of confidentiality, ip, personal-data',
  },
  {
    name: 'text compared with a number',
    plant: condition(27, test('ext.small.colour', 'equal', 77)),
    code: 'wrong-type',
    at: '77',
    remedy: 'write text in quotes',
  },
  {
    name: 'day that is not in the calendar',
    plant: condition(28, test('rmp.createdAt', 'greaterThan', '2026-02-30')),
    code: 'bad-date',
    at: '"2026-02-30"',
    remedy: 'write a day such as',
  },
  {
    name: 'contains on a list of records',
    plant: condition(29, test('risks', 'contains', 'fire')),
    code: 'wrong-type',
    at: '"contains", "value": "fire"',
    remedy: '"count" for a list of records',
  },
  {
    name: 'tests that exclude each other',
    plant: condition(30, { all: [test('ext.small.size', 'greaterThan', 5), test('ext.small.size', 'lessThan', 3)] }),
    code: 'unreachable',
    at: '{ "all": [ { "fact": "ext.small.size"',
    remedy: 'can never hold together',
  },
  {
    name: 'two values at once',
    plant: condition(31, {
      all: [test('ext.small.colour', 'equal', 'red'), test('ext.small.colour', 'equal', 'blue')],
    }),
    code: 'unreachable',
    at: '{ "all": [ { "fact": "ext.small.colour"',
    remedy: 'can never hold together',
  },
  {
    name: 'more items than a list can have',
    plant: condition(32, { ...count('risks'), operator: 'greaterThan', value: 5000 }),
    code: 'unreachable',
    at: '{ "fact": "count", "params": { "of": "risks" }, "operator": "greaterThan"',
    remedy: 'can never be true',
  },
  {
    name: 'rating beyond its scale',
    plant: condition(33, {
      fact: 'newest',
      params: { of: 'pulses', field: 'openness' },
      operator: 'greaterThan',
      value: 5,
    }),
    code: 'unreachable',
    at: '{ "fact": "newest"',
    remedy: 'can never be true',
  },
  {
    name: 'share above everything',
    plant: condition(34, {
      fact: 'share',
      params: { of: 'risks', that: test('ownerUs', 'given', true) },
      operator: 'greaterThanInclusive',
      value: 80,
    }),
    code: 'unreachable',
    at: '{ "fact": "share"',
    remedy: 'can never be true',
  },
  {
    name: 'count that is always reached',
    plant: condition(35, { ...count('risks'), operator: 'greaterThanInclusive', value: 0 }),
    code: 'unused',
    at: '{ "fact": "count", "params": { "of": "risks" }, "operator": "greaterThanInclusive", "value": 0',
    remedy: 'can never be false',
  },
  {
    name: 'past and future at once',
    plant: condition(36, { all: [test('rmp.createdAt', 'withinDays', 90), test('rmp.createdAt', 'inFuture', true)] }),
    code: 'unreachable',
    at: '{ "all": [ { "fact": "rmp.createdAt"',
    remedy: 'can never hold together',
  },
  {
    name: 'fields of an item that exclude each other',
    plant: condition(37, {
      ...count('risks', { all: [test('scope', 'equal', 'own'), test('scope', 'equal', 'joint')] }),
      operator: 'greaterThan',
      value: 0,
    }),
    code: 'unreachable',
    at: '{ "all": [ { "fact": "scope"',
    remedy: 'can never hold together',
  },
  {
    name: 'date compared with a text fact',
    plant: condition(38, test('rmp.createdAt', 'lessThan', { fact: 'org.name' })),
    code: 'wrong-type',
    at: '{ "fact": "org.name"',
    remedy: 'compares "rmp.createdAt" with a date',
  },
  {
    name: 'level that nobody can reach',
    plant: (rules) => {
      rules.scale.top = 3
      rules.scale.levels.push({ level: 3, name: 'Beyond' })
    },
    code: 'unreachable',
    at: '{ "level": 3',
    remedy: 'no indicator has this level',
  },
  {
    name: 'clause without indicators',
    plant: (rules) =>
      rules.reference.principles[0]!.clauses.push({
        id: 'work.idle',
        title: 'Idle',
        what: 'Rest.',
        why: 'It is good.',
        how: 'Sit.',
      }),
    code: 'unreachable',
    at: '{ "id": "work.idle"',
    remedy: 'has no indicator',
  },
  {
    name: 'scope that holds nothing',
    plant: (rules) => (rules.scopes[1]!.indicators = []),
    code: 'missing',
    at: '[], "questions": []',
    remedy: 'holds no indicator',
  },
  {
    name: 'statement that is hard to read',
    plant: field(
      40,
      'statement',
      'Organisational accountability necessitates comprehensive documentation of interdependencies.',
    ),
    code: 'out-of-range',
    at: '"Organisational',
    remedy: 'use shorter sentences and shorter words',
  },
  {
    name: 'guidance that is hard to read',
    plant: (rules) =>
      (rules.reference.principles[0]!.clauses[23]!.what =
        'Institutionalise collaborative governance arrangements, facilitating organisational interoperability.'),
    code: 'out-of-range',
    at: '{ "id": "work.c23"',
    remedy: 'hard to read',
  },
  {
    name: 'question that changes no score',
    plant: (rules) =>
      rules.instrument.questions.push({ id: 'q.idle', type: 'number', title: 'Idle?', fact: 'payments.avgDaysLate' }),
    code: 'unused',
    at: '"payments.avgDaysLate"',
    remedy: 'can change no score',
    severity: 'warning',
  },
  {
    name: 'fact that nobody is asked for',
    plant: condition(41, test('comms.rhythm', 'given', true)),
    code: 'unused',
    at: '{ "fact": "comms.rhythm"',
    remedy: 'add a question',
    severity: 'warning',
  },
  {
    name: 'clause that skips a level',
    plant: (rules) => rules.practice.indicators.splice(43, 1),
    code: 'unreachable',
    at: '{ "id": "work.c21"',
    remedy: 'level 2, which is passed over',
    severity: 'warning',
  },
  {
    name: 'guidance missing',
    plant: (rules) => delete (rules.reference.principles[0]!.clauses[22]! as Record<string, unknown>)['why'],
    code: 'missing',
    at: '{ "id": "work.c22"',
    remedy: 'has no "why" text',
    severity: 'warning',
  },
  {
    name: 'translation of nothing',
    plant: (rules) => Object.assign(rules, { locales: { de: { 'work.gone': { title: 'Weg' } } } }),
    code: 'unknown-id',
    at: '{ "title": "Weg"',
    remedy: 'nothing with the id',
  },
]
