import type { Assessor } from '../assessor.ts'
import { dayOf, isoOf, type Day } from '../day.ts'
import { createProfileReader } from '../facts/profile.ts'
import type { Relationship } from '../schema/relationship.ts'
import { forecast } from './forecast.ts'

export interface AgendaOptions {
  /** The day of the review, `YYYY-MM-DD`. */
  readonly asOf: string
}

/** What a review of five minutes goes through, and when the next one is. */
export interface Agenda {
  readonly asOf: string
  readonly items: readonly AgendaItem[]
  /** When the next review should be: within the cadence for the firm's size and the segment. */
  readonly next: string
}

type AgendaKind = 'promise' | 'action' | 'risk' | 'gap' | 'stale' | 'contact'

/** One thing to look at; what is overdue comes first, then by day. */
export interface AgendaItem {
  readonly kind: AgendaKind
  readonly says: string
  readonly side: 'us' | 'partner' | null
  /** When it falls due, or when it was due. */
  readonly due: string | null
  readonly isOverdue: boolean
}

/** How far a review looks ahead. */
const ahead = 30

/** An open risk is read again after so many days, a high one sooner (5.10.3.4). */
const riskDays = { high: 90, other: 180 }

/** After so many days without a word the relationship needs one (5.1.3.3). */
const quietDays = 90

/** The agenda of the next review, from what the record says. Pure. Throws a DocumentError for a day that is none. */
export function agendaOf(assessor: Assessor, record: Relationship, { asOf }: AgendaOptions): Agenda {
  const stale = staleItems(assessor, record, asOf)
  const day = dayOf(asOf)!
  const items = [
    ...promises(record, day),
    ...actions(record, day),
    ...risks(record, day),
    ...gaps(record),
    ...contact(record, day),
  ]
  return { asOf, items: [...items.toSorted(byDue), ...stale], next: nextReview(assessor, record, day) }
}

function byDue(left: AgendaItem, right: AgendaItem): number {
  const [first, second] = [left.due ?? '9999', right.due ?? '9999']
  if (first === second) return 0
  return first < second ? -1 : 1
}

function promises({ commitments = [] }: Relationship, day: Day): AgendaItem[] {
  return commitments.flatMap(({ side, text, due, keptAt, missedAt }) => {
    const dueDay = dayOf(due)
    if (keptAt || missedAt || dueDay === undefined || dueDay > day + ahead) return []
    return [item('promise', { says: text ?? 'A promise', side, due, day })]
  })
}

function actions({ actions: all = [] }: Relationship, day: Day): AgendaItem[] {
  return all.flatMap(({ side, owner, due, doneAt, source }) => {
    const dueDay = dayOf(due)
    if (doneAt || (dueDay !== undefined && dueDay > day + ahead)) return []
    const says = [source ?? 'Something to do', owner].filter((part) => part !== undefined && part !== '').join(', ')
    return [item('action', { says, side, due, day })]
  })
}

function risks({ risks: all = [] }: Relationship, day: Day): AgendaItem[] {
  return all.flatMap(({ title, severity, status, reviewedAt }) => {
    const longest = severity === 'high' ? riskDays.high : riskDays.other
    const reviewed = dayOf(reviewedAt)
    if (status === 'closed' || (reviewed !== undefined && reviewed + longest > day + ahead)) return []
    const due = reviewed === undefined ? undefined : isoOf(reviewed + longest)
    return [
      item('risk', {
        says: `Read again: ${title ?? 'a risk'}${severity ? ` (${severity})` : ''}`,
        side: undefined,
        due,
        day,
      }),
    ]
  })
}

/** Gaps of the latest health check that have no action yet. */
function gaps({ checks = [] }: Relationship): AgendaItem[] {
  const [latest] = checks.toSorted((left, right) => ((left.at ?? '') < (right.at ?? '') ? 1 : -1))
  const open = (latest?.gapsFlagged ?? 0) - (latest?.gapsWithAction ?? 0)
  if (open <= 0) return []
  const says = `${open} ${open === 1 ? 'gap' : 'gaps'} between both views without an action`
  return [{ kind: 'gap', says, side: null, due: null, isOverdue: false }]
}

function contact({ meetings = [] }: Relationship, day: Day): AgendaItem[] {
  const held = meetings.flatMap(({ at }) => dayOf(at) ?? []).filter((at) => at <= day)
  if (held.length === 0) return []
  const due = Math.max(...held) + quietDays
  return due > day + ahead
    ? []
    : [item('contact', { says: 'Talk to each other', side: undefined, due: isoOf(due), day })]
}

/** What lapses before long, one line for each clause. */
function staleItems(assessor: Assessor, record: Relationship, asOf: string): AgendaItem[] {
  const { lapses } = forecast(assessor, record, { asOf, days: ahead })
  const clauses = new Map(assessor.ruleSet.indicators.map(({ id, document }) => [id, document.clause]))
  const titles = new Map(
    assessor.ruleSet.principles
      .flatMap((principle) => principle.clauses)
      .map(({ id, document }) => [id, document.title]),
  )
  const seen = new Set<string>()
  return lapses.flatMap(({ indicator, on }) => {
    const clause = clauses.get(indicator)!
    if (seen.has(clause)) return []
    seen.add(clause)
    return [
      {
        kind: 'stale' as const,
        says: `Goes stale: ${titles.get(clause) ?? clause}`,
        side: null,
        due: on,
        isOverdue: false,
      },
    ]
  })
}

interface Found {
  readonly says: string
  readonly side: 'us' | 'partner' | '' | undefined
  readonly due: string | undefined
  readonly day: Day
}

function item(kind: AgendaKind, { says, side, due, day }: Found): AgendaItem {
  const dueDay = dayOf(due)
  return {
    kind,
    says,
    side: side || null,
    due: dueDay === undefined ? null : isoOf(dueDay),
    isOverdue: (dueDay ?? day) < day,
  }
}

/** What the record has planned, else the strictest cadence that fits what is known. */
function nextReview({ ruleSet }: Assessor, record: Relationship, day: Day): string {
  const planned = dayOf(record.rmp?.nextReviewAt)
  if (planned !== undefined && planned > day) return isoOf(planned)
  const { cadence } = createProfileReader(ruleSet.document.profile)(record)
  const longest = typeof cadence === 'number' ? cadence : (cadence?.least ?? quietDays)
  return isoOf(day + longest)
}
