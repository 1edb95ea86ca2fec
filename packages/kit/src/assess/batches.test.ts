import { expect, test } from 'vitest'
import { mostBytes } from '../json/json-source.ts'
import { batchesOf, type BatchOptions } from './batches.ts'
import { linesOf } from './lines-of.ts'

async function cut(bytes: Uint8Array, chunkSize: number, options?: BatchOptions) {
  // one buffer that is filled again and again, as a file is read
  const buffer = new Uint8Array(chunkSize)
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkSize) {
      const part = bytes.subarray(at, at + chunkSize)
      buffer.set(part)
      yield buffer.subarray(0, part.length)
    }
  }
  const batches = []
  for await (const batch of batchesOf(chunks(), 'many.ndjson', options)) batches.push(batch)
  return batches
}

const text = 'one\n\nthree\r\n  \nfünf and a few more words\nsix\n\n\nnine'
const bytes = Buffer.from(text)

const cases = [1, 2, 3, 7, 20, 1_000].flatMap((chunk) =>
  [1, 2, 100].flatMap((lines) => [4, 30, 1_000].map((most) => ({ chunk, lines, most }))),
)

test.each(cases)('chunks of $chunk, batches of $lines lines and $most bytes: no line is lost', async (sizes) => {
  const batches = await cut(bytes, sizes.chunk, { lines: sizes.lines, bytes: sizes.most })
  const found = batches.flatMap((batch) => (batch.is === 'lines' ? [...linesOf(batch.bytes, batch.firstLine)] : []))
  expect(found.map(({ content, number }) => [number, (content as string).trim()])).toEqual([
    [1, 'one'],
    [3, 'three'],
    [5, 'fünf and a few more words'],
    [6, 'six'],
    [9, 'nine'],
  ])
})

test('a batch has at most so many lines', async () => {
  const batches = await cut(Buffer.from('{}\n'.repeat(1_000)), 1_000, { lines: 16 })
  const counts = batches.map((batch) => (batch.is === 'lines' ? [...linesOf(batch.bytes, batch.firstLine)].length : 0))
  expect(Math.max(...counts)).toBe(16)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1_000)
})

test.each([
  ['just fits', 0, 'lines'],
  ['is one byte too long', 1, 'too long'],
])('a line that %s', async (_name, more, is) => {
  const long = Buffer.alloc(mostBytes + more, 120)
  for (const whole of [Buffer.concat([long, Buffer.from('\nlast')]), Buffer.concat([Buffer.from('first\n'), long])]) {
    const kinds = (await cut(whole, 1 << 20)).map((batch) => batch.is)
    expect(kinds.toSorted()).toEqual(['lines', is])
  }
})
