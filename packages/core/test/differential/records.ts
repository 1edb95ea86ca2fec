import { isoOf } from '../../src/day.ts'
import { relationshipShape } from '../../src/schema/generated/relationship-shape.ts'
import type { NumberShape, ObjectShape, Shape } from '../../src/schema/shape.ts'
import type { Random } from './random.ts'
import {
  derived,
  fitting,
  oddScalars,
  ownFacts,
  someDay,
  someNumber,
  texts,
  today,
  type Scenery,
} from './vocabulary.ts'

type Json = Record<string, unknown>

export interface RecordOptions {
  readonly scenery: Scenery
  readonly indicators: readonly string[]
  /** Everything is given and every list is whole. */
  readonly whole: boolean
  /** Sector data is whatever it likes to be, as in a record that nobody checked against the rule set. */
  readonly odd: boolean
}

/** A random record about what the rules of the case read. */
export function someRecord(random: Random, options: RecordOptions): Json {
  const { scenery, whole, odd } = options
  const present = whole ? 1 : random.pick([0.5, 0.8, 0.95])
  const record: Json = {}
  for (const part of scenery.parts)
    if (random.chance(present)) record[part] = valueOf(relationshipShape.fields[part]!, { random, present })
  if (random.chance(present)) record['ext'] = { fuzz: odd ? oddExtension(random, scenery) : extension(random, present) }
  record['complete'] = completeness(random, options)
  if (!whole && random.chance(0.3)) record['answers'] = answers(random, options.indicators)
  if (!whole && random.chance(0.3)) record['evidence'] = random.some(1, 3, () => evidence(random, scenery))
  return record
}

interface Making {
  readonly random: Random
  /** How likely a field is given. */
  readonly present: number
}

function valueOf(shape: Shape, making: Making): unknown {
  const { random, present } = making
  switch (shape.is) {
    case 'date':
      return present < 1 && shape.orEmpty && random.chance(0.04) ? '' : someDay(random)
    case 'yesNo':
      return random.chance(0.5)
    case 'number':
    case 'whole':
      return numberOf(random, shape)
    case 'oneOf':
      return random.pick(shape.values)
    case 'list':
      return random.some(present < 1 ? 0 : 1, 3, () => valueOf(shape.of, making))
    case 'object':
      return objectOf(shape, making)
    case 'text':
    case 'name':
    case 'id':
    case 'version':
    case 'map':
    case 'literal':
    case 'condition':
    case 'any':
      return present < 1 ? random.pick(texts) : random.pick(['Ann', 'Ben', '5', '3abc'])
  }
}

function numberOf(random: Random, { least, most }: NumberShape): number {
  if (most !== undefined) return (least ?? 0) + random.below(most - (least ?? 0) + 1)
  return least === undefined ? someNumber(random) : (fitting(random, { type: 'share' }) as number)
}

/** Where facts may follow from the rest of the record, they are stated now and then only. */
function objectOf(shape: ObjectShape, making: Making): Json {
  const { random, present } = making
  const fields = Object.entries(shape.fields).filter(([name]) => random.chance(derived.has(name) ? 0.25 : present))
  return Object.fromEntries(fields.map(([name, field]) => [name, valueOf(field, making)]))
}

function extension(random: Random, present: number): Json {
  const data: Json = {}
  for (const { id, type, fields } of ownFacts) {
    const last = id.split('.').at(-1)!
    if (!random.chance(present)) continue
    if (type === 'texts') data[last] = random.some(present < 1 ? 0 : 1, 4, () => fitting(random, { type: 'text' }))
    else if (type === 'records') data[last] = random.some(present < 1 ? 0 : 1, 4, () => row(random, fields!, present))
    else if (id.includes('deep')) data['deep'] = { down: { number: someNumber(random) } }
    else data[last] = present < 1 && random.chance(0.04) ? null : fitting(random, { type })
  }
  return data
}

function row(random: Random, fields: Json, present: number): Json {
  const given = Object.entries(fields).filter(() => random.chance(Math.max(0.8, present)))
  return Object.fromEntries(given.map(([name, type]) => [name, fitting(random, { type: type as 'text' })]))
}

function oddExtension(random: Random, scenery: Scenery): Json {
  const data: Json = {}
  for (const { id } of ownFacts) {
    const [, , name] = id.split('.')
    if (random.chance(0.9))
      data[name!] = id.includes('deep')
        ? { down: { number: oddValue(random, scenery, 2) } }
        : oddValue(random, scenery, 3)
  }
  if (random.chance(0.3)) data['rows'] = random.some(0, 4, () => oddValue(random, scenery, 2))
  return data
}

const oddKeys = ['n', 's', 'at', 'yes', 'item', 'length', 'toString', 'valueOf', 'a b', 'x-y', '0', 'fact', 'least']

function oddValue(random: Random, scenery: Scenery, depth: number): unknown {
  if (depth === 0 || random.chance(0.4)) return random.pick(random.chance(0.6) ? scenery.pool : oddScalars)
  const values = random.some(0, 3, () => oddValue(random, scenery, depth - 1))
  return random.chance(0.5) ? values : Object.fromEntries(values.map((value) => [random.pick(oddKeys), value]))
}

function completeness(random: Random, { scenery, whole }: RecordOptions): Json {
  const likely = whole ? 1 : random.pick([0, 0.5, 0.9])
  const marked = scenery.lists.filter(() => random.chance(likely))
  return Object.fromEntries(marked.map(({ id }) => [id, isoOf(today)]))
}

function answers(random: Random, indicators: readonly string[]): Json {
  const answered = indicators.filter(() => random.chance(0.6))
  return Object.fromEntries(answered.map((id) => [id, answer(random)]))
}

function answer(random: Random): Json {
  const value = random.pick(['yes', 'partly', 'no', 'notSure', 'notApplicable'])
  return value === 'notApplicable' ? { value, reason: 'not-in-scope' } : { value }
}

function evidence(random: Random, { facts }: Scenery): Json {
  return {
    factPath: random.pick(facts).id,
    grade: random.pick(['E0', 'E1', 'E2', 'E3', 'E4']),
    providedBy: random.pick(['us', 'partner', 'assessor', 'system']),
    observedAt: someDay(random),
    ...(random.chance(0.4) ? { confirmedByPartnerAt: someDay(random) } : {}),
    ...(random.chance(0.3) ? { validForDays: random.pick([1, 30, 365]) } : {}),
  }
}
