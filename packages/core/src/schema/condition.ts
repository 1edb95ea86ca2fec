import * as z from 'zod'

/** A value that a rule writes down: JSON without objects. */
export const Literal = z.union([
  z.string().max(1_000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string().max(1_000), z.number(), z.boolean(), z.null()])).max(1_000),
])
export type Literal = z.infer<typeof Literal>

const name = z.string().max(200).optional().meta({ description: 'A name for this condition, shown in explanations' })
const priority = z
  .number()
  .optional()
  .meta({ description: 'Order of evaluation in json-rules-engine; never changes a result here' })

/** A fact read on either side of a comparison. */
const FactReference = z
  .strictObject({
    fact: z.string().max(200).meta({ description: 'Id of the fact: rmp.owner, count, ext.<namespace>.<name> …' }),
    get params() {
      return ListParams.optional()
    },
    path: z.string().max(500).optional().meta({ description: 'A step into a structured fact: $.name, [0], [*]' }),
  })
  .meta({ id: 'FactReference', description: 'A fact to read' })

/** Parameters of the list facts `count`, `share`, `every`, `newest` and `recorded`. */
const ListParams = z
  .strictObject({
    of: z.string().max(200).meta({ description: 'The list: risks, rmp.sections, ext.<namespace>.<list>' }),
    get where(): z.ZodOptional<typeof Condition> {
      return Condition.optional()
    },
    get that(): z.ZodOptional<typeof Condition> {
      return Condition.optional()
    },
    field: z.string().max(100).optional().meta({ description: 'The field of the newest item to read' }),
  })
  .meta({ id: 'ListParams', description: 'Which list, which of its items (where), and what is asked of them (that)' })

const Test = z.strictObject({
  fact: FactReference.shape.fact,
  get params() {
    return ListParams.optional()
  },
  path: FactReference.shape.path,
  operator: z.string().max(200).meta({ description: 'An operator, with decorators in front: greaterThan, not:in' }),
  get value(): z.ZodUnion<readonly [typeof Literal, typeof FactReference]> {
    return z.union([Literal, FactReference]).meta({ description: 'What the fact is compared with' })
  },
  name,
  priority,
})

/** A condition tree in the format of json-rules-engine: exactly one of all, any, not, condition or fact in each node. */
export const Condition: z.ZodType<Condition> = z
  .union([
    z.strictObject({
      get all() {
        return z.array(Condition).min(1).max(200).meta({ description: 'All of these must hold' })
      },
      name,
      priority,
    }),
    z.strictObject({
      get any() {
        return z.array(Condition).min(1).max(200).meta({ description: 'One of these must hold' })
      },
      name,
      priority,
    }),
    z.strictObject({
      get not() {
        return Condition
      },
      name,
      priority,
    }),
    z.strictObject({
      condition: z.string().max(200).meta({ description: 'A condition that the rule set declares by name' }),
      name,
      priority,
    }),
    Test,
  ])
  .meta({ id: 'Condition', description: 'A condition tree in the format of json-rules-engine' })

interface FactReference {
  fact: string
  params?: ListParams | undefined
  path?: string | undefined
}

interface ListParams {
  of: string
  where?: Condition | undefined
  that?: Condition | undefined
  field?: string | undefined
}

interface Labelled {
  name?: string | undefined
  priority?: number | undefined
}

export interface TestCondition extends FactReference, Labelled {
  operator: string
  value: Literal | FactReference
}

export type Condition =
  | ({ all: Condition[] } & Labelled)
  | ({ any: Condition[] } & Labelled)
  | ({ not: Condition } & Labelled)
  | ({ condition: string } & Labelled)
  | TestCondition
