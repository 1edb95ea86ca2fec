import { dangerousKeys, isPlainObject } from '@joinery/core'

export type Data = Record<string, unknown>
type Step = string | number

/** What stands at the end of some steps; undefined where nothing does. */
export function valueAt(value: unknown, steps: readonly Step[]): unknown {
  let found = value
  for (const step of steps) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined
    found = (found as Data)[step]
  }
  return found
}

/** Puts a value at the end of some steps; what is missing on the way is made. False where a word reaches into JavaScript. */
export function putAt(root: Data, steps: readonly Step[], value: unknown): boolean {
  if (steps.some((step) => dangerousKeys.has(String(step)))) return false
  let place: Data = root
  for (const [index, step] of steps.slice(0, -1).entries()) {
    const next = place[step]
    if (typeof next === 'object' && next !== null) place = next as Data
    else place = place[step] = (typeof steps[index + 1] === 'number' ? [] : {}) as unknown as Data
  }
  place[steps.at(-1)!] = value
  return true
}

/** The items of a list; none where it is not there. */
export function itemsAt(value: unknown, steps: readonly Step[]): readonly unknown[] {
  const found = valueAt(value, steps)
  return Array.isArray(found) ? found : []
}

export function entriesAt(value: unknown, steps: readonly Step[]): (readonly [string, unknown])[] {
  const found = valueAt(value, steps)
  return isPlainObject(found) ? Object.entries(found) : []
}
