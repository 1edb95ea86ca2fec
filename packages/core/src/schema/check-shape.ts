import { dangerousKeys, type Faults } from '../fault.ts'
import { isCalendarDay } from '../day.ts'
import type { NumberShape, ObjectShape, Shape, TextShape } from './shape.ts'
import { forms } from './forms.ts'
import { reportShape } from './report-shape.ts'
import { deepest, isPlainObject, isScalar, longestAnyKey, longestAnyList, longestMap } from './shape-limits.ts'

/** Whether a value has a shape. */
type Fits = (value: unknown) => boolean

const compiled = new WeakMap<Shape, Fits>()

/**
 * Whether a value has its shape, and nothing about why not: a shape is compiled once, and a sound value is passed without
 * allocating anything. True only where `checkShape` would find no fault.
 */
export function fitsShape(shape: Shape, value: unknown): boolean {
  let fits = compiled.get(shape)
  if (fits === undefined) {
    fits = compile(shape, 0)
    compiled.set(shape, fits)
  }
  return fits(value)
}

/** `depth` counts the steps from the root of the document. */
function compile(shape: Shape, depth: number): Fits {
  switch (shape.is) {
    case 'text':
    case 'name':
    case 'id':
    case 'version':
      return textFits(shape)
    case 'date':
      return shape.orEmpty ? isDayOrEmpty : isDay
    case 'yesNo':
      return isYesNo
    case 'number':
    case 'whole':
      return numberFits(shape)
    case 'oneOf': {
      const values = new Set<unknown>(shape.orEmpty ? [...shape.values, ''] : shape.values)
      return (value) => values.has(value)
    }
    case 'list':
      return listFits(shape, depth)
    case 'object':
      return objectFits(shape, depth)
    case 'map':
      return mapFits(shape, depth)
    case 'literal':
      return (value) => (Array.isArray(value) ? value.every(isScalar) : isScalar(value))
    case 'condition':
      return () => true
    case 'any':
      return (value) => anyFits(value, depth)
  }
}

const isDay: Fits = (value) => typeof value === 'string' && isCalendarDay(value)
const isDayOrEmpty: Fits = (value) => typeof value === 'string' && (value === '' || isCalendarDay(value))
const isYesNo: Fits = (value) => typeof value === 'boolean'

function textFits({ is, least = 0, most = Infinity }: TextShape): Fits {
  const pattern = is === 'text' ? undefined : forms[is].pattern
  return (value) =>
    typeof value === 'string' &&
    value.length <= most &&
    value.length >= least &&
    (pattern === undefined || pattern.test(value))
}

function numberFits(shape: NumberShape): Fits {
  const { is, least = -Infinity, most = Infinity, above = -Infinity } = shape
  return (value) =>
    typeof value === 'number' &&
    Number.isFinite(value) &&
    value >= least &&
    value <= most &&
    value > above &&
    (is === 'number' || Number.isInteger(value))
}

function listFits({ of, least = 0, most = Infinity }: Extract<Shape, { is: 'list' }>, depth: number): Fits {
  const fits = compile(of, depth + 1)
  return (value) => Array.isArray(value) && value.length <= most && value.length >= least && itemsFit(value, fits)
}

function itemsFit(value: readonly unknown[], fits: Fits): boolean {
  for (let index = 0; index < value.length; index++) if (!fits(value[index])) return false
  return true
}

function objectFits({ fields, required = [] }: ObjectShape, depth: number): Fits {
  const inside = new Map(Object.entries(fields).map(([key, field]) => [key, compile(field, depth + 1)]))
  return (value) => {
    if (!isPlainObject(value)) return false
    // an inherited key can only make this too strict, and then every key is looked at once more
    for (const key in value) {
      const found = value[key]
      const fits = inside.get(key)
      if (fits === undefined || (found !== undefined && !fits(found))) return false
    }
    for (const key of required) if (value[key] === undefined) return false
    return true
  }
}

function mapFits({ of, most = Infinity }: Extract<Shape, { is: 'map' }>, depth: number): Fits {
  const fits = compile(of, depth + 1)
  return (value) => isPlainObject(value) && entriesFit(value, most, fits)
}

function entriesFit(value: Record<string, unknown>, longestKey: number, fits: Fits): boolean {
  let count = 0
  for (const key in value)
    if (++count > longestMap || key.length > longestKey || dangerousKeys.has(key) || !fits(value[key])) return false
  return true
}

function anyFits(value: unknown, depth: number): boolean {
  if (depth > deepest) return false
  if (isScalar(value)) return true
  const inside: Fits = (inner) => anyFits(inner, depth + 1)
  if (Array.isArray(value)) return value.length <= longestAnyList && itemsFit(value, inside)
  return isPlainObject(value) && entriesFit(value, longestAnyKey, inside)
}

/** Reports every place where a value does not have its shape; a sound value is passed without being gone through twice. */
export function checkShape(shape: Shape, value: unknown, faults: Faults): void {
  if (!fitsShape(shape, value)) reportShape(shape, value, faults)
}
