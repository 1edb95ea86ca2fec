import type { Findings, IntakeContext } from '../intake.ts'
import { mentions } from '../partner-match.ts'
import { evidenceFrom, together, type Proposal } from '../proposal.ts'
import type { Columns } from '../table/read-columns.ts'
import type { Row, Table } from '../table/table.ts'

/** More than this no firm does in a year. */
const most = 2_000

/** Things to do, from a task list: who, by when, whether it is done. */
export function tasksFrom(
  { rows }: Table,
  columns: Columns,
  { file, context }: { file: string; context: IntakeContext },
): Findings {
  const { record } = context
  const known = new Set((record.actions ?? []).map(({ source, due }) => `${source} ${due}`))
  const found = rows.flatMap((row) => taskOf(row, columns, context) ?? [])
  const fresh = found.filter(({ source, due }) => !known.has(`${source} ${due}`))
  const proposals = fresh.slice(0, most).map((value): Proposal => {
    const { side, owner, due, doneAt, source } = value
    const when = [due === undefined ? '' : `by ${due}`, doneAt === undefined ? '' : `done on ${doneAt}`].filter(
      (part) => part !== '',
    )
    return {
      id: `add actions ${source} ${due ?? ''}`,
      action: 'add',
      path: 'actions',
      value,
      says: [`To do for ${owner ?? (side === 'us' ? 'us' : 'the partner')}: ${source}`, ...when].join(', '),
      because: `a row of ${file}`,
      evidence: evidenceFrom(file, 'actions', context.asOf),
    }
  })
  const doubled = found.length - fresh.length
  return {
    proposals: together(proposals, `${proposals.length} things to do (${file})`),
    notes: [
      ...(doubled === 0 ? [] : [`${doubled} of them are recorded already.`]),
      ...(fresh.length > most ? [`Only the first ${most} of ${fresh.length} are shown.`] : []),
    ],
  }
}

interface Action {
  readonly side: 'us' | 'partner'
  readonly source: string
  readonly owner?: string
  readonly due?: string
  readonly doneAt?: string
}

function taskOf(row: Row, columns: Columns, { record }: IntakeContext): Action | undefined {
  const source = columns.text(row, 'task')
  if (source === '') return undefined
  const [owner, due, doneAt] = [columns.text(row, 'owner'), columns.day(row, 'due'), columns.day(row, 'done')]
  const person = (record.people ?? []).find(
    ({ name = '' }) => name !== '' && name.toLowerCase() === owner.toLowerCase(),
  )
  const side = person?.side === 'partner' || mentions(owner, record.rel?.partnerName ?? '') ? 'partner' : 'us'
  return {
    side,
    source,
    ...(owner === '' ? {} : { owner }),
    ...(due === undefined ? {} : { due }),
    ...(doneAt === undefined ? {} : { doneAt }),
  }
}
