import * as z from 'zod'

/** Ids are permanent: chosen once, never used again for something else. */
export const id = z
  .string()
  .max(120)
  .regex(/^[a-z][a-z0-9]*([.-][a-z0-9]+)*(\/[a-z0-9]+([.-][a-z0-9]+)*)?$/)
  .meta({ description: 'A permanent id, for example p07.trust or p07.trust/2' })

export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .meta({ description: 'Lower-case words joined by hyphens' })

export const title = z.string().min(1).max(200).meta({ description: 'A short name' })

export const plain = (description: string) => z.string().min(1).max(4_000).meta({ description })

export const weight = z
  .number()
  .min(0.5)
  .max(2)
  .optional()
  .meta({ description: 'Weight among its neighbours; default 1' })

/** Why a rule asks for the numbers that it asks for. */
export const Source = z.strictObject({
  note: plain('Where the numbers of the rules come from'),
  url: z.string().max(300).optional().meta({ description: 'Where to read it' }),
  reviewBy: z.iso.date().optional().meta({ description: 'The day by which somebody looks at them again' }),
})
