import { pointerOf } from '@joinery/core'

/** Why a value has no canonical form that can be trusted, and where. */
export interface Unsignable {
  readonly path: string
  readonly message: string
}

/** Deepest nesting that is written. */
const deepest = 100

/**
 * What RFC 8785 refuses: numbers without end, which JSON would turn into null, and halves of characters. And what is nested
 * so deep that writing it would not end well. Undefined where the value has one canonical form.
 */
export function unsignable(value: unknown, steps: readonly (string | number)[] = []): Unsignable | undefined {
  const at = (message: string): Unsignable => ({ path: pointerOf(...steps), message })
  if (typeof value === 'string') return value.isWellFormed() ? undefined : at('this text holds half of a character')
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : at('this number is too large to be one')
  if (typeof value !== 'object' || value === null) return undefined
  if (steps.length >= deepest) return at(`nested deeper than ${deepest} levels`)
  for (const [key, inner] of Object.entries(value)) {
    if (!key.isWellFormed()) return at('a key here holds half of a character')
    const found = unsignable(inner, [...steps, key])
    if (found !== undefined) return found
  }
  return undefined
}
