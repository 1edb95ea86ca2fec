import { isPlainObject, canonicalJson } from '@joinery/core'

/** A JSON object. */
export type Data = Readonly<Record<string, unknown>>

/** A member of an object; undefined for anything else, and for what the object only inherits. */
export function member(value: unknown, key: string): unknown {
  return isPlainObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Whether two values say the same, whatever the order of their keys. */
export function isSame(left: unknown, right: unknown): boolean {
  return left === right || canonicalJson(left ?? null) === canonicalJson(right ?? null)
}
