import type { RuleSetDocument } from '@joinery/core'
import { textsOf } from '../check/texts.ts'
import { wholeOf } from '../check/view.ts'

/** The rows of the sheet of texts: id, field, the text itself, and one column for each other language. */
export function textRows(
  own: RuleSetDocument,
  base: RuleSetDocument | undefined,
): { languages: readonly string[]; rows: (string | undefined)[][] } {
  const languages = Object.keys(own.locales ?? {})
  const wanted = textsOf(wholeOf(own, { base }))
  const known = [...wanted].flatMap(([id, fields]) => [...fields.keys()].map((field) => [id, field] as const))
  const others = languages.flatMap((language) =>
    Object.entries(own.locales![language]!).flatMap(([id, fields]) =>
      Object.keys(fields).flatMap((field) => (wanted.get(id)?.has(field) ? [] : [[id, field] as const])),
    ),
  )
  const rows = new Map([...known, ...others].map(([id, field]) => [JSON.stringify([id, field]), [id, field] as const]))
  return {
    languages,
    rows: [...rows.values()].map(([id, field]) => {
      const translated = languages.map((language) => own.locales![language]?.[id]?.[field])
      return [id, field, wanted.get(id)?.get(field)].concat(translated)
    }),
  }
}

export const textHeaders = ['Id', 'Field', 'Text'] as const
