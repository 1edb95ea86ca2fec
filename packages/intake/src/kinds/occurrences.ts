import ICAL from 'ical.js'

/** One time that an event takes place; of a series, the item that tells of this time. */
export interface Occurrence {
  readonly at: string
  readonly event: ICAL.Event
}

/** The days that are looked at: after `from`, up to `to`. */
export interface Window {
  readonly from: string
  readonly to: string
}

/** How many dates of series are looked at in one file: twenty-seven meetings a day, for ten years. */
export const mostDates = 100_000

/** What is left of the dates of a file. */
export interface Left {
  dates: number
}

/**
 * Makes events of the entries of a calendar, each with what was said of single times of its series; such an entry is an event
 * of its own where its series is not in the file, else none. Making one throws where its days cannot be read.
 */
export function createEventReader(
  entries: readonly ICAL.Component[],
): (entry: ICAL.Component) => ICAL.Event | undefined {
  const heads = new Set(entries.filter((entry) => !isOfSeries(entry)).map(uidOf))
  const ofSeries = new Map<string, ICAL.Component[]>()
  for (const entry of entries.filter(isOfSeries)) {
    const same = ofSeries.get(uidOf(entry))
    if (same === undefined) ofSeries.set(uidOf(entry), [entry])
    else same.push(entry)
  }
  return (entry) => {
    if (!isOfSeries(entry)) return new ICAL.Event(entry, { exceptions: ofSeries.get(uidOf(entry)) ?? [] })
    return heads.has(uidOf(entry)) ? undefined : new ICAL.Event(entry, { exceptions: [] })
  }
}

function isOfSeries(entry: ICAL.Component): boolean {
  return entry.hasProperty('recurrence-id')
}

function uidOf(component: ICAL.Component): string {
  return String(component.getFirstPropertyValue('uid') ?? '')
}

/** The times of an event within a window; what was called off did not take place. Throws where its days cannot be read. */
export function occurrencesOf(event: ICAL.Event, { from, to }: Window, left: Left): Occurrence[] {
  if (!event.isRecurring()) {
    const at = dayOfTime(event.startDate as ICAL.Time | null)
    return at > from && at <= to && !isCalledOff(event) ? [{ at, event }] : []
  }
  if (isCalledOff(event)) return []
  left.dates -= datesGiven(event)
  const found: Occurrence[] = []
  const dates = left.dates > 0 ? event.iterator() : undefined
  for (let next = dates?.next(); next; next = dates?.next()) {
    if (dayOfTime(next) > to || --left.dates <= 0) break
    const { item, startDate } = event.getOccurrenceDetails(next)
    const at = dayOfTime(startDate)
    if (at > from && at <= to && !isCalledOff(item)) found.push({ at, event: item })
  }
  return found
}

function isCalledOff(event: ICAL.Event): boolean {
  return String(event.component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED'
}

/** How many dates a series names one by one; they are sorted before the first of them is known. */
function datesGiven({ component }: ICAL.Event): number {
  const named = [...component.getAllProperties('rdate'), ...component.getAllProperties('exdate')]
  return named.reduce((sum, property) => sum + property.getValues().length, 0)
}

/** Nothing where there is no day. */
function dayOfTime(time: ICAL.Time | null): string {
  if (time === null) return ''
  const { year, month, day } = time
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
