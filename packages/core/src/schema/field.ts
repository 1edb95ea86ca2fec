import * as z from 'zod'

/** Who may see a field: `shared` with the partner by the firm's choice, or `private` to the firm for ever. */
export type Visibility = 'shared' | 'private'

const longestText = 10_000
const longestList = 5_000

/** Free text; empty text is legal and counts as not given. */
export const text = (description: string) => z.string().max(longestText).optional().meta({ description })

/** A calendar day, `YYYY-MM-DD`, without time or zone; empty text counts as not given. */
export const date = (description: string) =>
  z
    .union([z.iso.date(), z.literal('')])
    .optional()
    .meta({ description, unit: 'calendar day, YYYY-MM-DD' })

export const yesNo = (description: string) => z.boolean().optional().meta({ description })

/** A share: 0 is none, 1 is all; above 1 is legal where more than all was done or paid. */
export const ratio = (description: string) =>
  z.number().min(0).optional().meta({ description, unit: 'share, 0 to 1 and above' })

export const number = (description: string, unit?: string) =>
  z
    .number()
    .optional()
    .meta(unit === undefined ? { description } : { description, unit })

/** A direction of change: below 0 falling, 0 steady, above 0 rising. */
export const slope = (description: string) =>
  z.number().optional().meta({ description, unit: 'slope, the sign matters' })

/** A rating from `least` to `most`. */
export const rating = (least: number, most: number, description: string) =>
  z
    .number()
    .min(least)
    .max(most)
    .optional()
    .meta({ description, unit: `rating, ${least} to ${most}` })

export const oneOf = <const Choice extends readonly [string, ...string[]]>(choices: Choice, description: string) =>
  z
    .union([z.enum(choices), z.literal('')])
    .optional()
    .meta({ description, unit: 'one of the values; empty text counts as not given' })

export const texts = (description: string) =>
  z.array(z.string().max(longestText)).max(longestList).optional().meta({ description })

export const someOf = <const Choice extends readonly [string, ...string[]]>(choices: Choice, description: string) =>
  z.array(z.enum(choices)).max(longestList).optional().meta({ description })

/** One entity of the record: an object of optional fields, unknown keys refused. */
export const entity = <Shape extends z.ZodRawShape>(description: string, shape: Shape) =>
  z.strictObject(shape).optional().meta({ description })

/** A list of entities. */
export const list = <Shape extends z.ZodRawShape>(description: string, shape: Shape) =>
  z.array(z.strictObject(shape)).max(longestList).optional().meta({ description })

/** Marks a field that never leaves the firm. */
export const hidden = <Schema extends z.ZodType>(schema: Schema): Schema =>
  schema.meta({ ...schema.meta(), visibility: 'private' })

/** Marks a field that is derived from the rest of the record where it is not stated. */
export const derived = <Schema extends z.ZodType>(schema: Schema): Schema =>
  schema.meta({ ...schema.meta(), derived: true })

export const sides = ['us', 'partner'] as const
export const segments = ['key', 'important', 'simple'] as const
export const sizeBands = ['micro', 'small', 'medium'] as const
