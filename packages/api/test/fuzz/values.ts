import fc from 'fast-check'

export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly propertyNames?: Schema
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly format?: string
}

/** Makes values that fit a JSON Schema. */
export type ValueMaker = (schema: Schema) => fc.Arbitrary<unknown>

export function createValueMaker(resolve: (ref: string) => Schema): ValueMaker {
  const made = new Map<Schema, fc.Arbitrary<unknown>>()
  const make: ValueMaker = (schema) => {
    const known = made.get(schema)
    if (known !== undefined) return known
    const fresh = arbitraryOf(schema, make, resolve)
    made.set(schema, fresh)
    return fresh
  }
  return make
}

function arbitraryOf(schema: Schema, make: ValueMaker, resolve: (ref: string) => Schema): fc.Arbitrary<unknown> {
  const { $ref, anyOf, type } = schema
  // only when it is asked for: schemas may refer to themselves
  if ($ref !== undefined) return fc.constant(undefined).chain(() => make(resolve($ref)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (anyOf !== undefined) return fc.oneof(...anyOf.map(make))
  const types = typeof type === 'string' ? [type] : (type ?? ['any'])
  return fc.oneof(...types.map((one) => ofType(one, schema, make)))
}

function ofType(type: string, schema: Schema, make: ValueMaker): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return textOf(schema)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1_000, max: schema.maximum ?? 1_000 })
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      const { minItems: minLength = 0, maxItems = 4 } = schema
      return fc.array(make(schema.items ?? {}), { minLength, maxLength: Math.max(minLength, Math.min(maxItems, 4)) })
    }
    case 'object':
      return schema.properties === undefined ? mapOf(schema, make) : objectOf(schema, make)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function textOf({ format, pattern, minLength = 0, maxLength = 30 }: Schema): fc.Arbitrary<string> {
  if (format === 'date')
    return fc.date({ min: lowest, max: highest, noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10))
  if (format === 'date-time')
    return fc.date({ min: lowest, max: highest, noInvalidDate: true }).map((moment) => moment.toISOString())
  if (pattern !== undefined)
    return fc.stringMatching(new RegExp(pattern)).filter((text) => text.length <= maxLength || maxLength === 30)
  const short = Math.max(minLength, Math.min(maxLength, 20))
  return fc.oneof(
    fc.string({ minLength, maxLength: short }),
    fc.string({ minLength, maxLength: short, unit: fc.constantFrom('a', 'Ü', '😀', '"', '<', '\u2028', '=', '/') }),
  )
}

const lowest = new Date('1990-01-01T00:00:00Z')
const highest = new Date('2060-01-01T00:00:00Z')

/** All that is required, and a few of the others. */
function objectOf({ properties = {}, required = [] }: Schema, make: ValueMaker): fc.Arbitrary<unknown> {
  const optional = Object.keys(properties).filter((key) => !required.includes(key))
  return fc
    .subarray(optional, { maxLength: Math.min(optional.length, 3) })
    .chain((chosen) =>
      fc.record(Object.fromEntries([...required, ...chosen].map((key) => [key, make(properties[key]!)]))),
    )
}

function mapOf({ additionalProperties, propertyNames }: Schema, make: ValueMaker): fc.Arbitrary<unknown> {
  const value = typeof additionalProperties === 'object' ? make(additionalProperties) : fc.jsonValue({ maxDepth: 2 })
  return fc.dictionary(textOf(propertyNames ?? {}), value, { maxKeys: 4 })
}

const junk: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  1.5,
  '',
  ' ',
  'x'.repeat(12_000),
  [],
  {},
  [[]],
  { a: 1 },
  '2026-02-30',
  '__proto__',
  [null],
  ['', ''],
]

/** The same value with one place made wrong, taken away or added to; often it does not fit its schema any more. */
export function spoiled(value: unknown, walk: readonly number[], pick: number): unknown {
  const [step, ...rest] = walk
  if (step === undefined || typeof value !== 'object' || value === null) return junk[pick % junk.length]
  if (Array.isArray(value)) {
    if (value.length === 0) return [junk[pick % junk.length]]
    const at = step % value.length
    return value.map((item: unknown, index) => (index === at ? spoiled(item, rest, pick) : item))
  }
  const entries = Object.entries(value)
  if (entries.length === 0 || pick % 7 === 0) return { ...value, [`extra${pick}`]: junk[pick % junk.length] }
  const at = step % entries.length
  if (pick % 7 === 1) return Object.fromEntries(entries.filter((_, index) => index !== at))
  return Object.fromEntries(
    entries.map(([key, field], index) => [key, index === at ? spoiled(field, rest, pick) : field]),
  )
}
