import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import { readLine } from './read-line.ts'
import { readRelationshipBytes } from './read-relationship.ts'

const { ruleSet } = loadRuleSet(join(import.meta.dirname, '../../../../rules/iso-44003'))
const place = { file: 'many.ndjson', line: 1 }

/** What the slow way says, which goes through every line character by character. */
const slowly = (text: string) => ({ ...readRelationshipBytes(Buffer.from(text), place.file, ruleSet!), line: 1 })
const quickly = (text: string) => readLine(text, place, ruleSet!)

test.each([
  ['a sound line', '{"org": {"name": "Harbour", "headcount": 7}}'],
  ['a key twice', '{"org": {}, "org": {}}'],
  ['a key twice, and a colon in a text', '{"org": {"name": ": a"}, "org": {"name": "b"}}'],
  ['a key twice, with odd spaces', '{"org"\t:{"name"  :"a"},"org"\r:{"name":"b"}}'],
  ['a key twice, escaped', '{"org": {}, "\\u006frg": {}}'],
  ['a key that is a quote', '{"ext": {"a": {"\\"": 1, "\\\\": 2, "\\\\": 3}}}'],
  ['colons in texts', '{"org": {"name": "10:30 : \\":\\" http://"}}'],
  ['a number beyond all bounds', '{"ext": {"a": {"b": 1e999}}}'],
  ['a key into JavaScript', '{"__proto__": {"org": {}}}'],
  ['a key into JavaScript, deep inside', '{"ext": {"a": {"constructor": 1}}}'],
  ['an unknown key', '{"org": {"nam": 1}}'],
  ['no object', '[]'],
  ['null', 'null'],
  ['no JSON', '{"org": '],
  ['a hundred thousand levels', '{"ext": {"a": '.padEnd(100_000, '[')],
  ['deep, and closed', `{"ext": {"a": ${'['.repeat(5_000)}${']'.repeat(5_000)}}}`],
  ['a byte order mark', '\uFEFF{"org": {"name": "Harbour"}}'],
])('%s is read as if nobody were in a hurry', (_name, text) => {
  expect(quickly(text)).toEqual(slowly(text))
})

test('so is whatever becomes of a line that is spoiled', () => {
  const sound =
    '{"org":{"name":"a:b","headcount":7},"rel" : {"kind":"customer"},"answers":{"p01.plan/1":{"value":"yes"}}}'
  const pieces = ['"', ':', ',', '{', '}', ' ', '\\', '"org":{},', '"name":"x",', '":"', '1e999', '\\u006f', '[', ']']
  let state = 11
  const below = (end: number) => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) % end
  let sane = 0
  for (let round = 0; round < 5_000; round++) {
    const at = below(sound.length)
    const text = sound.slice(0, at) + pieces[below(pieces.length)]! + sound.slice(at + below(2))
    const found = quickly(text)
    expect(found, text).toEqual(slowly(text))
    if (found.relationship !== undefined) sane++
  }
  // the test would say nothing if all of them were refused
  expect(sane).toBeGreaterThan(100)
})
