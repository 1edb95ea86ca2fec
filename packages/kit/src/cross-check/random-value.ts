import type { NumberShape, Shape } from '@joinery/core'
import type { Random } from './random.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What random values are made from. */
export interface Making {
  readonly random: Random
  readonly vocabulary: Vocabulary
  /** How likely a field is given: the others are holes. */
  readonly present: number
  /** The day of the assessment, counted from 1970. */
  readonly asOf: number
}

/** A random value of a shape, near the values that the conditions compare the fact at `path` with. */
export function randomValue(shape: Shape, path: string, making: Making): unknown {
  const { random, vocabulary } = making
  const known = vocabulary.values.get(path) ?? []
  switch (shape.is) {
    case 'text':
    case 'name':
    case 'id':
    case 'version':
      return random.pick(['', 'Ann', 'something', ...known.filter((value) => typeof value === 'string')])
    case 'date':
      return shape.orEmpty && random.chance(0.05) ? '' : randomDay(making)
    case 'yesNo':
      return random.chance(0.5)
    case 'number':
    case 'whole':
      return randomNumber(shape, known, random)
    case 'oneOf':
      return shape.orEmpty && random.chance(0.05) ? '' : random.pick(shape.values)
    case 'list':
      return Array.from({ length: randomLength(known, random) }, () => randomValue(shape.of, path, making))
    case 'object':
      return randomObject(shape.fields, path, making)
    case 'map':
      return {}
    case 'literal':
    case 'condition':
    case 'any':
      return random.pick(['something', 1, true])
  }
}

export function randomObject(fields: Readonly<Record<string, Shape>>, path: string, making: Making): object {
  const { random, present } = making
  const given = Object.entries(fields).filter(() => random.chance(present))
  return Object.fromEntries(given.map(([name, field]) => [name, randomValue(field, `${path}.${name}`, making)]))
}

/** A day at, just before or just after one of the distances that the conditions know. */
export function randomDay({ random, vocabulary, asOf }: Making): string {
  const distance = random.pick(vocabulary.days) * (random.chance(0.75) ? -1 : 1)
  return isoOf(asOf + distance + random.below(3) - 1)
}

export function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

const someNumbers = [0, 0.5, 0.8, 1, 2, 3, 5, 10, 50, 100]

function randomNumber(
  { is, least = -Infinity, most = Infinity, above = -Infinity }: NumberShape,
  known: Vocabulary['values'] extends ReadonlyMap<string, infer Values> ? Values : never,
  random: Random,
): number {
  const marks = known
    .filter((value) => typeof value === 'number')
    .flatMap((mark) => [mark - 1, mark, mark + 0.1, mark + 1])
  const found = random.pick(marks.length > 0 && random.chance(0.7) ? marks : someNumbers)
  const bounded = Math.min(Math.max(is === 'whole' ? Math.round(found) : found, least), most)
  return bounded > above ? bounded : above + 1
}

function randomLength(known: readonly (string | number)[], random: Random): number {
  const counts = known.filter((value) => typeof value === 'number' && value >= 0 && value <= 8) as number[]
  const length = random.pick(counts.length > 0 && random.chance(0.5) ? counts.flatMap((n) => [n, n + 1]) : [0, 1, 2, 3])
  return Math.floor(length)
}
