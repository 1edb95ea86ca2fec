import * as z from 'zod'

/** What the documentation says of a setting, beside its schema. */
export interface About {
  /** What it is for, in a sentence without a full stop. */
  readonly about: string
  /** In the documentation, where the default depends on the machine. */
  readonly shownDefault?: string
  /** Its value is never printed. */
  readonly secret?: true
  readonly example?: string
}

/** A setting that may be left out. */
export function setting<Schema extends z.ZodType<unknown, string>>(schema: Schema, about: About) {
  return schema.optional().meta({ ...about })
}

/** A setting that has this value unless told. */
export function preset<Schema extends z.ZodType<unknown, string>>(text: string, schema: Schema, about: About) {
  // the types of Zod do not see that the input of every schema here is a text
  return schema
    .prefault(text as z.input<Schema> & z.core.util.NoUndefined<z.input<Schema>>)
    .meta({ shownDefault: text, ...about })
}

/** What the documentation says of a setting. */
export function aboutOf(schema: z.ZodType): About {
  return schema.meta() as unknown as About
}

export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `give a whole number from ${least} to ${most}`,
    })
    .transform(Number)
}

/** A list with commas between its items. */
export function listOf(isRight: (item: string) => boolean, error: string) {
  return z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
    )
    .refine((items) => items.every(isRight), { error })
}

export function oneOf<const Word extends string>(words: readonly [Word, ...Word[]]) {
  return z.string().pipe(z.enum(words, { error: `give one of ${words.join(', ')}` }))
}

export function matching(pattern: RegExp, error: string) {
  return z.string().regex(pattern, { error })
}
