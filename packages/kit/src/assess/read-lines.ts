import type { RuleSet } from '@joinery/core'
import { mostBytes, parseJsonBytes } from '../json/json-source.ts'
import { fileFault, type LocatedFault } from '../located-fault.ts'
import { inputOf, type Input } from './read-relationship.ts'

/**
 * Reads relationships from a stream with one JSON document a line (NDJSON), one at a time: the file is never in memory as a
 * whole. Empty lines are passed over; a faulty line gives its faults in its place.
 */
export async function* readRelationshipLines(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  ruleSet: RuleSet,
): AsyncGenerator<Input> {
  let number = 0
  for await (const line of linesOf(chunks)) {
    number++
    if (line === tooLong) {
      const message = `this line is longer than ${mostBytes / 1024 / 1024} MB and was passed over`
      yield faulty({ ...fileFault(file, 'too-many', message), line: number, column: 1 })
    } else if (line.some((byte) => byte !== 32 && byte !== 9)) {
      const input = inputOf(parseJsonBytes(line, file), ruleSet)
      const faults = input.faults.map((fault) => ({ ...fault, line: number + (fault.line ?? 1) - 1 }))
      yield { ...input, line: number, faults }
      // what follows in a wide encoding would only repeat the fault
      if (number === 1 && isWide(line)) return
    }
  }
}

function faulty(fault: LocatedFault & { readonly line: number }): Input {
  return { file: fault.file, line: fault.line, relationship: undefined, faults: [fault] }
}

const tooLong = Symbol('too long')

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | typeof tooLong> {
  let parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield length + end - start > mostBytes ? tooLong : joined([...parts, chunk.subarray(start, end)])
      ;[parts, length, start] = [[], 0, end + 1]
    }
    length += chunk.length - start
    if (length > mostBytes) parts = []
    else if (start < chunk.length) parts.push(chunk.subarray(start))
  }
  if (length > 0) yield length > mostBytes ? tooLong : joined(parts)
}

/** One line without its carriage return. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const line = parts.length === 1 ? parts[0]! : Buffer.concat(parts)
  return line.at(-1) === 13 ? line.subarray(0, -1) : line
}

function isWide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0
}
