import * as z from 'zod'
import { limits } from '../limits.ts'

export const Id = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be an id as the service made it')
  .meta({ description: 'An id that the service made' })

/** Text of so many characters, counted as JSON Schema counts them: a character outside the basic plane is one. */
export function text(description: string, { least = 0, most }: { least?: number; most: number }) {
  return z
    .string()
    .refine(
      (value) => value.length <= 2 * most && Array.from(value).length <= most,
      `may have at most ${most} characters`,
    )
    .refine((value) => value.length >= least, `must have at least ${least} characters`)
    .meta({ description, maxLength: most, ...(least === 0 ? {} : { minLength: least }) })
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/

/** A moment as callers may write it, in any zone; the service itself writes UTC with milliseconds. */
export const Instant = z
  .string()
  .refine(
    (value) => moment.test(value) && !Number.isNaN(Date.parse(value)),
    'must be a moment such as "2026-10-02T09:30:00Z"',
  )
  .meta({ description: 'A moment, such as 2026-10-02T09:30:00.000Z', format: 'date-time' })

const wholeNumber = /^[1-9][0-9]{0,8}$/

/** What every list takes. */
export const pageQuery = {
  limit: z
    .string()
    .regex(wholeNumber, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(1).max(limits.page.most))
    .default(limits.page.default)
    .meta({
      description: 'Most entries on a page',
      type: 'integer',
      minimum: 1,
      maximum: limits.page.most,
      default: limits.page.default,
    }),
  cursor: z.string().max(500).optional().meta({ description: 'Where to go on: "next" of the page before' }),
}

/** One page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last one' }),
  })
}

export const etagHeader = { ETag: 'The version, for If-Match and If-None-Match' } as const
