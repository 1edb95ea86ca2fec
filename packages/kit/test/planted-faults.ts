import type { FaultCode } from '@joinery/core'
import type { SmallRuleSet } from './small-rule-set.ts'

/** One mistake, planted in one place of the small rule set. */
export interface Plant {
  readonly name: string
  readonly plant: (rules: SmallRuleSet) => void
  readonly code: FaultCode
  /** The text at which the fault is reported, unique in the planted document; white space may be any. */
  readonly at: string
  /** Where the fault is one of something missing: it is reported at the object around that text. */
  readonly around?: true
  readonly remedy: string
  readonly severity?: 'warning'
}

const test = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
const count = (of: string, where?: unknown) => ({ fact: 'count', params: where === undefined ? { of } : { of, where } })

/** Plants a condition in an indicator of its own. */
const condition = (index: number, conditions: unknown) => (rules: SmallRuleSet) => {
  rules.practice.indicators[index]!['conditions'] = conditions
}
const field = (index: number, name: string, value: unknown) => (rules: SmallRuleSet) => {
  rules.practice.indicators[index]![name] = value
}

export const plants: readonly Plant[] = [
  // structure
  {
    name: 'unknown key',
    plant: field(0, 'statment', 'x'),
    code: 'unknown-key',
    at: '"statment"',
    remedy: 'did you mean "statement"?',
  },
  {
    name: 'text for a number',
    plant: field(1, 'weight', 'heavy'),
    code: 'wrong-type',
    at: '"heavy"',
    remedy: 'should be a number',
  },
  {
    name: 'weight out of range',
    plant: field(2, 'weight', 7.25),
    code: 'out-of-range',
    at: '7.25',
    remedy: 'between 0.5 and 2',
  },
  {
    name: 'statement missing',
    plant: (rules) => delete rules.practice.indicators[3]!['statement'],
    code: 'missing',
    at: '"work.c1/2", "clause"',
    around: true,
    remedy: '"statement" is missing',
  },
  {
    name: 'malformed id',
    plant: (rules) => (rules.lenses[0]!.elements[0]!.id = 'Lens One'),
    code: 'bad-format',
    at: '"Lens One"',
    remedy: 'lower-case words',
  },
  {
    name: 'effort that is none of three',
    plant: field(4, 'effort', 45),
    code: 'not-allowed',
    at: '45',
    remedy: 'is not one of 30, 240, 960',
  },
  { name: 'empty text', plant: field(5, 'next', ''), code: 'missing', at: '""', remedy: 'write something' },
  {
    name: 'list for a text',
    plant: field(6, 'evidence', ['a', 'b']),
    code: 'wrong-type',
    at: '[ "a"',
    remedy: 'should be text',
  },
  {
    name: 'yes or no as text',
    plant: field(7, 'critical', 'true'),
    code: 'wrong-type',
    at: '"true"',
    remedy: 'should be true or false',
  },
  {
    name: 'half a level',
    plant: field(8, 'level', 1.5),
    code: 'out-of-range',
    at: '1.5',
    remedy: 'not a whole number',
  },
  // references
  {
    name: 'unknown clause',
    plant: field(9, 'clause', 'work.c44'),
    code: 'unknown-id',
    at: '"work.c44"',
    remedy: 'did you mean "work.c4"?',
  },
  {
    name: 'level the scale has not',
    plant: field(10, 'level', 9),
    code: 'out-of-range',
    at: '9, ',
    remedy: 'its levels are 1, 2',
  },
  {
    name: 'unknown requirement',
    plant: field(11, 'requires', ['work.c5/9']),
    code: 'unknown-id',
    at: '"work.c5/9"',
    remedy: 'did you mean "work.c5/1"?',
  },
  {
    name: 'circle of requirements',
    plant: field(12, 'requires', ['work.c6/1']),
    code: 'circular',
    at: '[ "work.c6/1"',
    remedy: 'requires itself',
  },
  {
    name: 'id used twice',
    plant: (rules) => (rules.instrument.questions[0]!.id = 'q.plan'),
    code: 'duplicate',
    at: '"q.plan", "type": "text"',
    remedy: 'used more than once',
  },
  {
    name: 'unknown indicator in a scope',
    plant: (rules) => rules.scopes[0]!.indicators.push('work.c0/7'),
    code: 'unknown-id',
    at: '"work.c0/7"',
    remedy: 'did you mean "work.c0/1"?',
  },
  {
    name: 'unknown question in a scope',
    plant: (rules) => (rules.scopes[0]!.questions = ['q.riks']),
    code: 'unknown-id',
    at: '"q.riks"',
    remedy: 'did you mean',
  },
  {
    name: 'unknown indicator in a lens',
    plant: (rules) => rules.lenses[0]!.elements[0]!.indicators.push('work.c2/x'),
    code: 'unknown-id',
    at: '"work.c2/x"',
    remedy: 'did you mean "work.c2/1"?',
  },
  {
    name: 'unknown fact in the plan',
    plant: (rules) => rules.plan.sections[0]!.parts.push({ fact: 'rmp.ownr', view: 'shared' }),
    code: 'unknown-fact',
    at: '"rmp.ownr"',
    remedy: 'did you mean "rmp.owner"?',
  },
  {
    name: 'unknown fact in a question',
    plant: (rules) => (rules.instrument.questions[1]!.fact = 'rmp.createdOn'),
    code: 'unknown-fact',
    at: '"rmp.createdOn"',
    remedy: 'did you mean "rmp.createdAt"?',
  },
  {
    name: 'question of the wrong type',
    plant: (rules) => (rules.instrument.questions[2]!.type = 'number'),
    code: 'wrong-type',
    at: '"number", "title": "Question risks?"',
    remedy: 'cannot write the fact "risks"',
  },
  {
    name: 'unknown method',
    plant: (rules) => (rules.method.name = 'gated-v2'),
    code: 'unknown-method',
    at: '"gated-v2"',
    remedy: 'did you mean "gated-v1"?',
  },
  {
    name: 'malformed own fact',
    plant: (rules) => (rules.facts[2]!.id = 'small.spare'),
    code: 'bad-format',
    at: '"small.spare"',
    remedy: 'should be ext.<namespace>.<name>',
  },
  {
    name: 'answer declared twice',
    plant: (rules) => rules.answers.scale.push({ value: 'yes', share: 0.5, label: 'Half' }),
    code: 'duplicate',
    at: '"yes", "share": 0.5',
    remedy: 'is declared twice',
  },
  // conditions
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
  // meaning
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
