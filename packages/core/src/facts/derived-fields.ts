import { dayOf } from '../day.ts'
import { snap } from '../exact.ts'
import { given } from './record.ts'
import { listAt, once, type Run } from './run.ts'
import { unknownOutside } from './values.ts'

/**
 * Fields of list items that follow from the item, or from the item and the rest of the record. They give undefined where a
 * field of the item is missing, and `unknownOutside` where something outside the item is.
 */
export const derivedFields: Readonly<Record<string, (item: unknown, run: Run) => unknown>> = {
  'actions.overdue': isOverdue,
  'risks.responseOverdue': isResponseOverdue,
  'issues.withinLimit': isWithinLimit,
  'ideas.decisionDays': decisionDays,
  'competences.change': ratingChange,
  'measures.onTime': isMeasuredOnTime,
}

function isOverdue(action: unknown, { asOf }: Run): unknown {
  const due = dayOf(given(action, 'due'))
  return due !== undefined && due < asOf && given(action, 'doneAt') === undefined
}

function isResponseOverdue(risk: unknown, { asOf }: Run): unknown {
  const reviewed = dayOf(given(risk, 'reviewedAt'))
  const openAndHigh = given(risk, 'status') === 'open' && given(risk, 'severity') === 'high'
  return openAndHigh && reviewed !== undefined && asOf - reviewed > 90
}

function isWithinLimit(issue: unknown, run: Run): unknown {
  const raised = dayOf(given(issue, 'raisedAt'))
  const resolved = dayOf(given(issue, 'resolvedAt'))
  if (raised === undefined || resolved === undefined) return undefined
  const steps = listAt(run, 'issueProcess.steps')
  const limits = (steps ?? []).map((step) => given(step, 'limitDays'))
  if (steps === undefined || !limits.every((limit) => typeof limit === 'number')) return unknownOutside
  return resolved - raised <= limits.reduce((sum, limit) => sum + limit, 0)
}

function decisionDays(idea: unknown): unknown {
  const decided = dayOf(given(idea, 'decidedAt'))
  const had = dayOf(given(idea, 'at'))
  return decided === undefined || had === undefined ? undefined : decided - had
}

function isMeasuredOnTime(measure: unknown, { asOf }: Run): unknown {
  const last = dayOf(given(measure, 'lastAt'))
  const frequency = given(measure, 'frequencyDays')
  return last === undefined || typeof frequency !== 'number' ? undefined : asOf - last <= frequency
}

/** Mean of the known ratings minus that of the entry before, for the same person and item. */
function ratingChange(entry: unknown, run: Run): unknown {
  return once(run, 'competences.change', () => ratingChanges(listAt(run, 'competences') ?? [])).get(entry)
}

function ratingChanges(entries: readonly unknown[]): Map<unknown, unknown> {
  const changes = new Map<unknown, unknown>()
  const series = new Map<string, { last: Rating; before: Rating | undefined }>()
  for (const rating of entries.flatMap(datedRating).toSorted((left, right) => left.day - right.day)) {
    const known = series.get(rating.key)
    const before = known === undefined || known.last.day < rating.day ? known?.last : known.before
    series.set(rating.key, { last: rating, before })
    if (rating.mean === undefined || before === undefined) continue
    changes.set(rating.entry, before.mean === undefined ? unknownOutside : snap(rating.mean - before.mean))
  }
  return changes
}

/** A rating that can be compared over time: of somebody, for something, on a day. */
interface Rating {
  readonly entry: unknown
  readonly key: string
  readonly day: number
  readonly mean: number | undefined
}

function datedRating(entry: unknown): Rating[] {
  const day = dayOf(given(entry, 'at'))
  const [person, item] = [given(entry, 'personRef'), given(entry, 'item')]
  if (day === undefined || person === undefined || item === undefined) return []
  return [{ entry, key: JSON.stringify([person, item]), day, mean: meanRating(entry) }]
}

function meanRating(entry: unknown): number | undefined {
  const ratings = ['self', 'peer', 'partner']
    .map((by) => given(entry, by))
    .filter((rating) => typeof rating === 'number')
  return ratings.length === 0 ? undefined : ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length
}
