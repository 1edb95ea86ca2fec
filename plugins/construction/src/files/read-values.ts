/** What a cell holds, or what would have been right. */
export type Value = { readonly value: string | number } | { readonly problem: string }

/** Which of two numbers in `3/4/2026` is the month. Decided for a whole file: one date alone does not tell. */
export type DayOrder = 'day first' | 'month first'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** German months that begin otherwise. */
const otherMonths: Readonly<Record<string, number>> = { mär: 3, mrz: 3, mai: 5, okt: 10, dez: 12 }

const slashed = /^(\d{1,2})[/](\d{1,2})[/](\d{4}|\d{2})$/

/** Month first only where a date of the file can be nothing else; as in Europe otherwise. */
export function dayOrderOf(texts: readonly string[]): DayOrder {
  const pairs = texts.flatMap((text) => {
    const match = slashed.exec(text)
    return match === null ? [] : [[Number(match[1]), Number(match[2])] as const]
  })
  const isMonthFirst = pairs.some(([, second]) => second > 12) && pairs.every(([first]) => first <= 12)
  return isMonthFirst ? 'month first' : 'day first'
}

/** Reads a day as people write it: 2026-11-03, 3.11.2026, 03/11/2026, 3 Nov 2026, with or without a time behind it. */
export function readDay(text: string, order: DayOrder): Value {
  const day = text.replace(/[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, '')
  const found = isoParts(day) ?? dottedParts(day) ?? slashedParts(day, order) ?? namedParts(day)
  if (found === undefined) return { problem: `"${short(text)}" is not a day; write it as 2026-11-03` }
  const [year, month, date] = found
  const written = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  const real = new Date(Date.UTC(year, month - 1, date))
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === date
    ? { value: written }
    : { problem: `"${short(text)}" is a day that does not exist` }
}

type Parts = readonly [year: number, month: number, day: number]

function isoParts(text: string): Parts | undefined {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  return match === null ? undefined : [Number(match[1]), Number(match[2]), Number(match[3])]
}

function dottedParts(text: string): Parts | undefined {
  const match = /^(\d{1,2})[.-](\d{1,2})[.-](\d{4}|\d{2})$/.exec(text)
  return match === null ? undefined : [yearOf(match[3]!), Number(match[2]), Number(match[1])]
}

function slashedParts(text: string, order: DayOrder): Parts | undefined {
  const match = slashed.exec(text)
  if (match === null) return undefined
  const [first, second] = [Number(match[1]), Number(match[2])]
  return order === 'day first' ? [yearOf(match[3]!), second, first] : [yearOf(match[3]!), first, second]
}

function namedParts(text: string): Parts | undefined {
  const match = /^(\d{1,2})[. -]+(\p{L}{3,9})[. -]+(\d{4}|\d{2})$/u.exec(text)
  if (match === null) return undefined
  const name = match[2]!.toLowerCase().slice(0, 3)
  const month = otherMonths[name] ?? monthNames.indexOf(name) + 1
  return month === 0 ? undefined : [yearOf(match[3]!), month, Number(match[1])]
}

function yearOf(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

/** Reads an amount: 1234.5, 1,234.50, 1.234,50, £1,234, 1 234,50 €. */
export function readAmount(text: string): Value {
  const plain = text.replaceAll(/[\s\u00a0'’]|[£€$]|GBP|EUR|CHF/g, '')
  const isCommaLast = plain.lastIndexOf(',') > plain.lastIndexOf('.')
  // one comma with three digits behind it parts thousands
  const isGroup = /^-?\d{1,3}(,\d{3})+$/.test(plain)
  const number = isCommaLast && !isGroup ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '')
  return /^-?\d+(\.\d+)?$/.test(number)
    ? { value: Number(number) }
    : { problem: `"${short(text)}" is not an amount; write it as 1234.50` }
}

/** Who raised it, in the words of registers. */
export function readSide(text: string): Value {
  const side = sides[text.toLowerCase()]
  return side === undefined ? { problem: `"${short(text)}" is neither side; write "us" or "partner"` } : { value: side }
}

const sides: Readonly<Record<string, string>> = {
  us: 'us',
  we: 'us',
  ours: 'us',
  wir: 'us',
  partner: 'partner',
  them: 'partner',
  theirs: 'partner',
  sie: 'partner',
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
