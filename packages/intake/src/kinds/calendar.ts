import type ICAL from 'ical.js'
import { mostFaults, type IntakeFault } from '../fault.ts'
import type { Findings, IntakeContext } from '../intake.ts'
import { mentions } from '../partner-match.ts'
import { evidenceFrom, setProposal, together, type Proposal } from '../proposal.ts'
import { yearBefore } from './bookings.ts'
import { createEventReader, mostDates, occurrencesOf, type Left } from './occurrences.ts'
import { linesOf, readIcal } from './read-ical.ts'

/** A meeting of a calendar with the partner. */
interface Meeting {
  readonly at: string
  readonly title: string
  readonly us: number
  readonly partner: number
}

/** Meetings with the partner in the last twelve months, and how often there was one. */
export function calendarFrom(text: string, { file, context }: { file: string; context: IntakeContext }): Findings {
  const read = readIcal(text, file)
  if ('fault' in read) return { faults: [read.fault] }
  const { record } = context
  const partner = record.rel?.partnerName ?? ''
  if (partner.trim() === '')
    return { notes: ['Say first whom the record is about; then meetings with them are found.'] }
  const { meetings, faults } = meetingsIn(read.roots, { text, file, context })
  if (faults.length > 0) return { faults }
  const days = [...new Map(meetings.toReversed().map((meeting) => [meeting.at, meeting])).values()].toReversed()
  const known = new Set((record.meetings ?? []).map(({ at }) => at))
  const fresh = days.filter(({ at }) => !known.has(at))
  const proposals = fresh.map((meeting) => meetingProposal(meeting, file))
  const span = `${fresh.length} meetings from ${fresh[0]?.at} to ${fresh.at(-1)?.at}`
  return {
    proposals: [...together(proposals, `${span} (${file})`), ...cadence(days, { file, context })],
    notes:
      days.length === 0
        ? [`No event of the last twelve months speaks of "${partner}" or of its people.`]
        : days.length === fresh.length
          ? []
          : [`${days.length - fresh.length} of ${days.length} meetings are recorded already.`],
  }
}

interface Source {
  readonly text: string
  readonly file: string
  readonly context: IntakeContext
}

/** The meetings in order, and the entries that cannot be read, each with its line. */
function meetingsIn(roots: readonly ICAL.Component[], { text, file, context }: Source) {
  const entries = roots.flatMap((root) => root.getAllSubcomponents('vevent'))
  const eventOf = createEventReader(entries)
  const left: Left = { dates: mostDates }
  const meetings: Meeting[] = []
  const broken: number[] = []
  for (const [index, entry] of entries.entries()) {
    const found = meetingsOf(() => eventOf(entry), context, left)
    if (found === undefined || left.dates <= 0) broken.push(index)
    if (left.dates <= 0 || broken.length >= mostFaults) break
    meetings.push(...(found ?? []))
  }
  const message =
    left.dates <= 0
      ? `this series has too many dates: of one file ${mostDates} are looked at. Export a shorter time`
      : 'the days of this entry cannot be read; correct it in your calendar, and export again'
  const lines = broken.length === 0 ? [] : linesOf(text, 'VEVENT')
  const faults = broken.map((index): IntakeFault => ({ file, line: lines[index] ?? 1, column: 1, message }))
  return { meetings: meetings.toSorted((one, other) => (one.at < other.at ? -1 : 1)), faults }
}

/** Undefined where the days of the event cannot be read. */
function meetingsOf(make: () => ICAL.Event | undefined, context: IntakeContext, left: Left): Meeting[] | undefined {
  const window = { from: yearBefore(context.asOf), to: context.asOf }
  try {
    const event = make()
    const counts = event && sidesOf(event, context)
    if (event === undefined || counts === undefined) return []
    const times = occurrencesOf(event, window, left)
    const { us, partner } = counts
    return times.map(({ at, event: { summary } }) => ({ at, title: summary ?? '', us, partner }))
  } catch {
    return undefined
  }
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
