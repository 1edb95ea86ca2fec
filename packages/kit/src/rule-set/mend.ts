import { isPlainObject, dangerousKeys, type Shape, type TextShape } from '@joinery/core'

/**
 * A copy of a value that has its shape: stand-ins for what is missing or of the wrong type, and nothing that the shape does
 * not know. Items keep their places. So the rest of a faulty document can be checked too, and all faults be told at once.
 */
export function mend(shape: Shape, value: unknown): unknown {
  switch (shape.is) {
    case 'text':
    case 'name':
    case 'id':
    case 'version':
      return typeof value === 'string' ? mendText(shape, value) : standIn(shape)
    case 'date':
      return typeof value === 'string' ? value : standIn(shape)
    case 'number':
    case 'whole':
      return typeof value === 'number' && Number.isFinite(value) ? value : standIn(shape)
    case 'yesNo':
      return typeof value === 'boolean' ? value : standIn(shape)
    case 'oneOf':
      return shape.values.includes(value as string) ? value : standIn(shape)
    case 'list':
      return mendList(shape, value)
    case 'object':
      return mendObject(shape, value)
    case 'map':
      return mendMap(shape, value)
    case 'literal':
    case 'condition':
    case 'any':
      return value
  }
}

function mendText({ is, most, least }: TextShape, value: string): string {
  const text = most === undefined ? value : value.slice(0, most)
  return least !== undefined && text.length < least && is === 'text' ? 'stand-in' : text
}

function mendList({ of, most }: Extract<Shape, { is: 'list' }>, value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, most).map((item) => mend(of, item)) : []
}

function mendObject({ fields, required = [] }: Extract<Shape, { is: 'object' }>, value: unknown): unknown {
  const data = isPlainObject(value) ? value : {}
  const mended = Object.entries(fields).flatMap(([key, field]) => {
    const isThere = Object.hasOwn(data, key) && data[key] !== undefined
    if (!isThere) return required.includes(key) ? [[key, standIn(field)] as const] : []
    return [[key, mend(field, data[key])] as const]
  })
  return Object.fromEntries(mended)
}

function mendMap({ of, most = 1_000 }: Extract<Shape, { is: 'map' }>, value: unknown): unknown {
  const entries = isPlainObject(value) ? Object.entries(value) : []
  const kept = entries.filter(([key]) => key.length <= most && !dangerousKeys.has(key)).slice(0, 5_000)
  return Object.fromEntries(kept.map(([key, inner]) => [key, mend(of, inner)]))
}

/** Something that has the shape; the fault at its place is known already. */
function standIn(shape: Shape): unknown {
  switch (shape.is) {
    case 'text':
    case 'name':
    case 'id':
      return 'stand-in'
    case 'version':
      return '0.0.0'
    case 'date':
      return '2000-01-01'
    case 'number':
    case 'whole':
      return shape.least ?? (shape.above ?? 0) + 1
    case 'yesNo':
      return false
    case 'oneOf':
      return shape.values[0]
    case 'list':
    case 'object':
    case 'map':
      return mend(shape, undefined)
    case 'literal':
    case 'condition':
    case 'any':
      return null
  }
}
