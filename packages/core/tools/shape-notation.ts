import type { ObjectShape, Shape } from '../src/schema/shape.ts'

/** What any kind of shape may have. */
interface Limits {
  readonly least: number
  readonly most: number
  readonly above: number
  readonly values: readonly unknown[]
  readonly orEmpty: true
}

/** A shape in the notation that `readShape` reads. */
export function notationOf(shape: Shape): string {
  if (shape.is === 'object') return objectNotation(shape)
  const { is, least = '', most, above, values, orEmpty } = shape as Partial<Limits> & Shape
  const from = above === undefined ? least : `>${above}`
  const limits = most === undefined ? String(from) : `${from}-${most}`
  const kind = is === 'text' && limits !== '' ? '' : is
  const word = `${limits}${kind}${values === undefined ? '' : JSON.stringify(values)}${orEmpty ? '?' : ''}`
  return 'of' in shape ? `${word} ${notationOf(shape.of)}` : word
}

function objectNotation({ fields, required = [] }: ObjectShape): string {
  const words = Object.entries(fields).map(
    ([key, field]) => `${key}${required.includes(key) ? '' : '?'} ${notationOf(field)}`,
  )
  return ['{', ...words, '}'].join(' ')
}
