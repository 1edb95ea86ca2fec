import { isData } from '../session/data.ts'

type Data = Readonly<Record<string, unknown>>

/** The JSON Merge Patch (RFC 7396) that leads from one record to another; undefined where they are the same. */
export function patchBetween(from: Data, to: Data): Data | undefined {
  const patch: Record<string, unknown> = {}
  for (const key of Object.keys(from)) if (to[key] === undefined) patch[key] = null
  for (const [key, value] of Object.entries(to)) {
    const before = Object.hasOwn(from, key) ? from[key] : undefined
    if (value === undefined || value === before) continue
    const change = isData(before) && isData(value) ? patchBetween(before, value) : value
    if (change !== undefined && !isSame(change, before)) patch[key] = change
  }
  return Object.keys(patch).length === 0 ? undefined : patch
}

/** What a patch makes of a record. */
export function patched(record: Data, patch: Data): Data {
  const next: Record<string, unknown> = { ...record }
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete next[key]
    else if (isData(value)) next[key] = patched(isData(next[key]) ? next[key] : {}, value)
    else next[key] = value
  }
  return next
}

/** Records are plain JSON whose keys keep their order, so their texts can be compared. */
function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
