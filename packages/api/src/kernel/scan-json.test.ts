import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { scanJson } from './scan-json.ts'

const refused: [what: string, text: string, fault: { code: string; pointer: string }][] = [
  ['a key given twice', '{"org":{"name":"Harbour","name":"Quay"}}', { code: 'duplicate', pointer: '/org/name' }],
  ['a key given twice, once escaped', String.raw`{"name":1,"n\u0061me":2}`, { code: 'duplicate', pointer: '/name' }],
  [
    'a key that reaches the prototype',
    '{"ext":{"__proto__":{"a":1}}}',
    { code: 'dangerous-key', pointer: '/ext/__proto__' },
  ],
  ['the same, escaped', String.raw`{"\u005f_proto__":1}`, { code: 'dangerous-key', pointer: '/__proto__' }],
  ['a key named constructor', '[{"constructor":1}]', { code: 'dangerous-key', pointer: '/0/constructor' }],
  ['the character U+0000', String.raw`{"name":"a\u0000b"}`, { code: 'not-allowed', pointer: '/name' }],
  ['half a character', String.raw`["ok","\ud800"]`, { code: 'not-allowed', pointer: '/1' }],
]

test.each(refused)('%s is refused, with its place', (_what, text, fault) => {
  expect(scanJson(text)).toEqual([expect.objectContaining({ in: 'body', ...fault })])
})

test('every fault is reported at once', () => {
  expect(scanJson('{"a":1,"a":2,"b":{"b":1,"b":1},"__proto__":1}').map(({ pointer }) => pointer)).toEqual([
    '/a',
    '/b/b',
    '/__proto__',
  ])
})

describe('size', () => {
  test.each([limits.depth + 1, 20_000, 2_000_000])(
    '%i brackets deep is too deep, and never runs out of stack',
    (deep) => {
      expect(scanJson('['.repeat(deep))).toEqual([expect.objectContaining({ code: 'too-deep' })])
    },
  )

  test('just as deep as allowed is fine', () => {
    expect(scanJson('['.repeat(limits.depth) + ']'.repeat(limits.depth))).toEqual([])
  })

  test('more values than allowed are too many', () => {
    const text = `[${'1,'.repeat(limits.nodes)}1]`
    expect(scanJson(text)).toEqual([expect.objectContaining({ code: 'too-many' })])
  })
})

test('more keys in one object than allowed are too many', () => {
  const keys = Array.from({ length: limits.keys + 1 }, (_, index) => `"k${index}":0`)
  expect(scanJson(`{${keys.join()}}`)).toEqual([expect.objectContaining({ code: 'too-many' })])
  expect(scanJson(`{${keys.slice(1).join()}}`)).toEqual([])
})

test('whatever JSON.stringify writes of sound data passes', () => {
  const sound = fc.jsonValue({
    maxDepth: 6,
    stringUnit: fc.constantFrom('a', '"', '\\', '/', '{', ']', ',', ':', 'ü', '😀'),
  })
  fc.assert(fc.property(sound, (value) => scanJson(JSON.stringify(value)).length === 0))
})

test('text that is not JSON never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', 'a', '1') }), (text) =>
      Array.isArray(scanJson(text)),
    ),
  )
})

test.each([2, 16, 17, 40])('of %i keys, the last one given twice is found, however it is written', (count) => {
  const keys = Array.from({ length: count }, (_, index) => `"k${index}":0`)
  for (const again of [`"k${count - 1}":0`, String.raw`"\u006b${count - 1}":0`])
    expect(scanJson(`{${[...keys, again].join()}}`)).toEqual([expect.objectContaining({ code: 'duplicate' })])
  expect(scanJson(`{${[...keys, String.raw`"k\\0":0`].join()}}`)).toEqual([])
})

test('half a character is found behind text that is sound, and behind escapes', () => {
  const text = String.raw`["a","\n","b","\ud800","c","\\","d","\u0000"]`
  expect(scanJson(text).map(({ pointer }) => pointer)).toEqual(['/3', '/7'])
  expect(scanJson('["a","\ud800","b"]').map(({ pointer }) => pointer)).toEqual(['/1'])
})
