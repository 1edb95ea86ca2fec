import { canonicalJson, isPlainObject, pointerOf } from '@joinery/core'
import { stepsOf } from '../json/json-source.ts'

/** Something that the sheets cannot hold: where it belongs, by ids rather than by numbers, and what it is. */
export interface Leftover {
  readonly place: string
  /** Undefined where the sheets say something that should not be there. */
  readonly value: unknown
}

/** What a document has and what was read back from its sheets has not. */
export function leftoversOf(document: unknown, readBack: unknown, place = ''): Leftover[] {
  if (isSame(document, readBack)) return []
  if (isPlainObject(document) && isPlainObject(readBack)) {
    const keys = [...new Set([...Object.keys(document), ...Object.keys(readBack)])]
    return keys.flatMap((key) => leftoversOf(document[key], readBack[key], place + pointerOf(key)))
  }
  if (Array.isArray(document) && Array.isArray(readBack)) {
    const [names, others] = [namesOf(document), namesOf(readBack)]
    if (names !== undefined && isSame(names, others))
      return document.flatMap((item, index) => leftoversOf(item, readBack[index], place + pointerOf(names[index]!)))
  }
  return [{ place, value: document }]
}

function isSame(left: unknown, right: unknown): boolean {
  if (left === undefined || right === undefined) return left === right
  return canonicalJson(left) === canonicalJson(right)
}

/** The names of the items of a list, where each has one of its own. */
function namesOf(list: readonly unknown[]): string[] | undefined {
  const names = list.map(nameOf)
  const isNamed = names.every((name) => name !== undefined) && new Set(names).size === names.length
  return isNamed && names.length > 0 ? names : undefined
}

function nameOf(item: unknown): string | undefined {
  if (!isPlainObject(item)) return undefined
  const name = item['id'] ?? item['target']
  return typeof name === 'string' ? `@${name}` : undefined
}

/** The steps of a place in a document whose items may have moved; undefined where it leads nowhere. */
export function stepsInto(document: unknown, place: string): (string | number)[] | undefined {
  let value = document
  const steps: (string | number)[] = []
  const words = place === '' ? [] : stepsOf(place)
  for (const [index, word] of words.entries()) {
    const step = Array.isArray(value) ? value.findIndex((item) => nameOf(item) === word) : word
    if (step === -1) return undefined
    steps.push(step)
    value = (value as Record<string | number, unknown> | undefined)?.[step]
    const isLast = index === words.length - 1
    if (!isLast && (typeof value !== 'object' || value === null)) return undefined
  }
  return steps
}
