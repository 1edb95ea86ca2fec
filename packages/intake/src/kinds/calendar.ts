import ICAL from 'ical.js'
import type { IntakeFault } from '../fault.ts'
import type { Findings, IntakeContext } from '../intake.ts'
import { mentions } from '../partner-match.ts'
import { evidenceFrom, setProposal, type Proposal } from '../proposal.ts'
import { yearBefore } from './bookings.ts'

/** A meeting of a calendar with the partner. */
interface Meeting {
  readonly at: string
  readonly title: string
  readonly us: number
  readonly partner: number
}

const mostOccurrences = 400

/** Meetings with the partner in the last twelve months, and how often there was one. */
export function calendarFrom(text: string, { file, context }: { file: string; context: IntakeContext }): Findings {
  const parsed = parse(text, file)
  if ('message' in parsed) return { faults: [parsed] }
  const { record, asOf } = context
  const partner = record.rel?.partnerName ?? ''
  if (partner.trim() === '')
    return { notes: ['Say first whom the record is about; then meetings with them are found.'] }
  const from = yearBefore(asOf)
  const meetings = parsed
    .flatMap((event) => occurrences(event, { from, asOf, context }))
    .toSorted((left, right) => (left.at < right.at ? -1 : 1))
  const days = meetings.filter(({ at }, index) => meetings.findIndex((other) => other.at === at) === index)
  const known = new Set((record.meetings ?? []).map(({ at }) => at))
  const fresh = days.filter(({ at }) => !known.has(at))
  return {
    proposals: [...fresh.map((meeting) => meetingProposal(meeting, file)), ...cadence(days, { file, context })],
    notes:
      days.length === 0
        ? [`No event of the last twelve months speaks of "${partner}" or of its people.`]
        : days.length === fresh.length
          ? []
          : [`${days.length - fresh.length} of ${days.length} meetings are recorded already.`],
  }
}

function parse(text: string, file: string): ICAL.Event[] | IntakeFault {
  try {
    const calendars = ICAL.parse(text) as unknown[]
    // a file can hold several calendars one after the other
    const several = Array.isArray(calendars[0])
      ? (calendars as unknown as [string, unknown[], unknown[]][])
      : [calendars as [string, unknown[], unknown[]]]
    return several.flatMap((calendar) =>
      new ICAL.Component(calendar).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)),
    )
  } catch (error) {
    const [, line] = /line (\d+)|\(line (\d+)\)/.exec(String(error)) ?? []
    return {
      file,
      ...(line === undefined ? {} : { line: Number(line) }),
      message: 'this is not a calendar that can be read; export it again as ICS',
    }
  }
}

interface Window {
  readonly from: string
  readonly asOf: string
  readonly context: IntakeContext
}

function occurrences(event: ICAL.Event, { from, asOf, context }: Window): Meeting[] {
  const counts = sidesOf(event, context)
  if (counts === undefined || event.isRecurrenceException()) return []
  const title = event.summary ?? ''
  const found: Meeting[] = []
  const add = (time: ICAL.Time) => {
    const at = dayOfTime(time)
    if (at > from && at <= asOf) found.push({ at, title, ...counts })
    return at
  }
  if (!event.isRecurring()) {
    if (event.startDate !== null && event.startDate !== undefined) add(event.startDate)
    return found
  }
  const dates = event.iterator()
  for (let index = 0; index < mostOccurrences * 10; index++) {
    const next = dates.next()
    if (next === null || next === undefined || add(next) > asOf || found.length > mostOccurrences) break
  }
  return found
}

function dayOfTime({ year, month, day }: ICAL.Time): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** How many from each side; undefined where the event has nothing to do with the partner. */
function sidesOf(event: ICAL.Event, { record }: IntakeContext): { us: number; partner: number } | undefined {
  const firm = record.rel?.partnerName ?? ''
  const names = (record.people ?? [])
    .filter(({ side }) => side === 'partner')
    .flatMap(({ name = '' }) => (name.trim() === '' ? [] : [name]))
  const attendees = event.attendees.map((attendee) => {
    const [name, address] = [attendee.getFirstParameter('cn') ?? '', String(attendee.getFirstValue() ?? '')]
    return `${name} ${address.replace(/^mailto:/i, '')}`
  })
  const isTheirs = (attendee: string) =>
    names.some((name) => mentions(attendee, name)) || domainOf(attendee).includes(compact(firm))
  const theirs = attendees.filter(isTheirs).length
  const texts = [event.summary, event.location, event.description].map((text) => text ?? '').join(' ')
  if (theirs === 0 && !mentions(texts, firm) && !names.some((name) => mentions(texts, name))) return undefined
  return { us: Math.max(1, attendees.length - theirs), partner: Math.max(1, theirs) }
}

/** `alun@castellrowe.example` → `castellrowe.example`; nothing where a firm's name is too short to tell. */
function domainOf(attendee: string): string {
  return compact(/@([\w.-]+)/.exec(attendee)?.[1] ?? '')
}

function compact(text: string): string {
  const letters = text.toLowerCase().replace(/[^\p{L}\d]/gu, '')
  return letters.length < 5 ? '\0' : letters
}

function meetingProposal({ at, title, us, partner }: Meeting, file: string): Proposal {
  const type = /review|jahresgespr|quartalsgespr|check-?in/i.test(title) ? 'review' : 'operational'
  return {
    id: `add meetings ${at}`,
    action: 'add',
    path: 'meetings',
    value: { at, type, us, partner, held: title.slice(0, 120) },
    says: `Meeting on ${at}: ${title === '' ? 'without a title' : title.slice(0, 120)} (${type})`,
    because: `an event of ${file}`,
    evidence: evidenceFrom(file, 'meetings', at),
  }
}

/** The usual time between two meetings, from four of them on. */
function cadence(
  meetings: readonly Meeting[],
  { file, context }: { file: string; context: IntakeContext },
): Proposal[] {
  if (meetings.length < 4) return []
  const times = meetings.map(({ at }) => Date.parse(at) / 86_400_000)
  const gaps = times
    .slice(1)
    .map((time, index) => time - times[index]!)
    .toSorted((left, right) => left - right)
  const usual = gaps[Math.floor(gaps.length / 2)]!
  const path = 'jointTeam.cadenceDays'
  return [
    setProposal(context.record, {
      path,
      value: usual,
      says: `You meet about every ${usual} days`,
      because: `${meetings.length} meetings in ${file}`,
      evidence: evidenceFrom(file, path, meetings.at(-1)!.at),
    }),
  ]
}
