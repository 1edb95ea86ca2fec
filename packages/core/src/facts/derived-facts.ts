import { dayOf } from '../day.ts'
import { lowOpenness, lowSide, perceptionGap, trustTrend } from './pulses.ts'
import { given, stated } from './record.ts'
import { listAt, type Run } from './run.ts'
import { between } from './values.ts'

/**
 * Facts that follow from the rest of the record. Each is a pure function of the run and gives undefined while one of its
 * inputs is missing. Windows look back from the day of the assessment.
 */
export const derivedFacts: Readonly<Record<string, (run: Run) => unknown>> = {
  'rel.dependencyShare': dependencyShare,
  'rel.daysSinceContact': daysSinceContact,
  'rel.uncheckedPartnerChanges': uncheckedPartnerChanges,
  'segment.reviewsHeld': reviewsHeld,
  'segment.reviewsDue': reviewsDue,
  'jointTeam.heldRatio': heldRatio,
  'jointTeam.actionCompletion': actionCompletion,
  'governance.decisionsOnTime': decisionsOnTime,
  'behaviour.trend': trustTrend,
  'trust.lowSide': lowSide,
  'trust.lowOpenness': lowOpenness,
  'trust.gap': perceptionGap,
  'trust.trend': trustTrend,
  'riskStats.categories': riskCategories,
  'riskStats.issuesPreWarned': issuesPreWarned,
}

function dependencyShare({ record }: Run): unknown {
  const revenue = stated(record, 'rel.revenueShare') as number | undefined
  const spend = stated(record, 'rel.spendShare') as number | undefined
  const kind = stated(record, 'rel.kind')
  if (kind === 'customer') return revenue
  if (kind === 'supplier' || kind === 'subcontract') return spend
  if (revenue === undefined || spend === undefined) return revenue ?? spend
  return Math.max(revenue, spend)
}

function daysSinceContact(run: Run): unknown {
  const past = days(listAt(run, 'meetings'), 'at').filter((day) => day <= run.asOf)
  return past.length === 0 ? undefined : run.asOf - Math.max(...past)
}

function uncheckedPartnerChanges({ record }: Run): unknown {
  const changed = dayOf(stated(record, 'rel.partnerChangeAt'))
  if (changed === undefined) return undefined
  const checked = dayOf(stated(record, 'values.checkedAt'))
  return checked === undefined || changed > checked ? 1 : 0
}

function reviewsHeld(run: Run): unknown {
  const scored = dayOf(stated(run.record, 'segment.scoredAt'))
  const meetings = listAt(run, 'meetings')
  if (scored === undefined || meetings === undefined) return undefined
  const reviews = meetings.filter((meeting) => given(meeting, 'type') === 'review')
  return atLeastUnlessWhole(run, meetings, days(reviews, 'at').filter((day) => day >= scored && day <= run.asOf).length)
}

function reviewsDue(run: Run): unknown {
  const scored = dayOf(stated(run.record, 'segment.scoredAt'))
  const { cadence } = run.profile
  if (scored === undefined || typeof cadence !== 'number') return undefined
  return Math.floor((run.asOf - scored) / cadence)
}

function heldRatio(run: Run): unknown {
  const cadence = stated(run.record, 'jointTeam.cadenceDays')
  const meetings = listAt(run, 'meetings')
  if (typeof cadence !== 'number' || cadence <= 0 || meetings === undefined) return undefined
  const planned = Math.floor(180 / cadence)
  if (planned === 0) return undefined
  const held = Math.min(1, days(meetings, 'at').filter((day) => isWithin(run, day, 180)).length / planned)
  return run.whole.has(meetings) ? held : between(held, 1)
}

function actionCompletion(run: Run): unknown {
  const due = (listAt(run, 'actions') ?? []).filter((action) => isWithin(run, dayOf(given(action, 'due')), 180))
  return shareOf(due, (action) => given(action, 'doneAt') !== undefined)
}

function decisionsOnTime(run: Run): unknown {
  const recent = (listAt(run, 'decisions') ?? []).filter((decision) => isWithin(run, dayOf(given(decision, 'at')), 365))
  return shareOf(recent, (decision) => given(decision, 'onTime') === true)
}

function riskCategories(run: Run): unknown {
  const risks = listAt(run, 'risks')
  if (risks === undefined) return undefined
  const categories = new Set(risks.map((risk) => given(risk, 'category')).filter((category) => category !== undefined))
  return atLeastUnlessWhole(run, risks, categories.size)
}

function issuesPreWarned(run: Run): unknown {
  return shareOf(listAt(run, 'issues') ?? [], (issue) => {
    const warned = dayOf(given(issue, 'warnedAt'))
    const raised = dayOf(given(issue, 'raisedAt'))
    return warned !== undefined && raised !== undefined && warned < raised
  })
}

/** What is counted on a list that may be longer than recorded is a lower bound. */
function atLeastUnlessWhole(run: Run, list: readonly unknown[], count: number): unknown {
  return run.whole.has(list) ? count : between(count, Number.POSITIVE_INFINITY)
}

function shareOf(items: readonly unknown[], holds: (item: unknown) => boolean): number | undefined {
  return items.length === 0 ? undefined : items.filter(holds).length / items.length
}

function days(items: readonly unknown[] | undefined, field: string): number[] {
  return (items ?? []).map((item) => dayOf(given(item, field))).filter((day) => day !== undefined)
}

function isWithin(run: Run, day: number | undefined, length: number): boolean {
  return day !== undefined && run.asOf - day >= 0 && run.asOf - day <= length
}
