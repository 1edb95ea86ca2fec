import { describe, expect, test } from 'vitest'
import { createFaults, DocumentError } from '../../src/fault.ts'
import { checkPlugin, definePlugin } from '../../src/plugin/index.ts'
import type { Json } from '../small-rule-set.ts'
import { bakeryRules, soundBakery } from './bakery.ts'

const [waste] = soundBakery.facts
const [operator] = soundBakery.operators
const [provider] = soundBakery.factProviders
const [section] = soundBakery.reportSections
const question = {
  id: 'bakery/dozens',
  writes: 'number',
  input: { mode: 'numeric', unit: 'dozen', example: '3' },
  read: () => ({ value: 1 }),
  write: String,
}

const fact = (more: Json) => ({ facts: [{ ...waste, ...more }] })
const operators = (more: Json) => ({ operators: [{ ...operator, ...more }] })
const providers = (more: Json) => ({ factProviders: [{ ...provider, ...more }] })
const sections = (more: Json) => ({ reportSections: [{ ...section, ...more }] })
const questions = (more: Json) => ({ questionTypes: [{ ...question, ...more }] })
const rules = (more: Json) => ({ ruleSets: [bakeryRules(more)] })
const practice = (id: string) =>
  rules({ practice: { indicators: [{ id, clause: 'care', level: 1, statement: 'So.' }] } })

function faultsOf(more: Json) {
  const faults = createFaults()
  expect(checkPlugin({ ...soundBakery, ...more }, faults)).toBeUndefined()
  return faults.list.map(({ path, message }) => `${path}: ${message}`)
}

const scopes = (more: Json) => ({
  scopes: { starter: { questions: ['bakery.q'], minutes: 2, ...more } },
  ...rules({
    instrument: { questions: [{ id: 'bakery.q', type: 'text', title: 'Which flour?', fact: 'ext.bakery.flour' }] },
  }),
})

const planted: readonly [what: string, more: Json, place: string, remedy: string][] = [
  ['a misspelt part', { operatrs: [] }, '/operatrs', 'did you mean "operators"?'],
  ['a scope that asks nothing', scopes({ questions: [] }), '/scopes/starter/questions', 'at least 1'],
  ['a scope that takes no time', scopes({ minutes: 0 }), '/scopes/starter/minutes', '0'],
  [
    'a scope that asks what is not there',
    scopes({ questions: ['bakery.r'] }),
    '/scopes/starter/questions/0',
    'did you mean "bakery.q"',
  ],
  ['a hook', { onLoad: () => undefined }, '/onLoad', 'unknown key "onLoad"'],
  ['no name', { name: undefined }, '/name', '"name" is missing'],
  ['a name of two words', { name: 'bread-shop' }, '/name', 'one lower-case word'],
  ['a name that is taken', { name: 'joinery' }, '/name', 'is taken'],
  ['the name of a part of the record', { name: 'risks' }, '/name', 'is taken'],
  ['a version in words', { version: 'newest' }, '/version', 'a version such as 1.0.0'],
  ['operators that are no list', { operators: {} }, '/operators', 'a list'],
  ['an operator in another namespace', operators({ id: 'core/equal' }), '/operators/0/id', 'call it "bakery/equal"'],
  ['an operator that replaces one of all', operators({ id: 'equal' }), '/operators/0/id', 'call it "bakery/equal"'],
  ['an operator with a decorator in its name', operators({ id: 'bakery/not:equal' }), '/operators/0/id', 'one word'],
  ['an operator without words', operators({ phrase: undefined }), '/operators/0/phrase', '"phrase" is missing'],
  ['an operator on a type that there is not', operators({ fact: 'list' }), '/operators/0/fact', '"list"'],
  ['an operator without its function', operators({ holds: undefined }), '/operators/0/holds', 'should be a function'],
  [
    'an operator with text for its function',
    operators({ holds: 'a > b' }),
    '/operators/0/holds',
    'should be a function',
  ],
  ['an operator with more', operators({ priority: 1 }), '/operators/0/priority', 'unknown key "priority"'],
  ['a fact in another namespace', fact({ id: 'core/level' }), '/facts/0/id', 'call it "bakery/level"'],
  ['a fact that rules could not read', fact({ id: 'bakery/waste-share' }), '/facts/0/id', 'one word'],
  ['a fact that would reach into JavaScript', fact({ id: 'bakery/__proto__' }), '/facts/0/id', 'one word'],
  ['a fact of a type that cannot be worked out', fact({ type: 'records' }), '/facts/0/type', '"records"'],
  ['a fact that does not say what it reads', fact({ reads: undefined }), '/facts/0/reads', '"reads" is missing'],
  ['a fact that reads what there is not', fact({ reads: ['risk'] }), '/facts/0/reads/0', 'did you mean "risks"?'],
  ['a fact that reads another sector', fact({ reads: ['ext.mill.flour'] }), '/facts/0/reads/0', 'ext.bakery.…'],
  ['a fact twice', { facts: [waste, waste] }, '/facts/1/id', 'declared here and at /facts/0/id'],
  [
    'a fact that is brought too',
    providers({ gives: ['bakery/wasteShare'] }),
    '/factProviders/0/gives/0',
    'declared here and at',
  ],
  [
    'a fact named with a getter',
    { facts: [Object.defineProperty({ ...waste }, 'id', { get: () => 'x', enumerable: true })] },
    '/facts/0/id',
    'write down the value',
  ],
  ['a provider without a purpose', providers({ purpose: '' }), '/factProviders/0/purpose', 'empty'],
  ['a provider without end', providers({ timeoutMs: 1e9 }), '/factProviders/0/timeoutMs', '60000'],
  ['a provider that gives nothing', providers({ gives: [] }), '/factProviders/0/gives', 'at least 1'],
  [
    'a provider that gives to others',
    providers({ gives: ['mill/flour'] }),
    '/factProviders/0/gives/0',
    'call it "bakery/flour"',
  ],
  ['a provider whose facts never age', providers({ maxAgeDays: 99_999 }), '/factProviders/0/maxAgeDays', '3660'],
  [
    'a provider of huge files',
    providers({ file: { ...provider.file, mostBytes: 1e12 } }),
    '/factProviders/0/file/mostBytes',
    '20000000',
  ],
  ['a question that writes a list', questions({ writes: 'texts' }), '/questionTypes/0/writes', '"texts"'],
  [
    'a question without an example',
    questions({ input: { mode: 'text' } }),
    '/questionTypes/0/input/example',
    'is missing',
  ],
  [
    'a question that cannot be written',
    questions({ write: undefined }),
    '/questionTypes/0/write',
    'should be a function',
  ],
  ['a question with an element', questions({ element: 'x-dozens' }), '/questionTypes/0/element', 'unknown key'],
  ['a section without a title', sections({ title: undefined }), '/reportSections/0/title', '"title" is missing'],
  ['a section in another namespace', sections({ id: 'headline' }), '/reportSections/0/id', 'call it "bakery/headline"'],
  ['a section twice', { reportSections: [section, section] }, '/reportSections/1/id', 'declared here and at'],
  [
    'a translation of nothing',
    { locales: { de: { 'bakery/bred': { title: 'Brot' } } } },
    '/locales/de/bakery~1bred',
    'did you mean "bakery/bread"?',
  ],
  ['a rule set of another name', rules({ id: 'iso-44003' }), '/ruleSets/0/id', 'should be called "bakery"'],
  ['a rule set that stands alone', rules({ extends: undefined }), '/ruleSets/0/extends', '"extends" is missing'],
  ['a rule set that changes the core', rules({ overrides: [] }), '/ruleSets/0/overrides', 'changes nothing in it'],
  [
    'a rule set with a method of its own',
    rules({ method: { name: 'weakest-link-v1' } }),
    '/ruleSets/0/method',
    'changes nothing in it',
  ],
  [
    'a rule set with answers of its own',
    rules({ answers: { scale: [] } }),
    '/ruleSets/0/answers',
    'changes nothing in it',
  ],
  [
    'a rule set with principles of its own',
    rules({ reference: { principles: [] } }),
    '/ruleSets/0/reference',
    'changes nothing in it',
  ],
  ['a rule set with scopes of its own', rules({ scopes: [] }), '/ruleSets/0/scopes', 'changes nothing in it'],
  ['an indicator of the core', practice('care/1'), '/ruleSets/0/practice/indicators/0/id', 'call it "bakery.care/1"'],
  [
    'a fact of the record',
    rules({ facts: [{ id: 'ext.mill.flour', type: 'text', title: 'Flour' }] }),
    '/ruleSets/0/facts/0/id',
    'call it "ext.bakery.flour"',
  ],
  [
    'a question of the core',
    rules({ instrument: { questions: [{ id: 'q.flour' }] } }),
    '/ruleSets/0/instrument/questions/0/id',
    'call it "bakery.flour"',
  ],
  [
    'a condition that could replace another',
    rules({ conditions: { owned: {} } }),
    '/ruleSets/0/conditions/owned',
    'call it "bakery.owned"',
  ],
  ['a rule set that is a function', { ruleSets: [() => bakeryRules()] }, '/ruleSets/0', 'should be an object'],
  ['the same rule set twice', { ruleSets: [bakeryRules(), bakeryRules()] }, '/ruleSets/1/id', 'stands twice'],
  [
    'a key that reaches into JavaScript',
    { locales: JSON.parse('{"__proto__":{}}') as Json },
    '/locales/__proto__',
    'remove it',
  ],
  ['a class', { facts: [new (class Waste {})()] }, '/facts/0', 'not made by a class'],
  ['a map', { locales: new Map() }, '/locales', 'not made by a class'],
  ['an endless list', { facts: Object.assign([], { length: 4_294_967_295 }) }, '/facts', 'more than 500000 values'],
]

test.each(planted)('%s is found, with its place and what would be right', (...[, more, place, remedy]) => {
  const found = faultsOf(more).filter((fault) => fault.startsWith(`${place}: `))
  expect(found.join('; ')).toContain(remedy)
})

describe('a plugin', () => {
  test('with several faults hears of all of them at once', () => {
    const found = faultsOf({
      name: 'bakery',
      ...fact({ id: 'mill/x', type: 'list' }),
      ...operators({ holds: 1 }),
      more: 1,
    })
    expect(found).toHaveLength(4)
  })

  test.each([undefined, null, 7, 'bakery', [], () => soundBakery, new Date(0), Promise.resolve(soundBakery)])(
    'that is %s is refused',
    (value) => {
      const faults = createFaults()
      expect(checkPlugin(value, faults)).toBeUndefined()
      expect(faults.list).toHaveLength(1)
    },
  )

  test('that is a trap is refused', () => {
    const faults = createFaults()
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('trap')
        },
      },
    )
    expect(checkPlugin(trap, faults)).toBeUndefined()
    expect(faults.list[0]!.message).toContain('reading it fails')
  })

  test('is kept as a frozen copy: changing the original later changes nothing', () => {
    const original = { ...soundBakery, facts: [...soundBakery.facts] }
    const kept = definePlugin(original)
    original.facts.length = 0
    expect(kept.facts).toHaveLength(2)
    expect(Object.isFrozen(kept) && Object.isFrozen(kept.facts) && Object.isFrozen(kept.facts![0])).toBe(true)
  })

  test('that is faulty throws one error with all faults', () => {
    expect(() => definePlugin({ ...soundBakery, name: 'Bread Shop' })).toThrow(DocumentError)
  })
})
