import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import { readRelationshipLines } from './read-lines.ts'

const { ruleSet } = loadRuleSet(join(import.meta.dirname, '../../../../rules/iso-44003'))

async function read(bytes: Uint8Array, chunkSize = bytes.length) {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize)
  }
  const inputs = []
  for await (const { line, relationship, faults } of readRelationshipLines(chunks(), 'many.ndjson', ruleSet!))
    inputs.push({
      line,
      relationship,
      faults: faults.map((fault) => `${fault.line}:${fault.column} ${fault.path} ${fault.code}`),
    })
  return inputs
}

const line = (name: string) => JSON.stringify({ org: { name } })

test.each([1, 2, 7, 1000])('lines are whole however they arrive (%i bytes at a time)', async (size) => {
  const text = `${line('Ä')}\r\n\n  \n${line('B')}\n${line('C')}`
  const inputs = await read(Buffer.from(text), size)
  expect(inputs.map((input) => [input.line, input.relationship?.org?.name])).toEqual([
    [1, 'Ä'],
    [4, 'B'],
    [5, 'C'],
  ])
})

test('a faulty line has its faults in its place, with its line', async () => {
  const inputs = await read(Buffer.from(`${line('A')}\n{"org": {"nam": 1}}\n{"org": \n${line('B')}\n`))
  expect(inputs.map(({ faults }) => faults)).toEqual([[], ['2:10 /org/nam unknown-key'], ['3:9  unreadable'], []])
})

test('a line that is too long is passed over, the next one is read', async () => {
  const long = Buffer.concat([Buffer.from('{"a":"'), Buffer.alloc(17 << 20, 120), Buffer.from(`"}\n${line('B')}\n`)])
  const inputs = await read(long, 1 << 20)
  expect(inputs).toEqual([
    { line: 1, relationship: undefined, faults: ['1:1  too-many'] },
    { line: 2, relationship: { org: { name: 'B' } }, faults: [] },
  ])
})

test('a file in UTF-16 is refused once, not line by line', async () => {
  const inputs = await read(Buffer.from(`\uFEFF${line('A')}\n${line('B')}\n`, 'utf16le'))
  expect(inputs).toEqual([{ line: 1, relationship: undefined, faults: ['1:1  unreadable'] }])
})
