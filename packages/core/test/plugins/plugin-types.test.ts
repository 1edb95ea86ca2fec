import { expect, expectTypeOf, test } from 'vitest'
import { definePlugin, notDue, type Plugin, type PluginFact, type PluginOperator } from '../../src/plugin/index.ts'
import type { createAssessor, AssessorOptions } from '../../src/assessor.ts'

const read = { id: 'bakery/waste', reads: ['risks'] } as const

test('a plugin is one plain object, and nothing misspelt is taken', () => {
  expectTypeOf(definePlugin).parameters.toEqualTypeOf<[plugin: Plugin]>()
  expectTypeOf(definePlugin).returns.toEqualTypeOf<Plugin>()
  expectTypeOf<Parameters<typeof createAssessor>[1]>().toEqualTypeOf<AssessorOptions | undefined>()
  const named: Plugin = { name: 'bakery' }
  // @ts-expect-error the field is 'operators'
  const misspelt: Plugin = { name: 'bakery', operatrs: [] }
  // @ts-expect-error a plugin has a name
  const nameless: Plugin = { version: '1.0.0' }
  // @ts-expect-error there are no hooks
  const hooked: Plugin = { name: 'bakery', onAssess: () => undefined }
  // @ts-expect-error a list, not a record
  const recorded: Plugin = { name: 'bakery', facts: {} }
  expect([named, misspelt, nameless, hooked, recorded]).toHaveLength(5)
})

test('a fact gives what its type says, or nothing, or that nothing is due', () => {
  const share: PluginFact = { ...read, type: 'share', derive: () => 0.5 }
  const nothing: PluginFact = { ...read, type: 'date', derive: () => undefined }
  const undue: PluginFact = { ...read, type: 'yesNo', derive: () => notDue }
  // @ts-expect-error a share is a number
  const text: PluginFact = { ...read, type: 'share', derive: () => '0.5' }
  // @ts-expect-error facts do not wait
  const later: PluginFact = { ...read, type: 'share', derive: () => Promise.resolve(0.5) }
  // @ts-expect-error unknown is undefined, not null
  const none: PluginFact = { ...read, type: 'text', derive: () => null }
  // @ts-expect-error it says what it reads
  const blind: PluginFact = { id: 'bakery/waste', type: 'share', derive: () => 0.5 }
  // @ts-expect-error lists are recorded, not worked out
  const list: PluginFact = { ...read, type: 'texts', derive: () => undefined }
  expect([share, nothing, undue, text, later, none, blind, list]).toHaveLength(8)
})

test('an operator is given the types that it names', () => {
  const words = { id: 'bakery/within', phrase: 'within %' } as const
  const typed: PluginOperator = {
    ...words,
    fact: 'date',
    value: 'number',
    holds: (fact, value, at) => {
      expectTypeOf(fact).toEqualTypeOf<string>()
      expectTypeOf(value).toEqualTypeOf<number>()
      expectTypeOf(at.asOf).toEqualTypeOf<string>()
      return fact.length > value
    },
  }
  // @ts-expect-error it is true or false
  const counted: PluginOperator = { ...words, fact: 'text', value: 'text', holds: () => 1 }
  // @ts-expect-error its words are needed in explanations
  const wordless: PluginOperator = { id: 'bakery/within', fact: 'text', value: 'text', holds: () => true }
  expect([typed, counted, wordless]).toHaveLength(3)
})
