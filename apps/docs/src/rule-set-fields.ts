import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

interface Schema {
  readonly type?: string
  readonly description?: string
  readonly unit?: string
  readonly $ref?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
}

/** One field of a rule set document. */
export interface RuleSetField {
  /** `practice.indicators[].level` */
  readonly path: string
  readonly type: string
  readonly isRequired: boolean
  readonly about: string
}

const file = createRequire(import.meta.url).resolve('@joinery/core/schemas/rule-set.schema.json')
const schema = JSON.parse(readFileSync(file, 'utf8')) as Schema

/** Every field of a rule set, part by part, from the schema. */
export function ruleSetFields(): ReadonlyMap<string, readonly RuleSetField[]> {
  const parts = Object.entries(schema.properties ?? {}).filter(([name]) => name !== '$schema')
  return new Map(parts.map(([name, part]) => [name, fieldsOf(name, part, schema.required?.includes(name) ?? false)]))
}

function fieldsOf(path: string, field: Schema, isRequired: boolean): RuleSetField[] {
  const inside = field.items ?? field
  const below = field.items === undefined ? path : `${path}[]`
  const own = { path, type: typeOf(field), isRequired, about: aboutOf(field) }
  const inner = Object.entries(inside.properties ?? {})
  return [
    own,
    ...inner.flatMap(([name, part]) => fieldsOf(`${below}.${name}`, part, inside.required?.includes(name) ?? false)),
  ]
}

function aboutOf({ description = '', unit, minimum, maximum, maxItems }: Schema): string {
  const limits = [
    ...(minimum === undefined && maximum === undefined ? [] : [`from ${minimum ?? '…'} to ${maximum ?? '…'}`]),
    ...(maxItems === undefined ? [] : [`at most ${maxItems}`]),
    ...(unit === undefined ? [] : [unit]),
  ]
  return limits.length === 0 ? description : `${description} (${limits.join('; ')})`
}

function typeOf(field: Schema): string {
  if (field.$ref !== undefined) return 'condition'
  if (field.const !== undefined) return JSON.stringify(field.const)
  if (field.enum !== undefined) return field.enum.map((value) => JSON.stringify(value)).join(' or ')
  if (field.anyOf !== undefined) return [...new Set(field.anyOf.map(typeOf))].join(' or ')
  if (field.type === 'array')
    return `list of ${field.items?.properties === undefined ? typeOf(field.items ?? {}) : 'objects'}`
  if (field.type === 'object' && field.properties === undefined) return 'map'
  return typeNames[field.type ?? ''] ?? 'any value'
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  object: 'object',
  null: 'null',
}
