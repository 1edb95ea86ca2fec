import { dayOf } from '../day.ts'
import { snap } from '../exact.ts'
import { given } from './record.ts'
import { listAt, type Run } from './run.ts'
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
  const limits = (listAt(run, 'issueProcess.steps') ?? [])
    .map((step) => given(step, 'limitDays'))
    .filter((limit) => typeof limit === 'number')
  if (limits.length === 0) return unknownOutside
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
  const memo = 'competences.change'
  if (!run.memo.has(memo)) run.memo.set(memo, ratingChanges(listAt(run, 'competences') ?? []))
  return (run.memo.get(memo) as Map<unknown, number>).get(entry)
}

function ratingChanges(entries: readonly unknown[]): Map<unknown, number> {
  const changes = new Map<unknown, number>()
  const before = new Map<string, number | undefined>()
  const dated = entries.flatMap((entry) => {
    const day = dayOf(given(entry, 'at'))
    return day === undefined ? [] : [{ entry, day }]
  })
  for (const { entry } of dated.toSorted((left, right) => left.day - right.day)) {
    const [person, item] = [given(entry, 'personRef'), given(entry, 'item')]
    if (person === undefined || item === undefined) continue
    const key = JSON.stringify([person, item])
    const mean = meanRating(entry)
    const previous = before.get(key)
    if (mean !== undefined && previous !== undefined) changes.set(entry, snap(mean - previous))
    before.set(key, mean)
  }
  return changes
}

function meanRating(entry: unknown): number | undefined {
  const ratings = ['self', 'peer', 'partner']
    .map((by) => given(entry, by))
    .filter((rating) => typeof rating === 'number')
  return ratings.length === 0 ? undefined : ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length
}
