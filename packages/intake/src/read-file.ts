import type { Question } from './fault.ts'
import type { FileKind, Findings, Intake, IntakeContext, SourceFile } from './intake.ts'
import { bookingsOf, sideOf, withoutSums } from './kinds/bookings.ts'
import { calendarFrom } from './kinds/calendar.ts'
import { contactsFrom } from './kinds/contacts.ts'
import { copyFrom, copyIn } from './kinds/copy.ts'
import { paymentsFrom } from './kinds/payments.ts'
import { sharesFrom } from './kinds/shares.ts'
import { tasksFrom } from './kinds/tasks.ts'
import type { Role } from './table/columns.ts'
import { readColumns } from './table/read-columns.ts'
import { readTable } from './table/read-table.ts'
import type { Table } from './table/table.ts'
import { mapped, recognise, tableKinds, type Recognised } from './table/recognise.ts'
import { roleWords } from './table/role-words.ts'
import { decode, mostBytes } from './text/decode.ts'

/**
 * Reads a file that a firm has already, on the device, and proposes what the record could say. Pure: the same file, record
 * and answers give the same findings. Where something cannot be told from the file, it asks; where the file is broken, it
 * says where. Nothing is taken over: see `applyProposals`.
 *
 * @example
 * const { proposals } = await readFile({ name: 'sales.csv', bytes }, { record, asOf: '2026-11-20' })
 */
export async function readFile(file: SourceFile, context: IntakeContext): Promise<Intake> {
  const { name } = file
  if (isWorkbook(file.bytes)) {
    // only for who brings one: pages load it when it is needed
    const { planFrom } = await import('./kinds/plan-workbook.ts')
    const found = nothing(name, planFrom(file.bytes, { file: name, context }))
    context.progress?.(1)
    return found.faults.length > 0 ? found : { ...found, kind: 'plan' }
  }
  const decoded = decode(file.bytes)
  if (decoded.text === undefined) {
    const { problem, text: _, ...place } = decoded
    return nothing(name, { faults: [{ file: name, ...place, message: `the file ${problem}` }] })
  }
  await pause(context, 0.2)
  const { text } = decoded
  if (/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text))
    return { ...nothing(name, calendarFrom(text, { file: name, context })), kind: 'calendar' }
  if (/^\uFEFF?\s*BEGIN:VCARD/i.test(text))
    return { ...nothing(name, contactsFrom(text, { file: name, context })), kind: 'contacts' }
  const copy = copyIn(text)
  if (copy !== undefined) return { ...nothing(name, copyFrom(copy, { file: name, context })), kind: 'copy' }
  const { table, faults } = readTable(text, name)
  if (table === undefined) return nothing(name, { faults })
  await pause(context, 0.5)
  const found = fromTable(table, name, context)
  context.progress?.(1)
  return { ...found, name, rows: table.rows.length, columns: table.columns }
}

/** What begins as a ZIP file does; all else about it is told by its reader. */
function isWorkbook(bytes: Uint8Array): boolean {
  return bytes.length <= mostBytes && [0x50, 0x4b, 0x03, 0x04].every((byte, index) => bytes[index] === byte)
}

function nothing(name: string, findings: Findings): Intake {
  const empty = {
    kind: undefined,
    rows: 0,
    columns: [],
    mapping: {},
    faults: [],
    questions: [],
    proposals: [],
    partners: [],
    notes: [],
  }
  return { name, ...empty, ...findings }
}

/** Says how far it is, and lets the page answer to a touch. */
async function pause({ progress }: IntakeContext, share: number): Promise<void> {
  progress?.(share)
  await new Promise((resolve) => setTimeout(resolve))
}

function fromTable(whole: Table, file: string, context: IntakeContext): Intake {
  const chosen = context.chosen ?? {}
  const recognised =
    chosen.kind === undefined
      ? recognise(whole.columns)
      : mapped(tableKind(chosen.kind) ?? 'ledger', whole.columns, chosen.mapping)
  if (recognised === undefined) return nothing(file, { questions: [whichKind] })
  const { kind, mapping, lacking } =
    chosen.kind === undefined ? mapped(recognised.kind, whole.columns, chosen.mapping) : recognised
  const base = { ...nothing(file, {}), kind, mapping }
  if (lacking.length > 0) return { ...base, questions: lacking.map((roles) => whichColumn(roles, whole)) }
  const { table, sums } = kind === 'tasks' ? { table: whole, sums: 0 } : withoutSums(whole)
  const columns = readColumns(table, { file, mapping, answers: chosen.answers ?? {} })
  if (columns.questions.length > 0) return { ...base, questions: columns.questions }
  if (columns.faults.length > 0) return { ...base, faults: columns.faults }
  return { ...base, ...findings(kind, { table, columns, sums, file, context }) }
}

function tableKind(kind: FileKind) {
  return tableKinds.find((known) => known === kind)
}

interface Read {
  readonly table: Table
  readonly columns: ReturnType<typeof readColumns>
  readonly sums: number
  readonly file: string
  readonly context: IntakeContext
}

function findings(kind: Recognised['kind'], { table, columns, sums, file, context }: Read): Findings {
  if (kind === 'tasks') return tasksFrom(table, columns, { file, context })
  const side = sideOf(columns, file, context.chosen?.answers ?? {})
  if (typeof side !== 'string') return { questions: [side] }
  const bookings = bookingsOf(table.rows, columns, side)
  const nameless = table.rows.length - bookings.length
  const found = { side, file, context }
  const shares = sharesFrom(bookings, found)
  const payments = kind === 'invoices' ? paymentsFrom(bookings, found) : {}
  const several = (shares.partners?.length ?? 0) > 1
  const left = sums + nameless === 0 ? [] : [`${sums + nameless} rows of sums, or without a name, were left out.`]
  return {
    ...shares,
    // a list of the bills of one partner says nothing about its share
    proposals: [...(several ? (shares.proposals ?? []) : []), ...(payments.proposals ?? [])],
    notes: [...left, ...(shares.notes ?? []), ...(payments.notes ?? [])],
  }
}

const whichKind: Question = {
  id: 'kind',
  text: 'What is in this table?',
  options: [
    { value: 'ledger', label: 'Sales or purchases: a name and an amount in each row' },
    { value: 'invoices', label: 'Bills: when they fell due, and when they were paid' },
    { value: 'tasks', label: 'Things to do: who, and by when' },
  ],
}

function whichColumn([role = 'partner']: readonly Role[], { columns }: Table): Question {
  const options = columns.filter((column) => column !== '').map((column) => ({ value: column, label: column }))
  return { id: `column ${role}`, text: `Which column holds ${roleWords[role]}?`, options }
}
