import { plainText } from '../words/plain-text.ts'

/** HTML that is safe as it stands: written here, or escaped. */
export interface Markup {
  readonly html: string
}

type Part = Markup | readonly Markup[] | string | number | null

/** Makes HTML from a template: whatever is put in is escaped, unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: strings.reduce((html, text, index) => html + partHtml(parts[index - 1] ?? null) + text) }
}

function partHtml(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escapeHtml(part)
  return 'html' in part ? part.html : part.map(({ html }) => html).join('')
}

/** Text as HTML shows it, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
