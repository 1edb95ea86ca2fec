import { stdin } from 'node:process'
import { mostBytes } from '@joinery/kit'

/** What stands on standard input: one document, or one a line. */
export type StandardInput =
  | { readonly kind: 'document'; readonly content: Buffer }
  | { readonly kind: 'lines'; readonly chunks: AsyncIterable<Buffer> }

/** Reads as much of standard input as it takes to tell which of the two it is; of lines, the rest is yet to come. */
export async function openStandardInput(input: AsyncIterable<Buffer> = stdin): Promise<StandardInput> {
  const chunks = input[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  for (;;) {
    const { done, value } = await chunks.next()
    if (done === true) return { kind: 'document', content: head }
    head = Buffer.concat([head, value])
    const verdict = holdsLines(head)
    // no document may be that long, and a line of that length is passed over
    if (verdict === true || head.length > mostBytes) return { kind: 'lines', chunks: continued(head, chunks) }
    if (verdict === false) return { kind: 'document', content: await whole(head, chunks) }
  }
}

/** An object begins the second line only where each line has one. Undefined while the second line is not there yet. */
function holdsLines(head: Uint8Array): boolean | undefined {
  const end = head.indexOf(lineFeed, firstInk(head, 0))
  const next = end < 0 ? head.length : firstInk(head, end + 1)
  if (next >= head.length) return undefined
  return head[next] === openingBrace && head[next - 1] === lineFeed
}

const lineFeed = 10
const openingBrace = 0x7b

/** Where the first byte stands that is no white space. */
function firstInk(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length && [9, 10, 13, 32].includes(bytes[at]!)) at++
  return at
}

async function* continued(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

async function whole(head: Buffer, rest: AsyncIterator<Buffer>): Promise<Buffer> {
  const parts = [head]
  let { length } = head
  // the reader refuses what is longer; there is no need to take in all of it
  for (let next = await rest.next(); next.done !== true && length <= mostBytes; next = await rest.next()) {
    parts.push(next.value)
    length += next.value.length
  }
  return Buffer.concat(parts)
}
