import { describe, expect, test } from 'vitest'
import { createAssessor } from '../../src/assessor.ts'
import { canonicalJson } from '../../src/canonical.ts'
import { createFaults, DocumentError } from '../../src/fault.ts'
import { definePlugin, readTyped, writeTyped, type Plugin, type QuestionType } from '../../src/plugin/index.ts'
import { readRuleSet } from '../../src/rule-set/parse-rule-set.ts'
import { today, type Json } from '../small-rule-set.ts'
import { bakeryRules, shop, soundBakery } from './bakery.ts'

const dozens: QuestionType = {
  id: 'bakery/dozens',
  writes: 'number',
  input: { mode: 'numeric', unit: 'dozen', example: '3' },
  read: (text) => (/^\d+$/.test(text) ? { value: Number(text) * 12 } : { problem: 'Write a whole number of dozens.' }),
  write: (loaves) => String(loaves / 12),
}

const facts = (bakeryRules()['facts'] as Json[]).concat({ id: 'ext.bakery.order', type: 'number', title: 'Order' })
const asking = (more: Json) =>
  bakeryRules({
    facts,
    instrument: {
      questions: [{ id: 'bakery.q-order', title: 'How many loaves?', fact: 'ext.bakery.order', ...more }],
    },
  })

const withRules = (document: Json): Plugin =>
  definePlugin({ ...soundBakery, questionTypes: [dozens], ruleSets: [document] } as never)

function faultsOf(work: () => unknown): string[] {
  try {
    work()
    return []
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return error.faults.map(({ path, message }) => `${path}: ${message}`)
  }
}

describe('a question names a question type', () => {
  test('of its plugin, and the result is that of the plain type', () => {
    const record = { ext: { bakery: { order: 36 } } }
    const [named, plain] = [asking({ type: 'number', as: 'bakery/dozens' }), asking({ type: 'number' })].map(
      (document) => createAssessor(shop, { plugins: [withRules(document)] }).assess(record, { asOf: today }),
    )
    const { provenance: _named, ...left } = named!.sectors![0]!
    const { provenance: _plain, ...right } = plain!.sectors![0]!
    expect(canonicalJson(left)).toBe(canonicalJson(right))
  })

  test.each([
    ['that it does not bring', { type: 'number', as: 'bakery/dozen' }, 'did you mean "bakery/dozens"?'],
    ['of another plugin', { type: 'number', as: 'brewery/barrels' }, 'load the plugin "brewery" that brings it'],
    ['that writes something else', { type: 'text', as: 'bakery/dozens' }, '"bakery/dozens" writes a number'],
    ['in no words', { type: 'number', as: 12 }, 'text'],
    ['that is a way into JavaScript', { type: 'number', as: '__proto__' }, 'there is no question type "__proto__"'],
  ])('%s: a fault with its place', (_what, more, words) => {
    const faults = faultsOf(() => createAssessor(shop, { plugins: [withRules(asking(more))] }))
    expect(faults).toEqual([expect.stringContaining(words)])
    expect(faults[0]).toMatch(/^\/bakery\/ruleSets\/0\/instrument\/questions\/0\/as: /)
  })

  test('while no plugin is loaded: the fault names the one to load', () => {
    const faults = createFaults()
    readRuleSet(asking({ type: 'number', as: 'bakery/dozens' }), [shop], faults)
    expect(faults.list.filter(({ path }) => path.startsWith('/instrument'))).toEqual([
      expect.objectContaining({ code: 'unknown-id', message: expect.stringContaining('load the plugin "bakery"') }),
    ])
  })
})

describe('what somebody types is read by the plugin, and what comes out is checked', () => {
  const reading = (read: unknown) => readTyped({ ...dozens, read } as QuestionType, '3')
  test.each([
    ['a value', dozens.read, { value: 36 }],
    ['a problem', () => ({ problem: 'No.' }), { problem: 'No.' }],
    [
      'a value of another type',
      () => ({ value: 'many' }),
      { problem: 'This input gave something other than a number.' },
    ],
    ['nothing', () => undefined, { problem: 'This input gave something other than a number.' }],
    ['a flood', () => ({ problem: 'x'.repeat(30_000) }), { problem: expect.stringContaining('cannot be used') }],
    ['a promise', async () => ({ value: 1 }), { problem: expect.stringContaining('gave a promise') }],
    [
      'a throw',
      () => {
        throw new Error('no oven')
      },
      { problem: 'This input failed: no oven.' },
    ],
  ])('%s', (_what, read, expected) => {
    expect(reading(read)).toEqual(expected)
  })

  test('a kept value is written as it is typed; one of another type is not shown', () => {
    expect([writeTyped(dozens, 36), writeTyped(dozens, 'many'), writeTyped(dozens, undefined)]).toEqual(['3', '', ''])
  })
})
