import { readdirSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { RuleSet } from '@joinery/core'
import { batchesOf, inputsOf, systemProblem, type Batch, type BatchOptions, type Input } from '@joinery/kit'
import { UsageError } from '../exits.ts'
import { shownPath, userFolder } from '../terminal.ts'
import { openStandardInput, type StandardInput } from './standard-input.ts'

/** One file that was named, or found in a folder that was named, or what came in on standard input. */
export type Source = FileSource | (StandardInput & { readonly path: typeof standardInput })

interface FileSource {
  readonly kind: 'file' | 'file of lines'
  readonly path: string
  readonly bytes: number
}

const standardInput = 'standard input'

/** The files that the user named; of a folder, its .json and .ndjson files in order of name. */
export async function sourcesOf(names: readonly string[]): Promise<Source[]> {
  if (names.indexOf('-') !== names.lastIndexOf('-')) throw new UsageError('name standard input (-) once only')
  const sources = names.map(async (name) =>
    name === '-' ? [{ ...(await openStandardInput()), path: standardInput } as const] : sourcesAt(name),
  )
  return (await Promise.all(sources)).flat()
}

function sourcesAt(name: string): FileSource[] {
  const path = resolve(userFolder(), name)
  try {
    return statSync(path).isDirectory() ? inFolder(path) : [fileSource(path)]
  } catch (error) {
    throw new UsageError(`${name}: ${systemProblem(error, 'read')}`)
  }
}

function inFolder(folder: string): FileSource[] {
  const names = readdirSync(folder).filter((name) => /\.(?:nd)?json$/.test(name) && !name.startsWith('.'))
  const files = names
    .toSorted()
    .map((name) => join(folder, name))
    .filter((path) => !statSync(path).isDirectory())
  if (files.length === 0) throw new UsageError(`${shownPath(folder)}: there is no .json or .ndjson file in this folder`)
  return files.map(fileSource)
}

function fileSource(path: string): FileSource {
  return { path, kind: path.endsWith('.ndjson') ? 'file of lines' : 'file', bytes: statSync(path).size }
}

/** Whether there may be several relationships in it. */
export function isSeveral(sources: readonly Source[]): boolean {
  return sources.length > 1 || sources.some(({ kind }) => kind === 'lines' || kind === 'file of lines')
}

/** All bytes of the sources; undefined where nobody knows. */
export function bytesOf(sources: readonly Source[]): number | undefined {
  let total = 0
  for (const source of sources) {
    if (source.kind === 'lines') return undefined
    total += source.kind === 'document' ? source.content.length : source.bytes
  }
  return total
}

/** Some relationships of the sources, and how many bytes of them that is. */
export interface Portion {
  readonly batch: Batch
  readonly bytes: number
}

/** Cuts the sources into portions, in order; reads no faster than they are taken. */
export async function* portionsOf(sources: readonly Source[], options?: BatchOptions): AsyncGenerator<Portion> {
  for (const source of sources) {
    const { path: file } = source
    if (source.kind === 'file') yield { batch: { is: 'file', file }, bytes: source.bytes }
    else if (source.kind === 'document')
      yield { batch: { is: 'document', file, bytes: source.content }, bytes: source.content.length }
    else {
      const chunks = source.kind === 'lines' ? source.chunks : readFile(file)
      for await (const batch of readable(batchesOf(chunks, file, options), file))
        yield { batch, bytes: 'bytes' in batch ? batch.bytes.length : 0 }
    }
  }
}

/** The bytes of a file, in one buffer that is filled again and again. */
async function* readFile(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file)
  try {
    const buffer = new Uint8Array(1 << 18)
    for (;;) {
      const { bytesRead } = await handle.read(buffer)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

async function* readable(batches: AsyncIterable<Batch>, file: string): AsyncGenerator<Batch> {
  try {
    yield* batches
  } catch (error) {
    throw new UsageError(`${shownPath(file)}: ${systemProblem(error, 'read')}`)
  }
}

/** Reads what the sources hold, one relationship at a time. `onBytes` is told of progress. */
export async function* readInputs(
  sources: readonly Source[],
  ruleSet: RuleSet,
  onBytes: (count: number) => void,
): AsyncGenerator<Input> {
  for await (const { batch, bytes } of portionsOf(sources)) {
    yield* inputsOf(batch, ruleSet)
    onBytes(bytes)
  }
}
