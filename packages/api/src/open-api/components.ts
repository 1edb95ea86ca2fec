import * as z from 'zod'
import relationship from '@joinery/core/schemas/relationship.schema.json' with { type: 'json' }
import result from '@joinery/core/schemas/result.schema.json' with { type: 'json' }
import ruleSet from '@joinery/core/schemas/rule-set.schema.json' with { type: 'json' }

export type Json = { readonly [key: string]: unknown }

/** The schemas that operations share, each once under its name. */
export interface Components {
  /** A reference to a schema that has a name (`meta({ id })`), or the schema itself. */
  readonly schema: (schema: z.ZodType, io: 'input' | 'output') => Json
  /** The schema itself, whatever its name. */
  readonly inline: (schema: z.ZodType) => Json
  readonly all: () => Json
}

/** Documents that core describes: their committed JSON Schemas are taken as they are. */
const documents: Readonly<Record<string, Json>> = {
  Evidence: relationship.properties.evidence.items,
  Relationship: relationship,
  Result: result,
  RuleSet: ruleSet,
}

const settings = {
  target: 'draft-2020-12',
  unrepresentable: 'any',
  // patterns that repeat a format, or belong to the text a number is written in
  override: ({ jsonSchema }: { jsonSchema: { type?: unknown; format?: unknown; pattern?: unknown } }) => {
    if (jsonSchema.type !== 'string' || String(jsonSchema.format).startsWith('date')) delete jsonSchema.pattern
  },
} as const

export function createComponents(): Components {
  const named: Record<string, Json> = {}
  const take = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const made = z.toJSONSchema(schema, { ...settings, io }) as Json
    const { $schema: _, $defs, ...own } = made
    for (const [name, definition] of Object.entries((($defs as Json | undefined) ?? {}) as Record<string, Json>))
      keep(named, name, definition)
    const id = schema.meta()?.id
    return id === undefined ? relinked(own) : { $ref: refTo(id) }
  }
  return {
    schema: take,
    inline: (schema) => {
      const { $schema: _, ...own } = z.toJSONSchema(schema, { ...settings, io: 'input' }) as Json
      return own
    },
    all: () => Object.fromEntries(Object.entries(named).toSorted(([left], [right]) => (left < right ? -1 : 1))),
  }
}

function refTo(name: string): string {
  return `#/components/schemas/${name}`
}

function keep(named: Record<string, Json>, name: string, definition: Json): void {
  const document = documents[name]
  named[name] ??= document === undefined ? relinked(definition) : adopted(name, document)
}

/** A whole JSON Schema as one component: its inner definitions move beside it. */
function adopted(name: string, document: Json): Json {
  const { $schema: _, $id: __, ...own } = document
  return JSON.parse(JSON.stringify(own).replaceAll('"#/$defs/', `"${refTo(name)}/$defs/`)) as Json
}

function relinked(schema: Json): Json {
  const { $id: _, id: __, ...own } = schema
  return JSON.parse(JSON.stringify(own).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json
}
