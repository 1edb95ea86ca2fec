/** How a number reads; everything else follows from the type of the field. */
export type Reading = 'percent' | 'days' | 'rating'

/** One field of the record under a label. `{us}` and `{partner}` in a label stand for the names of the firms. */
export interface FactLine {
  readonly is: 'fact'
  readonly path: string
  readonly label: string
  readonly as?: Reading
}

/** A list of the record: what each entry is called, and what is said about it. */
export interface ListLine {
  readonly is: 'list'
  readonly path: string
  readonly label: string
  /** The field that an entry is called by; the first that is given. None for lists of plain text. */
  readonly called: readonly string[]
  readonly details: readonly Detail[]
  /** Entries that are left out. */
  readonly unless?: (entry: Entry) => boolean
  /** Entries with a higher rank come first; the others keep their order. */
  readonly rank?: (entry: Entry) => number | string
  /** How many the short form shows. */
  readonly most?: number
}

export interface Detail {
  readonly field: string
  /** `''` where the value speaks for itself. */
  readonly label: string
  readonly as?: Reading
}

export type Line = FactLine | ListLine

/** An entry of a list of the record. */
export type Entry = Readonly<Record<string, unknown>>

export function fact(path: string, label: string, as?: Reading): FactLine {
  return { is: 'fact', path, label, ...(as === undefined ? {} : { as }) }
}

/** Details are written as `field`, `field: label` or `field: label as percent`. */
export function list(
  path: string,
  label: string,
  { called, details = [], ...rest }: { called?: string; details?: readonly string[] } & ListChoice = {},
): ListLine {
  return {
    is: 'list',
    path,
    label,
    called: called === undefined ? [] : called.split(' '),
    details: details.map(detailOf),
    ...rest,
  }
}

type ListChoice = Pick<ListLine, 'unless' | 'rank' | 'most'>

function detailOf(text: string): Detail {
  const [field = '', words = ''] = text.split(/: ?(.*)/)
  const [label = '', as] = words.split(/(?:^| )as (?=percent$|days$|rating$)/)
  return { field, label, ...(as === undefined ? {} : { as: as as Reading }) }
}

export function has(field: string): (entry: Entry) => boolean {
  return (entry) => entry[field] !== undefined && entry[field] !== ''
}

/** For what is over. */
export function isClosed({ status }: Entry): boolean {
  return status === 'closed' || status === 'retired'
}

/** Puts the latest first. */
export function newest({ at }: Entry): string {
  return typeof at === 'string' ? at : ''
}
