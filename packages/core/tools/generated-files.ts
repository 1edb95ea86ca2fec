import * as z from 'zod'
import { Relationship } from '../src/schema/relationship.ts'
import { Result } from '../src/schema/result.ts'
import { RuleSetDocument } from '../src/schema/rule-set.ts'
import { forms } from '../src/schema/forms.ts'
import type { Shape } from '../src/schema/shape.ts'
import { notationOf } from './shape-notation.ts'

/** Every generated file: path from this folder, and content. A test compares them with what is committed. */
export function generatedFiles(): [path: string, content: string][] {
  const relationship = jsonSchema(Relationship)
  const ruleSet = jsonSchema(RuleSetDocument)
  return [
    ['../schemas/relationship.schema.json', json(relationship)],
    ['../schemas/rule-set.schema.json', json(ruleSet)],
    ['../schemas/result.schema.json', json(jsonSchema(Result))],
    ['../src/schema/generated/relationship-shape.ts', shapeFile('relationshipShape', relationship)],
    ['../src/schema/generated/rule-set-shape.ts', shapeFile('ruleSetShape', ruleSet)],
    ['../src/schema/generated/model.ts', modelFile(relationship)],
    ['../src/schema/generated/model-kinds.ts', kindsFile(relationship)],
  ]
}

interface Json {
  type?: string
  properties?: Record<string, Json>
  items?: Json
  additionalProperties?: Json | boolean
  propertyNames?: Json
  required?: string[]
  enum?: (string | number | boolean)[]
  const?: string | number | boolean
  anyOf?: Json[]
  $ref?: string
  format?: string
  pattern?: string
  maxLength?: number
  minLength?: number
  maxItems?: number
  minItems?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  description?: string
  visibility?: 'private'
  derived?: true
}

function jsonSchema(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }) as Json
}

function json(schema: Json): string {
  return `${JSON.stringify(schema, undefined, 2)}\n`
}

function shapeFile(name: string, schema: Json): string {
  return `// Generated from the Zod schemas by tools/generate-schemas.ts; do not edit.
import type { ObjectShape } from '../shape.ts'
import { readShape } from '../shape-notation.ts'

export const ${name} = /* @__PURE__ */ readShape(
  '${notationOf(shapeOf(schema))}',
) as ObjectShape
`
}

function shapeOf(schema: Json): Shape {
  if (schema.$ref?.endsWith('/Condition')) return { is: 'condition' }
  if (schema.$ref !== undefined) throw new Error(`no shape for ${schema.$ref}`)
  if (schema.const !== undefined) return { is: 'oneOf', values: [schema.const] }
  if (schema.enum !== undefined) return { is: 'oneOf', values: schema.enum }
  if (schema.anyOf !== undefined) return unionOf(schema.anyOf)
  if (schema.type === 'string') return schema.format === 'date' ? { is: 'date' } : textOf(schema)
  if (schema.type === 'boolean') return { is: 'yesNo' }
  if (schema.type === 'number' || schema.type === 'integer') return numberOf(schema)
  if (schema.type === 'array')
    return defined({ is: 'list', of: shapeOf(schema.items!), most: schema.maxItems, least: schema.minItems })
  if (schema.type === 'object') return objectOf(schema)
  return { is: 'any' }
}

function unionOf(choices: Json[]): Shape {
  const constants = choices.flatMap((choice) => (choice.const === undefined ? [] : [choice.const]))
  if (constants.length === choices.length) return { is: 'oneOf', values: constants }
  const values = choices.find((choice) => choice.enum !== undefined)?.enum
  if (values !== undefined) return { is: 'oneOf', values, orEmpty: true }
  if (choices.some(({ format }) => format === 'date')) return { is: 'date', orEmpty: true }
  return { is: 'literal' }
}

function textOf(schema: Json): Shape {
  return defined({ is: formOf(schema.pattern) ?? 'text', most: schema.maxLength, least: schema.minLength })
}

function formOf(pattern: string | undefined): string | undefined {
  if (pattern === undefined) return undefined
  const found = Object.entries(forms).find(([, form]) => form.pattern.source === pattern)
  if (found === undefined) throw new Error(`give the pattern ${pattern} a name and words in schema/forms.ts`)
  return found[0]
}

function numberOf(schema: Json): Shape {
  // Zod adds the safe-integer limits to every whole number; only the limits of the model are kept
  const within = (limit: number | undefined) =>
    limit === undefined || Math.abs(limit) >= Number.MAX_SAFE_INTEGER ? undefined : limit
  return defined({
    is: schema.type === 'integer' ? 'whole' : 'number',
    least: within(schema.minimum),
    most: within(schema.maximum),
    above: schema.exclusiveMinimum,
  })
}

function objectOf(schema: Json): Shape {
  if (schema.properties === undefined)
    return defined({
      is: 'map',
      of: shapeOf(schema.additionalProperties as Json),
      most: schema.propertyNames?.maxLength,
    })
  const fields = Object.fromEntries(Object.entries(schema.properties).map(([key, field]) => [key, shapeOf(field)]))
  return defined({ is: 'object', fields, required: schema.required })
}

function defined(shape: Record<string, unknown>): Shape {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Shape
}

function modelRows(schema: Json): Row[] {
  return Object.entries(schema.properties!)
    .filter(([key]) => !['$schema', 'answers', 'complete', 'ext'].includes(key))
    .flatMap(([key, entity]) => rowsOf(key, entity, entity.visibility ?? 'shared'))
}

/** What stands after the name of a field, by its depth and kind. */
const marks = [
  { single: ':', records: '{' },
  { single: ' ', texts: '=', records: ']' },
  { single: '.' },
] as readonly Readonly<Record<string, string>>[]

/** The kinds alone, in few bytes: a page that checks rule sets loads them, and not the words. */
function kindsFile(schema: Json): string {
  const words = modelRows(schema).map(({ path, type }) => {
    const steps = path.split('.')
    const kind = type === 'records' || type === 'texts' ? type : 'single'
    const mark = marks[steps.length - 1]?.[kind]
    if (mark === undefined)
      throw new Error(`give a mark to ${kind} as deep as ${path}, here and in schema/model-kinds.ts`)
    return `${steps.at(-1)!}${mark}`
  })
  return `// Generated from the Zod schemas by tools/generate-schemas.ts; do not edit.

export const kindTable =
  '${words.join('')}'
`
}

/** The relationship model as a flat table: what every consumer that walks the fields reads. */
function modelFile(schema: Json): string {
  const rows = modelRows(schema)
  return `// Generated from the Zod schemas by tools/generate-schemas.ts; do not edit.
import type { ModelField } from '../model-field.ts'

export const modelFields: readonly ModelField[] = [
${rows.map((row) => `  ${JSON.stringify(row)},`).join('\n')}
]
`
}

interface Row {
  readonly path: string
  readonly type: string
}

function rowsOf(path: string, schema: Json, visibility: string): Row[] {
  const isList = schema.type === 'array'
  const inner = isList ? schema.items! : schema
  const own = {
    path,
    type: typeOf(schema),
    visibility: schema.visibility ?? visibility,
    ...(schema.derived ? { derived: true } : {}),
    ...choicesOf(inner),
    about: schema.description,
  }
  const fields = Object.entries(inner.properties ?? {})
  return [own, ...fields.flatMap(([key, field]) => rowsOf(`${path}.${key}`, field, own.visibility))]
}

/** The values of a choice; empty text stands beside them and means that nothing was chosen. */
function choicesOf(schema: Json): object {
  const values = schema.enum ?? schema.anyOf?.find((choice) => choice.enum !== undefined)?.enum
  return values === undefined ? {} : { choices: values }
}

function typeOf(schema: Json): string {
  if (schema.type === 'array') return schema.items!.type === 'object' ? 'records' : 'texts'
  if (schema.type === 'object') return 'entity'
  if ('choices' in choicesOf(schema)) return 'choice'
  if (schema.anyOf?.some(({ format }) => format === 'date')) return 'date'
  if (schema.type === 'string') return schema.format === 'date' ? 'date' : 'text'
  return schema.type === 'boolean' ? 'yesNo' : 'number'
}
