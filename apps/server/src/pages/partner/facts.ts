import { isCalendarDay, modelField, sharedView, type Relationship } from '@joinery/core'
import { html, type Html } from '../html.ts'

/** One thing that the firm shows and asks about. */
export interface Fact {
  readonly field: string
  readonly title: string
  readonly view: Html
}

/** Marks of the record about itself, and what the pulse asks for in its own way. */
const notAsked: ReadonlySet<string> = new Set(['evidence', 'pulses'])

/** What a link shows, field by field; a field inside another one that is shown stands there. */
export function factsOf(record: Relationship, fields: readonly string[], from: string): Fact[] {
  const outermost = fields.filter(
    (field) => !fields.some((other) => other !== field && field.startsWith(`${other}.`)) && !notAsked.has(field),
  )
  return [...new Set(outermost)].flatMap((field) => {
    const value = field.split('.').reduce(innerOf, sharedView(record, [field]) as unknown)
    const view = valueView({ path: field, from }, value)
    return view === undefined ? [] : [{ field, title: titleOf(field), view }]
  })
}

/** In words that a visitor of the firm's record reads for the first time. */
function titleOf(field: string): string {
  return modelField(field)?.about ?? field
}

function innerOf(value: unknown, step: string): unknown {
  if (Array.isArray(value)) {
    const inner = value.map((item) => innerOf(item, step)).filter((item) => item !== undefined)
    return inner.length === 0 ? undefined : inner
  }
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[step] : undefined
}

interface Place {
  readonly path: string
  /** The firm, as the partner knows it. */
  readonly from: string
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

function rowsView({ path, from }: Place, value: object): Html | undefined {
  const rows = Object.entries(value).flatMap(([key, inner]) => {
    const view = valueView({ path: `${path}.${key}`, from }, inner)
    return view === undefined ? [] : [{ title: titleOf(`${path}.${key}`), view }]
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

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

export function dayWords(text: string): string {
  return day.format(new Date(text))
}

/** What the record calls us and the partner is, for its reader, the firm and you. */
function textOf(value: unknown, { path, from }: Place): string | undefined {
  if (/\.(?:side|raisedBy|madeBy|providedBy)$/.test(path)) {
    if (value === 'us') return from
    if (value === 'partner') return 'you'
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 }).format(value)
  if (typeof value !== 'string' || value === '') return undefined
  return isCalendarDay(value) ? dayWords(value) : value
}
