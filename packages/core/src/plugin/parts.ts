import { given, type Data } from '../facts/record.ts'
import { plainCopy } from './plain-copy.ts'

/** As much as the largest record that the service takes. */
const limits = { values: 1_000_000, characters: 50_000_000, depth: 60 }

/** A frozen copy for a plugin to look at: it can neither change the record nor keep hold of it. */
export function inputCopy(value: unknown): unknown {
  return plainCopy(value, limits)
}

/** A record with nothing in it but these parts. */
export function onlyParts(record: Data, paths: readonly string[]): Data {
  const parts: Record<string, unknown> = {}
  for (const path of paths) copyPart(record, parts, path.split('.'))
  return parts
}

// oxlint-disable-next-line max-params -- from, to, and the way
function copyPart(from: unknown, to: Record<string, unknown>, steps: readonly string[]): void {
  const [step, ...rest] = steps as readonly [string, ...string[]]
  // a field inside a list comes with its list
  const value = Array.isArray(from) ? undefined : given(from, step)
  if (value === undefined) return
  if (rest.length === 0 || Array.isArray(value) || typeof value !== 'object' || value === null) {
    to[step] = value
    return
  }
  const inner = { ...(to[step] as Record<string, unknown> | undefined) }
  copyPart(value, inner, rest)
  to[step] = inner
}
