import { wideEncoding } from '../json/decode.ts'
import { mostBytes } from '../json/json-source.ts'

/** Work on relationships that can be handed to somebody else: what to read, and what it is called in faults. */
export type Batch =
  /** Whole lines with one JSON document each (NDJSON). */
  | { readonly is: 'lines'; readonly file: string; readonly bytes: Uint8Array; readonly firstLine: number }
  /** A line that is too long to be read; nothing of it is kept. */
  | { readonly is: 'too long'; readonly file: string; readonly firstLine: number }
  /** A document that was read already. */
  | { readonly is: 'document'; readonly file: string; readonly bytes: Uint8Array }
  /** A file with one document, yet to be read. */
  | { readonly is: 'file'; readonly file: string }

/** How large a batch of lines may get. */
export interface BatchOptions {
  /** Most lines of one batch. */
  readonly lines?: number
  /** Most bytes of one batch; a longer line is a batch of its own. */
  readonly bytes?: number
}

/**
 * Cuts a stream of lines into batches, at the ends of lines. Only one batch, or one long line, is in memory at a time; batches
 * hold copies, so a chunk may be filled anew once the next one is asked for.
 */
export async function* batchesOf(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  { lines = 128, bytes = 1 << 18 }: BatchOptions = {},
): AsyncGenerator<Batch> {
  const cutter = createCutter(file, lines)
  let isFirst = true
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += bytes) {
      const piece = chunk.subarray(at, at + bytes)
      // what follows in a wide encoding would only repeat the fault
      if (isFirst && wideEncoding(piece) !== undefined)
        return yield { is: 'lines', file, bytes: piece.slice(0, Math.max(2, piece.indexOf(lineFeed))), firstLine: 1 }
      isFirst = false
      yield* cutter.take(piece)
    }
  }
  yield* cutter.rest()
}

const lineFeed = 10

/** Keeps the beginning of a line until its end comes. */
function createCutter(file: string, mostLines: number) {
  let open: Uint8Array[] = []
  let openLength = 0
  let firstLine = 1
  const cut = (part: Uint8Array, count: number): Batch => {
    // the line feed at the end of a part is not counted
    const isTooLong = openLength + Math.max(0, part.length - 1) > mostBytes
    const batch: Batch = isTooLong
      ? { is: 'too long', file, firstLine }
      : { is: 'lines', file, bytes: joined([...open, part]), firstLine }
    firstLine += count
    ;[open, openLength] = [[], 0]
    return batch
  }
  function* take(piece: Uint8Array): Generator<Batch> {
    let [start, count] = [0, 0]
    let end = piece.indexOf(lineFeed)
    while (end >= 0) {
      count++
      const next = piece.indexOf(lineFeed, end + 1)
      // a line that may be too long is cut on its own
      if (openLength + piece.length > mostBytes || next < 0 || count === mostLines) {
        yield cut(piece.subarray(start, end + 1), count)
        ;[start, count] = [end + 1, 0]
      }
      end = next
    }
    const part = piece.subarray(start)
    openLength += part.length
    if (openLength > mostBytes) open = []
    else if (part.length > 0) open.push(part.slice())
  }
  function* rest(): Generator<Batch> {
    if (openLength > 0) yield cut(new Uint8Array(), 1)
  }
  return { take, rest }
}

/** Always a copy with a buffer of its own, which can be handed over as a whole. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
