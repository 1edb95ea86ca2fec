import { isCalendarDay, sharedView, type Relationship } from '@joinery/core'
import { html, type Html } from '../html.ts'
import { fieldName, type FieldName } from './words/field-names.ts'
import { dayWords, numberWords } from './words/speak.ts'
import { valueName } from './words/value-names.ts'
import type { PartnerWords } from './words/words.ts'

/** One thing that the firm shows and asks about. */
export interface Fact {
  readonly field: string
  readonly title: FieldName
  readonly view: Html
}

/** Who reads it. */
export interface Reader {
  /** The firm, as the partner knows it. */
  readonly from: string
  readonly words: PartnerWords
}

/** Marks of the record about itself, and what the pulse asks for in its own way. */
const notAsked: ReadonlySet<string> = new Set(['evidence', 'pulses'])

/** What a link shows, field by field; a field inside another one that is shown stands there. */
export function factsOf(record: Relationship, fields: readonly string[], reader: Reader): Fact[] {
  const outermost = fields.filter(
    (field) => !fields.some((other) => other !== field && field.startsWith(`${other}.`)) && !notAsked.has(field),
  )
  return [...new Set(outermost)].flatMap((field) => {
    const value = field.split('.').reduce(innerOf, sharedView(record, [field]) as unknown)
    const view = valueView({ path: field, ...reader }, value)
    return view === undefined ? [] : [{ field, title: fieldName(field, reader.words.language), view }]
  })
}

/** A field's name, marked as English where the language of the page has none. */
export function nameView({ text, lang }: FieldName): Html {
  return html`<span lang="${lang}" dir="auto">${text}</span>`
}

function innerOf(value: unknown, step: string): unknown {
  if (Array.isArray(value)) {
    const inner = value.map((item) => innerOf(item, step)).filter((item) => item !== undefined)
    return inner.length === 0 ? undefined : inner
  }
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[step] : undefined
}

interface Place extends Reader {
  readonly path: string
}

function valueView(place: Place, value: unknown): Html | undefined {
  if (Array.isArray(value)) return listView(place, value)
  if (typeof value === 'object' && value !== null) return rowsView(place, value)
  const text = textOf(value, place)
  return text === undefined ? undefined : html`<bdi>${text}</bdi>`
}

function listView(place: Place, items: readonly unknown[]): Html | undefined {
  const shown = items.flatMap((item) => valueView(place, item) ?? [])
  return shown.length === 0
    ? undefined
    : html`<ul class="facts">
        ${shown.map((view) => html`<li>${view}</li>`)}
      </ul>`
}

function rowsView({ path, ...reader }: Place, value: object): Html | undefined {
  const rows = Object.entries(value).flatMap(([key, inner]) => {
    const at = `${path}.${key}`
    const view = valueView({ path: at, ...reader }, inner)
    return view === undefined ? [] : [{ title: nameView(fieldName(at, reader.words.language)), view }]
  })
  return rows.length === 0
    ? undefined
    : html`<dl class="facts">
        ${rows.map(
          ({ title, view }) =>
            html`<div>
              <dt>${title}</dt>
              <dd>${view}</dd>
            </div>`,
        )}
      </dl>`
}

/** What the record calls us and the partner is, for its reader, the firm and you. */
function textOf(value: unknown, { path, from, words }: Place): string | undefined {
  if (/\.(?:side|raisedBy|madeBy|providedBy)$/.test(path)) {
    if (value === 'us') return from
    if (value === 'partner') return words.you
  }
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return numberWords(value, words)
  if (typeof value !== 'string' || value === '') return undefined
  return isCalendarDay(value) ? dayWords(value, words) : valueName(path, value, words.language)
}
