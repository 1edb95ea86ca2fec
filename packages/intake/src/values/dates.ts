/** How a column writes its days. */
export type DateForm = 'iso' | 'day-month-year' | 'month-day-year' | 'words'

type Parts = { readonly year: number; readonly month: number; readonly day: number }

const readers: Readonly<Record<DateForm, (cell: string) => Parts | undefined>> = {
  iso: (cell) =>
    numbers(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$|^(\d{4})(\d{2})(\d{2})$/, cell, ['year', 'month', 'day']),
  'day-month-year': (cell) => numbers(/^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/, cell, ['day', 'month', 'year']),
  'month-day-year': (cell) => numbers(/^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/, cell, ['month', 'day', 'year']),
  words: inWords,
}

/** The forms in which every cell is a day; with dots the day stands first wherever people write dates so. */
export function formsOf(cells: readonly string[]): readonly DateForm[] {
  const given = cells.map(dayPart).filter((cell) => cell !== '')
  const fitting = (Object.keys(readers) as DateForm[]).filter((form) =>
    given.every((cell) => isoDay(readers[form](cell))),
  )
  return given.some((cell) => /^\d{1,2}\.\d/.test(cell)) ? fitting.filter((form) => form !== 'month-day-year') : fitting
}

/** The day in a cell as `YYYY-MM-DD`; undefined where there is none, null where it is something else. */
export function dayIn(cell: string, form: DateForm): string | undefined | null {
  const text = dayPart(cell)
  return text === '' ? undefined : (isoDay(readers[form](text)) ?? null)
}

/** Without the time of day. */
function dayPart(cell: string): string {
  return cell
    .trim()
    .replace(/[T\s,]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[AaPp][Mm])?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?$/, '')
}

function numbers(form: RegExp, cell: string, order: readonly (keyof Parts)[]): Parts | undefined {
  const found = form.exec(cell)
  if (found === null) return undefined
  const given = found.slice(1).filter((part) => part !== undefined)
  const at = (part: keyof Parts) => Number(given[order.indexOf(part)])
  const year = at('year')
  return { year: year < 100 ? 2000 + year : year, month: at('month'), day: at('day') }
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const germanMonths = 'jan feb mär apr mai jun jul aug sep okt nov dez'.split(' ')

/** `3 Nov 2026`, `Nov 3, 2026`, `3. November 2026`, `03-Nov-26`. */
function inWords(cell: string): Parts | undefined {
  const text = cell.toLowerCase().replace(/^(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/, '')
  const [, day = '', name = '', year = ''] =
    /^(\d{1,2})(?:\.|st|nd|rd|th)?[\s-]+([a-zä]{3,9})\.?[\s,-]+(\d{4}|\d{2})$/.exec(text) ?? []
  const [, otherName = '', otherDay = '', otherYear = ''] =
    /^([a-zä]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(text) ?? []
  const month = monthOf(name || otherName)
  if (month === 0) return undefined
  const given = Number(year || otherYear)
  return { year: given < 100 ? 2000 + given : given, month, day: Number(day || otherDay) }
}

function monthOf(name: string): number {
  const start = name.slice(0, 3).replace('mrz', 'mär')
  return Math.max(months.indexOf(start), germanMonths.indexOf(start)) + 1
}

function isoDay(parts: Parts | undefined): string | undefined {
  if (parts === undefined) return undefined
  const { year, month, day } = parts
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && year > 1900 && year < 2200
    ? text
    : undefined
}
