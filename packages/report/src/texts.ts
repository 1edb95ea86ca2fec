import type { RuleSet } from '@joinery/core'

/** A text of a rule set, and the language that it is written in. */
export interface Said {
  readonly text: string
  readonly lang: string
}

/** Reads texts of a rule set in the language asked for, or else in its own. */
export type ReadText = (id: string, field: string, own: string) => Said

export function textsOf(document: Pick<RuleSet['document'], 'language' | 'locales'>, language: string): ReadText {
  const locales = Object.entries(document.locales ?? {})
  const found = languagesIn(language).flatMap((lang) => locales.filter(([name]) => name.toLowerCase() === lang))
  return (id, field, own) => {
    for (const [lang, texts] of found) {
      const text = Object.hasOwn(texts, id) ? texts[id]?.[field] : undefined
      if (text !== undefined) return { text, lang }
    }
    return { text: own, lang: document.language }
  }
}

/** `de-at-1996`, `de-at`, `de`. */
export function languagesIn(lang: string): readonly string[] {
  const parts = lang.toLowerCase().split('-')
  return parts.map((_part, index) => parts.slice(0, parts.length - index).join('-'))
}

export function isRightToLeft(language: string): boolean {
  return /^(ar|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(language)
}
