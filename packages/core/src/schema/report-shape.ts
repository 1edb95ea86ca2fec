import { dangerousKeys, didYouMean, isFull, orKnown, shown, spotOf, type Faults, type Spot } from '../fault.ts'
import { isCalendarDay } from '../day.ts'
import { deepest, isPlainObject, isScalar, longestAnyKey, longestAnyList, longestMap } from './shape-limits.ts'
import { forms } from './forms.ts'
import type { NumberShape, ObjectShape, Shape, TextShape } from './shape.ts'

/** Reports every place where a value does not have its shape. */
export function reportShape(shape: Shape, value: unknown, faults: Faults): void {
  check(shape, value, spotOf(faults))
}

function check(shape: Shape, value: unknown, spot: Spot): void {
  if (isFull(spot.faults)) return
  switch (shape.is) {
    case 'text':
    case 'name':
    case 'id':
    case 'version':
      return checkText(shape, value, spot)
    case 'date':
      if (shape.orEmpty && value === '') return
      if (typeof value !== 'string') wrongType(spot, value, 'a date such as "2026-10-02"')
      else if (!isCalendarDay(value))
        spot.say('bad-date', value, `${shown(value)} is not a calendar day; write it as YYYY-MM-DD`)
      return
    case 'yesNo':
      if (typeof value !== 'boolean') wrongType(spot, value, 'true or false')
      return
    case 'number':
    case 'whole':
      return checkNumber(shape, value, spot)
    case 'oneOf':
      return shape.orEmpty && value === '' ? undefined : checkChoice(shape.values, value, spot)
    case 'list':
      return checkList(shape, value, spot)
    case 'object':
      return checkObject(shape, value, spot)
    case 'map':
      return checkMap(shape, value, spot)
    case 'literal':
      return checkLiteral(value, spot)
    case 'condition':
      return
    case 'any':
      return checkAny(value, spot)
  }
}

function checkText(shape: TextShape, value: unknown, spot: Spot): void {
  if (typeof value !== 'string') return wrongType(spot, value, 'text')
  if (shape.most !== undefined && value.length > shape.most)
    return spot.say('too-many', value, `this text has ${value.length} characters; at most ${shape.most} are allowed`)
  if (shape.least !== undefined && value.length < shape.least)
    spot.say('missing', value, 'this text is empty; write something')
  const form = shape.is === 'text' ? undefined : forms[shape.is]
  if (form?.pattern.test(value) === false)
    spot.say('bad-format', value, `${shown(value)} does not have the form of ${form.words}`)
}

function checkNumber(shape: NumberShape, value: unknown, spot: Spot): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType(spot, value, 'a number')
  const { least, most, above, is } = shape
  if (is === 'whole' && !Number.isInteger(value)) spot.say('out-of-range', value, `${value} is not a whole number`)
  const low = least !== undefined && value < least
  const high = most !== undefined && value > most
  if (low || high) spot.say('out-of-range', value, `${value} is out of range; it must be ${rangeOf(least, most)}`)
  if (above !== undefined && value <= above)
    spot.say('out-of-range', value, `${value} is too small; it must be above ${above}`)
}

function rangeOf(least: number | undefined, most: number | undefined): string {
  if (least === undefined) return `at most ${most}`
  return most === undefined ? `at least ${least}` : `between ${least} and ${most}`
}

function checkChoice(values: readonly (string | number | boolean)[], value: unknown, spot: Spot): void {
  if (values.includes(value as string)) return
  const words = values.map((choice) => shown(choice)).join(', ')
  const hint = typeof value === 'string' ? didYouMean(value, values.map(String)) : ''
  spot.say('not-allowed', value, `${shown(value)} is not one of ${words}${hint}`)
}

function checkList(shape: Extract<Shape, { is: 'list' }>, value: unknown, spot: Spot): void {
  if (!Array.isArray(value)) return wrongType(spot, value, 'a list')
  if (shape.most !== undefined && value.length > shape.most)
    return spot.say('too-many', undefined, `this list has ${value.length} items; at most ${shape.most} are allowed`)
  if (shape.least !== undefined && value.length < shape.least)
    spot.say('missing', value, `this list needs at least ${shape.least} item${shape.least === 1 ? '' : 's'}`)
  for (let index = 0; index < value.length; index++) check(shape.of, value[index], spot.at(index))
}

function checkObject(shape: ObjectShape, value: unknown, spot: Spot): void {
  if (!isPlainObject(value)) return wrongType(spot, value, 'an object')
  for (const key of Object.keys(value)) {
    if (isFull(spot.faults)) return
    const field = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined
    if (field === undefined) unknownKey(shape, spot.at(key), value[key])
    else if (value[key] !== undefined) check(field, value[key], spot.at(key))
  }
  for (const key of shape.required ?? [])
    if (value[key] === undefined) spot.at(key).say('missing', undefined, `"${key}" is missing`)
}

function unknownKey(shape: ObjectShape, spot: Spot, value: unknown): void {
  const key = String(spot.place!.key)
  if (dangerousKeys.has(key)) return spot.say('dangerous-key', undefined, `the key "${key}" is refused; rename it`)
  const known = Object.keys(shape.fields)
  const hint = known.length > 12 ? didYouMean(key, known) : orKnown(key, known)
  spot.say('unknown-key', value, `unknown key "${key}"${hint}`)
}

function checkMap(shape: Extract<Shape, { is: 'map' }>, value: unknown, spot: Spot): void {
  if (!isPlainObject(value)) return wrongType(spot, value, 'an object')
  const keys = Object.keys(value)
  if (keys.length > longestMap)
    return spot.say('too-many', undefined, `${keys.length} entries; at most ${longestMap} are allowed`)
  for (const key of keys) {
    const inside = spot.at(key)
    if (dangerousKeys.has(key)) inside.say('dangerous-key', undefined, `the key "${key}" is refused; rename it`)
    else if (shape.most !== undefined && key.length > shape.most)
      inside.say('too-many', undefined, `this key has ${key.length} characters; at most ${shape.most} are allowed`)
    else check(shape.of, value[key], inside)
  }
}

function checkLiteral(value: unknown, spot: Spot): void {
  const items = Array.isArray(value) ? value : [value]
  if (!items.every(isScalar)) wrongType(spot, value, 'text, a number, true, false, null or a list of these')
}

/** Data that only a plugin or a rule set describes: any JSON, but not endless and without keys that reach into JavaScript. */
function checkAny(value: unknown, spot: Spot): void {
  let deep = 0
  for (let place = spot.place; place !== undefined; place = place.parent) deep++
  if (deep > deepest) return spot.say('too-deep', undefined, `nested deeper than ${deepest} levels`)
  if (isScalar(value)) return
  if (Array.isArray(value)) return checkList({ is: 'list', of: { is: 'any' }, most: longestAnyList }, value, spot)
  checkMap({ is: 'map', of: { is: 'any' }, most: longestAnyKey }, value, spot)
}

function wrongType(spot: Spot, value: unknown, right: string): void {
  spot.say('wrong-type', value, `${shown(value)} should be ${right}`)
}
