import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type * as z from 'zod'
import { createFaults } from '../src/fault.ts'
import { checkShape } from '../src/schema/check-shape.ts'
import { fitsShape } from '../src/schema/check-shape.ts'
import { relationshipShape } from '../src/schema/generated/relationship-shape.ts'
import { ruleSetShape } from '../src/schema/generated/rule-set-shape.ts'
import { modelFields } from '../src/schema/model.ts'
import { Answer, Relationship } from '../src/schema/relationship.ts'
import { RuleSetDocument } from '../src/schema/rule-set.ts'
import { generatedFiles } from '../tools/generated-files.ts'
import { arbitraryRelationship } from './arbitrary-relationship.ts'
import { isoDocument } from './iso-rule-set.ts'
import { modelOutline, privateParts } from './model-outline.ts'
import type { Json } from './small-rule-set.ts'

// many random cases; a busy machine may take its time
vi.setConfig({ testTimeout: 60_000 })

const generated = generatedFiles()

test.each(generated)('%s is what the schemas say', (path, content) => {
  const committed = readFileSync(new URL(`../tools/${path}`, import.meta.url), 'utf8')
  expect(committed === content, 'out of date; run: node packages/core/tools/generate-schemas.ts').toBe(true)
})

interface JsonSchema {
  readonly description?: string
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly additionalProperties?: JsonSchema | boolean
  readonly anyOf?: readonly JsonSchema[]
  readonly $defs?: Readonly<Record<string, JsonSchema>>
}

/** Every property of a schema, however deep, by the way that leads to it. */
function propertiesOf(schema: JsonSchema, path = ''): [path: string, schema: JsonSchema][] {
  const own = Object.entries(schema.properties ?? {}).map(([key, value]) => [`${path}/${key}`, value] as const)
  const inner = [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])]
  return [
    ...own.flatMap(([at, value]): [string, JsonSchema][] => [[at, value], ...propertiesOf(value, at)]),
    ...inner.flatMap((value) => (typeof value === 'object' ? propertiesOf(value, path) : [])),
    ...Object.values(schema.$defs ?? {}).flatMap((value) => propertiesOf(value, path)),
  ]
}

describe('a reader of a schema is told what each field means', () => {
  const schemas = generated.filter(([path]) => path.endsWith('.schema.json'))
  test.each(schemas)('in %s', (_path, content) => {
    const fields = propertiesOf(JSON.parse(content) as JsonSchema)
    expect(fields.length).toBeGreaterThan(100)
    // what refers to a definition is described there
    expect(
      fields.filter(([, { description, $ref }]) => !description && $ref === undefined).map(([path]) => path),
    ).toEqual([])
  })
})

describe('the model', () => {
  const rows = Object.entries(modelOutline).flatMap(([name, fields]) => rowsOf(name, fields))

  test('holds every entity and field that was drawn up, and no other', () => {
    expect(modelFields.map(({ path }) => path).toSorted()).toEqual(rows.map(({ path }) => path).toSorted())
  })

  test('derives what is marked as derived', () => {
    const derived = (fields: readonly { path: string; derived?: boolean }[]) =>
      fields.filter((field) => field.derived === true).map(({ path }) => path)
    expect(derived(modelFields).toSorted()).toEqual(derived(rows).toSorted())
  })

  test('keeps private exactly what is private', () => {
    const isPrivate = (path: string) => privateParts.some((part) => path === part || path.startsWith(`${part}.`))
    const hidden = modelFields.filter(({ visibility }) => visibility === 'private').map(({ path }) => path)
    expect(hidden.toSorted()).toEqual(
      rows
        .map(({ path }) => path)
        .filter(isPrivate)
        .toSorted(),
    )
    expect((Answer.shape.note as z.ZodType).meta()).toMatchObject({ visibility: 'private' })
  })
})

function rowsOf(name: string, fields: string): { path: string; derived?: boolean }[] {
  const entity = name.replace('[]', '')
  return [
    { path: entity },
    ...[...fields.matchAll(/(\w+)(\*?)(?:\[([^\]]*)\])?/g)].flatMap(([, field, star, inner]) => [
      { path: `${entity}.${field}`, derived: star === '*' },
      ...(inner ?? '')
        .split(' ')
        .filter(Boolean)
        .map((word) => ({ path: `${entity}.${field}.${word}` })),
    ]),
  ]
}

const words = ['', ' ', 'Ann', 'key', 'us', 'p01.plan', '1.0.0']
const days = ['2026-02-28', '2026-02-30', '2024-02-29', '2023-02-29', '0000-01-01', '2026-1-1']
const numbers = [0, -1, 0.5, 1, 3, 5, 6, 1e9, -0, Number.NaN, Number.POSITIVE_INFINITY]
const others = [null, true, false, [], [''], [1], [null], {}, { text: 'x' }]
const strange = fc.constantFrom<unknown>(...words, ...days, ...numbers, ...others)

/** A copy in which one place, chosen by number, holds something else, or has one key more. */
function spoiled(value: unknown, [place, how, strangeValue]: readonly [number, 'replace' | 'add', unknown]): unknown {
  const copy = structuredClone(value)
  const places: { holder: Json; key: string }[] = []
  const collect = (holder: unknown) => {
    if (typeof holder !== 'object' || holder === null) return
    for (const key of Object.keys(holder)) {
      places.push({ holder: holder as Json, key })
      collect((holder as Json)[key])
    }
  }
  collect(copy)
  const chosen = places[place % Math.max(places.length, 1)]
  if (chosen === undefined) return strangeValue
  const inner = chosen.holder[chosen.key]
  const isOpen = typeof inner === 'object' && inner !== null && !Array.isArray(inner)
  if (how === 'add' && isOpen) (inner as Json)['surprise'] = strangeValue
  else chosen.holder[chosen.key] = strangeValue
  return copy
}

const change = fc.tuple(fc.nat(), fc.constantFrom('replace', 'add'), strange)

describe('the shape that core checks without Zod refuses what the Zod schema refuses', () => {
  const worlds = [
    {
      what: 'relationships',
      schema: Relationship,
      shape: relationshipShape,
      documents: arbitraryRelationship(['p01.plan/1', 'p01.plan/2']) as fc.Arbitrary<unknown>,
      numRuns: 700,
    },
    {
      what: 'rule sets',
      schema: RuleSetDocument,
      shape: ruleSetShape,
      documents: fc.constant(withoutConditions(isoDocument())) as fc.Arbitrary<unknown>,
      numRuns: 150,
    },
  ]
  test.each(worlds)('among sound and spoiled $what', ({ schema, shape, documents, numRuns }) => {
    const found = { sound: 0, refused: 0 }
    fc.assert(
      fc.property(documents, fc.array(change, { maxLength: 2 }), (document, changes) => {
        const spoilt = changes.reduce<unknown>((before, next) => spoiled(before, next), document)
        const faults = createFaults()
        checkShape(shape, spoilt, faults)
        const { success } = schema.safeParse(spoilt)
        found[success ? 'sound' : 'refused']++
        expect(faults.list.length === 0, JSON.stringify(faults.list[0])).toBe(success)
        expect(fitsShape(shape, spoilt)).toBe(success)
      }),
      { numRuns, verbose: 0 },
    )
    expect(Math.min(found.sound, found.refused)).toBeGreaterThan(numRuns / 10)
  })
})

/** Conditions have a parser of their own. */
function withoutConditions(document: Json): unknown {
  return JSON.parse(
    JSON.stringify(document, (key, value: unknown) =>
      ['conditions', 'appliesWhen'].includes(key) ? undefined : value,
    ),
  )
}
