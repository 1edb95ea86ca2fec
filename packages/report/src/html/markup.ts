import { isRightToLeft } from '../texts.ts'
import type { Piece, Text } from '../document/text.ts'
import { plainText } from '../words/plain-text.ts'

/** HTML that is safe as it stands: written here, or escaped. */
export interface Markup {
  readonly html: string
}

type Part = Markup | readonly Markup[] | Text | number | null

/** Makes HTML from a template: whatever is put in is escaped, unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: strings.reduce((html, text, index) => html + partHtml(parts[index - 1] ?? null) + text) }
}

function partHtml(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escapeHtml(part)
  return 'html' in part ? part.html : part.map(elementHtml).join('')
}

function elementHtml(element: Markup | string | Piece): string {
  if (typeof element === 'string') return escapePart(element)
  if ('html' in element) return element.html
  const { text, lang } = element
  return `<span${lang === null ? '' : ` lang="${escapeHtml(lang)}"`} dir="${directionOf(lang)}">${escapeHtml(text)}</span>`
}

/** Beside other pieces, a space at an end is a space between words. */
function escapePart(text: string): string {
  const [, before, after] = /^(\s*)[^]*?(\s*)$/.exec(text)!
  const words = escapeHtml(text)
  return words === '' ? ' ' : `${before === '' ? '' : ' '}${words}${after === '' ? '' : ' '}`
}

/** Where lines of a language begin; figures and signs run from left to right. */
export function directionOf(language: string | null): 'ltr' | 'rtl' {
  return language !== null && isRightToLeft(language) ? 'rtl' : 'ltr'
}

/** Text as HTML shows it, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
