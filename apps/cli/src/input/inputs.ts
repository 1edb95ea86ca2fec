import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stdin } from 'node:process'
import type { RuleSet } from '@joinery/core'
import { readRelationship, readRelationshipBytes, readRelationshipLines, systemProblem, type Input } from '@joinery/kit'
import { UsageError } from '../exits.ts'
import { shownPath, userFolder } from '../terminal.ts'

/** One file that was named, or found in a folder that was named. */
export interface Source {
  readonly path: string
  readonly kind: 'one' | 'lines' | 'standard input'
  readonly bytes: number
}

/** The files that the user named; of a folder, its .json and .ndjson files in order of name. */
export function sourcesOf(names: readonly string[]): Source[] {
  return names.flatMap((name) => {
    if (name === '-') return [{ path: '-', kind: 'standard input', bytes: 0 } as const]
    const path = resolve(userFolder(), name)
    try {
      return statSync(path).isDirectory() ? inFolder(path) : [fileSource(path)]
    } catch (error) {
      throw new UsageError(`${name}: ${systemProblem(error, 'read')}`)
    }
  })
}

function inFolder(folder: string): Source[] {
  const names = readdirSync(folder).filter((name) => /\.(?:nd)?json$/.test(name) && !name.startsWith('.'))
  const files = names
    .toSorted()
    .map((name) => join(folder, name))
    .filter((path) => !statSync(path).isDirectory())
  if (files.length === 0) throw new UsageError(`${shownPath(folder)}: there is no .json or .ndjson file in this folder`)
  return files.map(fileSource)
}

function fileSource(path: string): Source {
  return { path, kind: path.endsWith('.ndjson') ? 'lines' : 'one', bytes: statSync(path).size }
}

/** Reads what the sources hold, one relationship at a time. `onBytes` is told of progress within long files. */
export async function* readInputs(
  sources: readonly Source[],
  ruleSet: RuleSet,
  onBytes: (count: number) => void,
): AsyncGenerator<Input> {
  for (const { path, kind, bytes } of sources) {
    if (kind === 'standard input') yield readRelationshipBytes(await standardInput(), 'standard input', ruleSet)
    else if (kind === 'lines') yield* readLines(path, ruleSet, onBytes)
    else {
      yield readRelationship(path, ruleSet)
      onBytes(bytes)
    }
  }
}

async function* readLines(path: string, ruleSet: RuleSet, onBytes: (count: number) => void): AsyncGenerator<Input> {
  try {
    yield* readRelationshipLines(counted(createReadStream(path, { highWaterMark: 1 << 18 }), onBytes), path, ruleSet)
  } catch (error) {
    throw new UsageError(`${shownPath(path)}: ${systemProblem(error, 'read')}`)
  }
}

async function* counted(chunks: AsyncIterable<Buffer>, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    yield chunk
    onBytes(chunk.length)
  }
}

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    // the reader refuses what is longer; there is no need to take in all of it
    if (length > 1 << 25) break
  }
  return Buffer.concat(chunks)
}
