import type { Said } from '../texts.ts'

/** A piece in another language than the report; null where it is figures or signs, which run from left to right everywhere. */
export interface Piece {
  readonly text: string
  readonly lang: string | null
}

/** What a report says: words in its own language, or pieces of which some are in another. */
export type Text = string | readonly (string | Piece)[]

/** Puts texts into a sentence; what is in another language stays marked. */
export function mix(strings: TemplateStringsArray, ...parts: readonly Text[]): Text {
  return joined(strings.flatMap((text, index) => (index === 0 ? [text] : [parts[index - 1]!, text])))
}

/** Texts one after the other, with something between them. */
export function listed(texts: readonly Text[], between: string): Text {
  return joined(texts.flatMap((text, index) => (index === 0 ? [text] : [between, text])))
}

/** A text of a rule set, marked where it is in another language than the report. */
export function said({ text, lang }: Said, language: string): Text {
  return lang.toLowerCase().split('-')[0] === language ? text : [{ text, lang }]
}

/** Figures and signs that keep their order in a line from right to left. */
export function ltr(text: string): Text {
  return [{ text, lang: null }]
}

/** The same without marks, for what shows characters alone. */
export function flat(text: Text): string {
  return typeof text === 'string' ? text : text.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}

function joined(texts: readonly Text[]): Text {
  if (texts.every((text) => typeof text === 'string')) return texts.join('')
  return texts.flatMap((text) => (text === '' ? [] : typeof text === 'string' ? [text] : text))
}
