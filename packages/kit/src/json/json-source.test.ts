import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newFolder } from '../../test/folders.ts'
import { parseJsonText, readJsonFile } from './json-source.ts'

const folder = newFolder()

describe('a text that is not JSON is faulted where it stops being JSON', () => {
  test.each([
    ['', '1:1', 'the file is empty'],
    ['  \n ', '2:2', 'the file is empty'],
    ['{"a": 1', '1:8', 'the "{" of 1:1 is not closed'],
    ['{"a": [1,\n 2', '2:3', 'the "[" of 1:7 is not closed'],
    ['{"a": "b', '1:7', 'no closing quote'],
    ['{"a": "b\nc"}', '1:9', 'a line break stands inside a text'],
    ['{"a": "b\tc"}', '1:9', 'write it as \\u0009'],
    ['{"a": "\\q"}', '1:8', 'no escape of JSON'],
    ['{"a": "\\u12g4"}', '1:8', 'no escape of JSON'],
    ['{"a": 1,5}', '1:8', 'a number has a point, not a comma: 1.5'],
    ['{"a": -0,25, "b": 1}', '1:9', 'a number has a point, not a comma: -0.25'],
    ['{"a": 1,}', '1:8', 'no comma stands before "}"'],
    ['[1, 2, ]', '1:6', 'no comma stands before "]"'],
    ['{"a": 1 "b": 2}', '1:9', 'expected "," or "}" here'],
    ['{"a" 1}', '1:6', 'expected ":" after the key "a"'],
    ['{a: 1}', '1:2', 'expected a key in double quotes or "}"'],
    ["{'a': 1}", '1:2', 'straight double quotes'],
    ['{“a”: 1}', '1:2', 'straight double quotes'],
    ['{"a": NaN}', '1:7', 'leave the field out'],
    ['{"a": -Infinity}', '1:7', 'leave the field out'],
    ['{"a": undefined}', '1:7', 'leave the field out'],
    ['{"a": True}', '1:7', 'is written true'],
    ['{"a": 01}', '1:7', 'is not a number as JSON writes it'],
    ['{"a": .5}', '1:7', 'is not a number as JSON writes it'],
    ['{"a": 1.}', '1:7', 'is not a number as JSON writes it'],
    ['{"a": +1}', '1:7', 'is not a number as JSON writes it'],
    ['{"a": 0x1F}', '1:7', 'is not a number as JSON writes it'],
    ['{"a": yes}', '1:7', 'text stands in double quotes'],
    ['{"a": , "b": 1}', '1:7', 'a comma too many'],
    ['{\n  // note\n  "a": 1}', '2:3', 'JSON has no comments'],
    ['{"a": 1} x', '1:10', 'the document ends before this'],
    ['{"a": 1}\n{"a": 2}', '2:1', 'ends in .ndjson'],
    ['{"a": 1}\r\n\r\n,', '3:1', 'the document ends before this'],
  ])('%j at %s: %s', (text, place, message) => {
    const { value, faults } = parseJsonText(text)
    expect(value).toBeUndefined()
    expect(faults).toEqual([expect.objectContaining({ code: 'unreadable', message: expect.stringContaining(message) })])
    expect(`${faults[0]!.line}:${faults[0]!.column}`).toBe(place)
  })
})

test.each([
  ['{"a": 1,5,\n "b": [1,],\n "c": 2,}', ['1:8', '2:9', '3:8']],
  ['{“a”: 1,\n ‘b’: \'x\',\n "c": „d“}', ['1:2', '2:2', '2:7', '3:7']],
  ['{ // one\n "a": 1,, # two\n "b": 2 /* three\n */}', ['1:3', '2:9', '2:11', '3:9']],
  ['{"a": 1\n "b": {"c": 2\r\n "d": 3}\n "e": [1 2]}', ['2:2', '3:2', '4:2', '4:10']],
  ['{"a": 1,\n "a": 2,\n "b": 3,}', ['2:2', '3:8']],
  // what could mean several things ends the reading
  ['{"a": 1,\n "b": ,\n "c": 2,}', ['2:7']],
  ['{"a" 1, "b": 2,}', ['1:6']],
  ['[1, 2,', ['1:7']],
])('mistakes whose meaning is plain are told together: %j', (text, places) => {
  const { value, faults } = parseJsonText(text)
  expect(value).toBeUndefined()
  expect(faults.map(({ line, column }) => `${line}:${column}`)).toEqual(places)
})

test('of rubbish only the first mistakes are told, and of a long text only the first one', () => {
  expect(parseJsonText(`[${'1 '.repeat(1_000)}]`).faults).toHaveLength(20)
  expect(parseJsonText(`[${'1 '.repeat(600_000)}]`).faults).toHaveLength(1)
})

test('every key that is used twice is a fault of its own, and the reading goes on', () => {
  const { faults, value } = parseJsonText('{"a": 1,\n "b": {"c": 1, "c": 2},\n "a": 3}')
  expect(faults.map(({ code, path, line, column }) => ({ code, path, line, column }))).toEqual([
    { code: 'duplicate', path: '/b/c', line: 2, column: 16 },
    { code: 'duplicate', path: '/a', line: 3, column: 2 },
  ])
  expect(value).toEqual({ a: 3, b: { c: 2 } })
})

test('a document full of faults does not bury the first ones', () => {
  expect(parseJsonText(`{"a": 0${', "a": 1'.repeat(100_000)}}`).faults).toHaveLength(500)
  expect(parseJsonText(`[1e999${', 1e999'.repeat(100_000)}]`).faults).toHaveLength(500)
})

test('keys are the same however they are escaped', () => {
  expect(parseJsonText('{"a": 1, "\\u0061": 2}').faults).toEqual([expect.objectContaining({ code: 'duplicate' })])
})

test('a number beyond all bounds is a fault', () => {
  expect(parseJsonText('{"a": [1e999]}').faults).toEqual([
    expect.objectContaining({ code: 'out-of-range', path: '/a/0', line: 1, column: 8 }),
  ])
})

test('a hundred levels are read, a hundred thousand are refused', () => {
  expect(parseJsonText('['.repeat(100) + ']'.repeat(100)).faults).toEqual([])
  expect(parseJsonText('['.repeat(100_000)).faults).toEqual([
    expect.objectContaining({ code: 'too-deep', line: 1, column: 101 }),
  ])
  expect(parseJsonText('{"a":'.repeat(100_000)).faults).toEqual([expect.objectContaining({ code: 'too-deep' })])
})

test('the key __proto__ is data like any other', () => {
  const { value } = parseJsonText('{"__proto__": {"polluted": true}}')
  expect(Object.keys(value as object)).toEqual(['__proto__'])
  expect((value as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('pointers lead to keys and values; of what is not there, to what is around it', () => {
  const { locate } = parseJsonText('{\n  "a/b": [1, {"~": true}],\r\n  "c": {}\n}')
  expect(locate('/a~1b/1/~0')).toEqual({ line: 2, column: 20 })
  expect(locate('/a~1b/1/~0', 'key')).toEqual({ line: 2, column: 15 })
  expect(locate('/c/missing/deep')).toEqual({ line: 3, column: 8 })
  expect(locate('')).toEqual({ line: 1, column: 1 })
})

describe('bytes that are not UTF-8 are told apart', () => {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le')
  test.each([
    ['UTF-16 with a mark', Buffer.from([0xff, 0xfe, ...utf16('{}')]), '1:1', 'UTF-16 (little-endian)'],
    ['UTF-16, the other way round', Buffer.from([0xfe, 0xff, 0, 0x7b]), '1:1', 'UTF-16 (big-endian)'],
    ['UTF-16 without a mark', utf16('{"a": 1}'), '1:1', 'UTF-16 without a byte order mark'],
    ['Latin-1', Buffer.from('{"a": 1,\n "n\u00e4me": "\u00e9"}', 'latin1'), '2:4', 'this is not UTF-8'],
  ])('%s', (...[, bytes, place, message]) => {
    const file = join(folder, 'encoded.json')
    writeFileSync(file, bytes)
    const [fault] = readJsonFile(file).faults
    expect(fault).toMatchObject({ code: 'unreadable', file, message: expect.stringContaining(message) })
    expect(`${fault!.line}:${fault!.column}`).toBe(place)
  })
})

test('a byte order mark before UTF-8 is passed over', () => {
  const file = join(folder, 'marked.json')
  writeFileSync(file, '\uFEFF{"a": 1, "a": 2}')
  const { value, faults } = readJsonFile(file)
  expect(value).toEqual({ a: 2 })
  expect(faults).toEqual([expect.objectContaining({ code: 'duplicate', line: 1, column: 10 })])
  writeFileSync(file, Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0xff]))
  expect(readJsonFile(file).faults).toEqual([expect.objectContaining({ line: 1, column: 2 })])
})

test('what the system has against a file is said in words', () => {
  expect(readJsonFile(join(folder, 'none.json')).faults[0]!.message).toBe('there is no such file or folder')
  expect(readJsonFile(folder).faults[0]!.message).toContain('this is a folder')
  const huge = join(folder, 'huge.json')
  writeFileSync(huge, Buffer.alloc(17 * 1024 * 1024, 32))
  expect(readJsonFile(huge).faults[0]!.message).toBe('this file has 17.0 MB; at most 16 MB are read')
})

/** Small steps from a seed, the same on every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

test('a text is JSON here exactly where it is JSON for JSON.parse', () => {
  const random = createRandom(7)
  const sound = '{"a":[1,-2.5e3,"x\\n\\u00e9",true,null],"b":{"c":"","d":0},"e":[[],{}]}'
  for (let round = 0; round < 20_000; round++) {
    const at = random(sound.length)
    const piece = '{}[]",:0-.e\\tn \n'.charAt(random(16))
    const text = sound.slice(0, at) + (random(3) === 0 ? '' : piece) + sound.slice(at + random(3))
    let expected: unknown
    try {
      expected = JSON.parse(text)
    } catch {
      expected = undefined
    }
    expect(parseJsonText(text).value, text).toEqual(expected)
  }
})
