/** A page before it has a format. All texts are plain; escaping them is the renderer's business. */
export interface Page {
  /** Its file without the ending: `index`, `p07`. */
  readonly name: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly is: 'heading'; readonly depth: 2 | 3; readonly anchor: string; readonly text: string }
  | { readonly is: 'text'; readonly inlines: readonly Inline[] }
  | { readonly is: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly is: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Plain words, a word that leads, or a link to a page or to a place on it. */
export type Inline = string | { readonly lead: string } | Link

export interface Link {
  readonly text: string
  readonly page: string
  readonly anchor?: string
}

/** The file of a principle: ids hold no underscore, so no two of them meet. */
export function pageName(principle: string): string {
  const name = principle.replaceAll('/', '_')
  return name === 'index' ? 'index_' : name
}

export function anchorOf(id: string): string {
  return id.replaceAll('/', '_')
}

/** What separates words from those before and after them, which escaping would trim. */
export function gapsOf(text: string): readonly [before: string, after: string] {
  return [text.startsWith(' ') ? ' ' : '', text.length > 1 && text.endsWith(' ') ? ' ' : '']
}
