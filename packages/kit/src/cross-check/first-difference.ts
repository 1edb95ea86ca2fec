import { pointerOf } from '@joinery/core'

/** The first place where two JSON values differ, in the order in which they are written. */
export interface ValueDifference {
  /** JSON pointer to it. */
  readonly path: string
  readonly left: unknown
  readonly right: unknown
}

/** Undefined where both are the same to the byte: the order of keys counts too. */
export function firstDifference(left: unknown, right: unknown): ValueDifference | undefined {
  return differenceAt(left, right, [])
}

type Steps = readonly (string | number)[]

function differenceAt(left: unknown, right: unknown, steps: Steps): ValueDifference | undefined {
  if (JSON.stringify(left) === JSON.stringify(right)) return undefined
  const here = { path: pointerOf(...steps), left, right }
  if (!isTree(left) || !isTree(right) || Array.isArray(left) !== Array.isArray(right)) return here
  for (const key of Object.keys(left)) {
    const step = Array.isArray(left) ? Number(key) : key
    if (!Object.hasOwn(right, key)) return { path: pointerOf(...steps, step), left: left[key], right: undefined }
    const inside = differenceAt(left[key], right[key], [...steps, step])
    if (inside !== undefined) return inside
  }
  const more = Object.keys(right).find((key) => !Object.hasOwn(left, key))
  // the same keys with the same values: only their order differs
  if (more === undefined) return { path: here.path, left: Object.keys(left), right: Object.keys(right) }
  return { path: pointerOf(...steps, more), left: undefined, right: right[more] }
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
