import { dangerousKeys, pointerOf } from '../fault.ts'

/** How much may be copied; more is a flood. */
export interface CopyLimits {
  readonly values: number
  readonly characters: number
  readonly depth: number
}

interface Options extends CopyLimits {
  /** Whether functions are taken over as they are. */
  readonly functions: boolean
}

interface Progress {
  values: number
  characters: number
}

/** What cannot be copied, and where it stands. */
export class NotPlain extends Error {
  readonly path: string

  constructor(steps: readonly (string | number)[], message: string) {
    super(message)
    this.path = pointerOf(...steps)
  }
}

/**
 * A frozen copy of plain JSON, made without running anything of the value's own: what is computed, inherited or endless is
 * refused with `NotPlain`. Used for everything that goes into a plugin or comes out of one.
 */
export function plainCopy(value: unknown, limits: CopyLimits, functions = false): unknown {
  return copyOf(value, [], { options: { ...limits, functions }, progress: { values: 0, characters: 0 } })
}

interface Copying {
  readonly options: Options
  readonly progress: Progress
}

type Steps = readonly (string | number)[]

function copyOf(value: unknown, steps: Steps, copying: Copying): unknown {
  const { options, progress } = copying
  if (++progress.values > options.values) throw new NotPlain(steps, `it has more than ${options.values} values`)
  if (steps.length > options.depth) throw new NotPlain(steps, `it is nested deeper than ${options.depth} levels`)
  switch (typeof value) {
    case 'string':
      progress.characters += value.length
      if (progress.characters <= options.characters) return value
      throw new NotPlain(steps, `it has more than ${options.characters} characters`)
    case 'number':
      if (Number.isFinite(value)) return value
      throw new NotPlain(steps, `${value} is no number that JSON can hold`)
    case 'boolean':
    case 'undefined':
      return value
    case 'function':
      if (options.functions) return value
      break
    case 'object':
      if (value === null) return null
      return Array.isArray(value) ? copyOfList(value, steps, copying) : copyOfObject(value, steps, copying)
    case 'bigint':
    case 'symbol':
  }
  throw new NotPlain(steps, `a ${typeof value} is no plain data`)
}

function copyOfList(list: readonly unknown[], steps: Steps, copying: Copying): readonly unknown[] {
  if (list.length > copying.options.values)
    throw new NotPlain(steps, `it has more than ${copying.options.values} values`)
  const copy: unknown[] = []
  for (let index = 0; index < list.length; index++)
    copy.push(copyOf(ownValue(list, index, [...steps, index]), [...steps, index], copying))
  return Object.freeze(copy)
}

function copyOfObject(value: object, steps: Steps, copying: Copying): object {
  const prototype: unknown = Object.getPrototypeOf(value)
  // what another realm made (a page in a frame, a test) has an Object.prototype of its own
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    throw new NotPlain(steps, 'it should be a plain object, not made by a class')
  const copy: Record<string, unknown> = {}
  for (const key of Reflect.ownKeys(value)) {
    const inside = [...steps, String(key)]
    if (typeof key === 'symbol') throw new NotPlain(inside, 'a symbol is no key of plain data')
    if (dangerousKeys.has(key)) throw new NotPlain(inside, `the key "${key}" is refused; remove it`)
    copying.progress.characters += key.length
    copy[key] = copyOf(ownValue(value, key, inside), inside, copying)
  }
  return Object.freeze(copy)
}

/** The value itself: a getter could give another one every time. */
function ownValue(value: object, key: string | number, steps: Steps): unknown {
  const descriptor = Object.getOwnPropertyDescriptor(value, key)
  if (descriptor === undefined) return undefined
  if ('value' in descriptor) return descriptor.value as unknown
  throw new NotPlain(steps, 'it is computed when it is read; write down the value')
}
