import { dangerousKeys, didYouMean, isFull, pointer, shown, type Fault, type Faults, type Place } from '../fault.ts'
import { isCalendarDay } from '../day.ts'
import { deepest, isPlainObject, isScalar, longestAnyKey, longestAnyList, longestMap } from './shape-limits.ts'
import { forms } from './forms.ts'
import type { ObjectShape, Shape } from './shape.ts'

/** Reports every place where a value does not have its shape. */
export function reportShape(shape: Shape, value: unknown, faults: Faults): void {
  check(shape, value, { faults, place: undefined })
}

interface Where {
  readonly faults: Faults
  readonly place: Place | undefined
}

function check(shape: Shape, value: unknown, where: Where): void {
  if (isFull(where.faults)) return
  switch (shape.is) {
    case 'text':
      return checkText(shape, value, where)
    case 'date':
      if (shape.orEmpty && value === '') return
      if (typeof value !== 'string') wrongType(where, value, 'a date such as "2026-10-02"')
      else if (!isCalendarDay(value))
        report(where, 'bad-date', value, `${shown(value)} is not a calendar day; write it as YYYY-MM-DD`)
      return
    case 'yesNo':
      if (typeof value !== 'boolean') wrongType(where, value, 'true or false')
      return
    case 'number':
      return checkNumber(shape, value, where)
    case 'oneOf':
      return shape.orEmpty && value === '' ? undefined : checkChoice(shape.values, value, where)
    case 'list':
      return checkList(shape, value, where)
    case 'object':
      return checkObject(shape, value, where)
    case 'map':
      return checkMap(shape, value, where)
    case 'literal':
      return checkLiteral(value, where)
    case 'condition':
      return
    case 'any':
      return checkAny(value, where)
  }
}

function checkText(shape: Extract<Shape, { is: 'text' }>, value: unknown, where: Where): void {
  if (typeof value !== 'string') return wrongType(where, value, 'text')
  if (shape.most !== undefined && value.length > shape.most)
    return report(
      where,
      'too-many',
      value,
      `this text has ${value.length} characters; at most ${shape.most} are allowed`,
    )
  if (shape.least !== undefined && value.length < shape.least)
    report(where, 'missing', value, 'this text is empty; write something')
  const form = shape.form === undefined ? undefined : forms[shape.form]
  if (form?.pattern.test(value) === false)
    report(where, 'bad-format', value, `${shown(value)} does not have the form of ${form.words}`)
}

function checkNumber(shape: Extract<Shape, { is: 'number' }>, value: unknown, where: Where): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType(where, value, 'a number')
  const { least, most, above, whole } = shape
  if (whole && !Number.isInteger(value)) report(where, 'out-of-range', value, `${value} is not a whole number`)
  const low = least !== undefined && value < least
  const high = most !== undefined && value > most
  if (low || high) report(where, 'out-of-range', value, `${value} is out of range; it must be ${rangeOf(least, most)}`)
  if (above !== undefined && value <= above)
    report(where, 'out-of-range', value, `${value} is too small; it must be above ${above}`)
}

function rangeOf(least: number | undefined, most: number | undefined): string {
  if (least === undefined) return `at most ${most}`
  return most === undefined ? `at least ${least}` : `between ${least} and ${most}`
}

function checkChoice(values: readonly (string | number | boolean)[], value: unknown, where: Where): void {
  if (values.includes(value as string)) return
  const words = values.map((choice) => shown(choice)).join(', ')
  const hint = typeof value === 'string' ? didYouMean(value, values.map(String)) : ''
  report(where, 'not-allowed', value, `${shown(value)} is not one of ${words}${hint}`)
}

function checkList(shape: Extract<Shape, { is: 'list' }>, value: unknown, where: Where): void {
  if (!Array.isArray(value)) return wrongType(where, value, 'a list')
  if (shape.most !== undefined && value.length > shape.most)
    return report(
      where,
      'too-many',
      undefined,
      `this list has ${value.length} items; at most ${shape.most} are allowed`,
    )
  if (shape.least !== undefined && value.length < shape.least)
    report(where, 'missing', value, `this list needs at least ${shape.least} item${shape.least === 1 ? '' : 's'}`)
  for (let index = 0; index < value.length; index++)
    check(shape.of, value[index], { faults: where.faults, place: { parent: where.place, key: index } })
}

function checkObject(shape: ObjectShape, value: unknown, where: Where): void {
  if (!isPlainObject(value)) return wrongType(where, value, 'an object')
  for (const key of Object.keys(value)) {
    if (isFull(where.faults)) return
    const field = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined
    const place = { parent: where.place, key }
    if (field === undefined) unknownKey(shape, { faults: where.faults, place }, value[key])
    else if (value[key] !== undefined) check(field, value[key], { faults: where.faults, place })
  }
  for (const key of shape.required ?? [])
    if (value[key] === undefined)
      report({ faults: where.faults, place: { parent: where.place, key } }, 'missing', undefined, `"${key}" is missing`)
}

function unknownKey(shape: ObjectShape, where: Where, value: unknown): void {
  const key = String(where.place!.key)
  if (dangerousKeys.has(key)) return report(where, 'dangerous-key', undefined, `the key "${key}" is refused; rename it`)
  const known = Object.keys(shape.fields)
  const hint = didYouMean(key, known) || (known.length <= 12 ? `; known keys: ${known.join(', ')}` : '')
  report(where, 'unknown-key', value, `unknown key "${key}"${hint}`)
}

function checkMap(shape: Extract<Shape, { is: 'map' }>, value: unknown, where: Where): void {
  if (!isPlainObject(value)) return wrongType(where, value, 'an object')
  const keys = Object.keys(value)
  if (keys.length > longestMap)
    return report(where, 'too-many', undefined, `${keys.length} entries; at most ${longestMap} are allowed`)
  for (const key of keys) {
    const inside = { faults: where.faults, place: { parent: where.place, key } }
    if (dangerousKeys.has(key)) report(inside, 'dangerous-key', undefined, `the key "${key}" is refused; rename it`)
    else if (shape.longestKey !== undefined && key.length > shape.longestKey)
      report(
        inside,
        'too-many',
        undefined,
        `this key has ${key.length} characters; at most ${shape.longestKey} are allowed`,
      )
    else check(shape.of, value[key], inside)
  }
}

function checkLiteral(value: unknown, where: Where): void {
  const items = Array.isArray(value) ? value : [value]
  if (!items.every(isScalar)) wrongType(where, value, 'text, a number, true, false, null or a list of these')
}

/** Data that only a plugin or a rule set describes: any JSON, but not endless and without keys that reach into JavaScript. */
function checkAny(value: unknown, where: Where): void {
  let deep = 0
  for (let place = where.place; place !== undefined; place = place.parent) deep++
  if (deep > deepest) return report(where, 'too-deep', undefined, `nested deeper than ${deepest} levels`)
  if (isScalar(value)) return
  if (Array.isArray(value)) return checkList({ is: 'list', of: { is: 'any' }, most: longestAnyList }, value, where)
  checkMap({ is: 'map', of: { is: 'any' }, longestKey: longestAnyKey }, value, where)
}

function wrongType(where: Where, value: unknown, right: string): void {
  report(where, 'wrong-type', value, `${shown(value)} should be ${right}`)
}

// oxlint-disable-next-line max-params -- the four parts of a fault
function report(where: Where, code: Fault['code'], value: unknown, message: string): void {
  where.faults.add({ code, path: pointer(where.place), value, message })
}
