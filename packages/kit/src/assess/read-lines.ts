import type { RuleSet } from '@joinery/core'
import { mostBytes } from '../json/json-source.ts'
import { fileFault } from '../located-fault.ts'
import { batchesOf, type Batch } from './batches.ts'
import { linesOf } from './lines-of.ts'
import { readLine } from './read-line.ts'
import { readRelationship, readRelationshipBytes, type Input } from './read-relationship.ts'

/**
 * Reads relationships from a stream with one JSON document a line (NDJSON), one at a time: the file is never in memory as a
 * whole. Empty lines are passed over; a faulty line gives its faults in its place.
 */
export async function* readRelationshipLines(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  ruleSet: RuleSet,
): AsyncGenerator<Input> {
  for await (const batch of batchesOf(chunks, file)) yield* inputsOf(batch, ruleSet)
}

/** Reads the relationships of a batch, one at a time. */
export function* inputsOf(batch: Batch, ruleSet: RuleSet): Generator<Input> {
  switch (batch.is) {
    case 'lines':
      for (const { content, number } of linesOf(batch.bytes, batch.firstLine))
        yield readLine(content, { file: batch.file, line: number }, ruleSet)
      return
    case 'too long':
      return yield passedOver(batch.file, batch.firstLine)
    case 'document':
      return yield readRelationshipBytes(batch.bytes, batch.file, ruleSet)
    case 'file':
      return yield readRelationship(batch.file, ruleSet)
  }
}

function passedOver(file: string, line: number): Input {
  const message = `this line is longer than ${mostBytes / 1024 / 1024} MB and was passed over`
  return { file, line, relationship: undefined, faults: [{ ...fileFault(file, 'too-many', message), line, column: 1 }] }
}
