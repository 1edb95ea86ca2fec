import { readFileSync, statSync } from 'node:fs'
import { pointerOf } from '@joinery/core'
import { fileFault, type LocatedFault } from '../located-fault.ts'
import { systemProblem } from '../system-problem.ts'
import { decode } from './decode.ts'
import { createLineIndex, type Position } from './position.ts'
import { readOn } from './read-on.ts'
import { scanJson, type Flaw, type Spot } from './scan-json.ts'

/** A JSON text with the places of its values. */
export interface JsonSource {
  readonly file: string
  /** The parsed value; undefined where the text is not JSON. */
  readonly value: unknown
  readonly faults: readonly LocatedFault[]
  /** Where a value stands, or its key; of what is not there, the nearest thing around it. */
  readonly locate: (pointer: string, part?: 'key' | 'value') => Position | undefined
}

/** Largest file, and longest line of a file with one document a line, that is read. */
export const mostBytes = 16 * 1024 * 1024

/** Reads a JSON file; what is wrong with it is in `faults`, and nothing is thrown. */
export function readJsonFile(file: string): JsonSource {
  try {
    const { size } = statSync(file)
    return size > mostBytes ? unreadable(tooLarge(file, size)) : parseJsonBytes(readFileSync(file), file)
  } catch (error) {
    return unreadable(fileFault(file, 'unreadable', systemProblem(error, 'read')))
  }
}

export function parseJsonBytes(bytes: Uint8Array, file: string): JsonSource {
  if (bytes.length > mostBytes) return unreadable(tooLarge(file, bytes.length))
  const decoded = decode(bytes)
  if ('text' in decoded) return parseJsonText(decoded.text, file)
  const { problem, line, column } = decoded
  return unreadable({ ...fileFault(file, 'unreadable', problem), line, column })
}

/** Reads a JSON text; `file` is the name that faults carry. */
export function parseJsonText(text: string, file = 'text'): JsonSource {
  const scan = scanJson(text)
  if (scan.stop === undefined && scan.flaws.length === 0)
    return { file, value: JSON.parse(text), faults: [], locate: locatorOf(text) }
  const positionOf = createLineIndex(text)
  const { stops, flaws } = readOn(text, scan)
  const faults = flaws.map((flaw) => faultOf(flaw, file, positionOf(flaw.at)))
  if (stops.length === 0) return { file, value: JSON.parse(text), faults, locate: locatorOf(text) }
  const mistakes = stops.map(({ code, at, message, opened }): LocatedFault => {
    const whole = opened === undefined ? message : `${message}; ${unclosed(text, opened)}`
    const { line, column } = positionOf(at)
    return { code, path: '', message: whole, severity: 'error', file, line, column }
  })
  return { file, value: undefined, faults: [...faults, ...mistakes], locate: () => undefined }
}

/** A value that came as it is, without a text: it has no lines. */
export function sourceOfValue(value: unknown, file: string): JsonSource {
  return { file, value, faults: [], locate: () => undefined }
}

function unclosed(text: string, opened: number): string {
  const { line, column } = createLineIndex(text)(opened)
  return `the "${text[opened]}" of ${line}:${column} is not closed`
}

function faultOf({ kind, path, text }: Flaw, file: string, position: Position): LocatedFault {
  const place = { path: pointerOf(...path), severity: 'error', file, ...position } as const
  if (kind === 'number')
    return { ...place, code: 'out-of-range', value: text, message: `the number ${text.slice(0, 40)} is too large` }
  return {
    ...place,
    code: 'duplicate',
    value: text,
    message: `the key "${text}" stands twice in this object; say it once`,
  }
}

function tooLarge(file: string, size: number): LocatedFault {
  const found = (size / 1024 / 1024).toFixed(1)
  return fileFault(file, 'too-many', `this file has ${found} MB; at most ${mostBytes / 1024 / 1024} MB are read`)
}

function unreadable(fault: LocatedFault): JsonSource {
  return { file: fault.file, value: undefined, faults: [fault], locate: () => undefined }
}

/** Looks places up in a second reading, which happens only when the first one is asked for. */
function locatorOf(text: string): JsonSource['locate'] {
  let places: { root: Spot; positionOf: (offset: number) => Position } | undefined
  return (pointer, part = 'value') => {
    places ??= { root: scanJson(text, { places: true }).root!, positionOf: createLineIndex(text) }
    const { positionOf } = places
    let spot = places.root
    for (const step of stepsOf(pointer)) {
      const inner = spot.members?.get(step) ?? spot.items?.[Number(step)]
      if (inner === undefined) return positionOf(spot.at)
      spot = inner
    }
    return positionOf(part === 'key' ? (spot.keyAt ?? spot.at) : spot.at)
  }
}

/** The steps of a JSON pointer. */
export function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}
