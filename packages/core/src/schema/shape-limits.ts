/** Deepest nesting of data that no schema describes (`ext`). */
export const deepest = 20
export const longestMap = 5_000
export const longestAnyList = 5_000
export const longestAnyKey = 100

/** Whether a value of a JSON document is an object. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isScalar(value: unknown): value is string | number | boolean | null {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  )
}
