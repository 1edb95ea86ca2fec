import type { FactProvider, Provided } from '@joinery/core/plugin'
import { readTable, type Column } from './read-table.ts'

const file = { endings: ['.csv', '.txt', '.tsv'], mostBytes: 5_000_000 }

const warningColumns: readonly Column[] = [
  { field: 'ref', holds: 'text', names: ['No', 'Ref', 'Number', 'Nr', 'Nummer'] },
  { field: 'title', holds: 'text', names: ['Title', 'Matter', 'Description', 'Titel', 'Beschreibung'] },
  { field: 'raisedBy', holds: 'side', names: ['Raised by', 'Notified by', 'Gemeldet von'], needed: true },
  { field: 'raisedAt', holds: 'day', names: ['Raised', 'Date raised', 'Notified', 'Gemeldet am'], needed: true },
  { field: 'eventAt', holds: 'day', names: ['Happened', 'Date of event', 'Event', 'Eingetreten am'] },
  { field: 'owner', holds: 'text', names: ['Owner', 'Action by', 'Zuständig'] },
  { field: 'due', holds: 'day', names: ['Due', 'Action by date', 'Fällig am'] },
  { field: 'closedAt', holds: 'day', names: ['Closed', 'Date closed', 'Erledigt am'] },
]

const paymentColumns: readonly Column[] = [
  { field: 'ref', holds: 'text', names: ['No', 'Ref', 'Application', 'Nr', 'Antrag'] },
  { field: 'appliedAt', holds: 'day', names: ['Applied', 'Date of application', 'Beantragt am'] },
  { field: 'dueAt', holds: 'day', names: ['Final date for payment', 'Due', 'Due date', 'Fällig am'], needed: true },
  { field: 'paidAt', holds: 'day', names: ['Paid', 'Date paid', 'Bezahlt am'] },
  { field: 'amount', holds: 'amount', names: ['Amount', 'Sum', 'Betrag'] },
  { field: 'payLessAt', holds: 'day', names: ['Pay less notice', 'Kürzung angezeigt am'] },
  { field: 'payLessDueAt', holds: 'day', names: ['Last day for notice', 'Anzeige bis'] },
]

/** The early-warning register, as it comes out of a spreadsheet. */
export const warningFile: FactProvider = {
  id: 'construction/warning-file',
  title: 'File of early warnings',
  purpose: 'So that you need not type in your early-warning register.',
  gives: ['construction/earlyWarnings'],
  maxAgeDays: 45,
  timeoutMs: 5_000,
  file: { title: 'Early warnings, as CSV', ...file },
  provide: (request, { asOf }) =>
    provided({ file: request.file, asOf, columns: warningColumns, fact: 'earlyWarnings' }),
}

/** The list of applications for payment, as it comes out of a spreadsheet or the accounts. */
export const paymentFile: FactProvider = {
  id: 'construction/payment-file',
  title: 'File of applications for payment',
  purpose: 'So that you need not type in your applications for payment.',
  gives: ['construction/paymentApplications'],
  maxAgeDays: 45,
  timeoutMs: 5_000,
  file: { title: 'Applications for payment, as CSV', ...file },
  provide: (request, { asOf }) =>
    provided({ file: request.file, asOf, columns: paymentColumns, fact: 'paymentApplications' }),
}

interface Work {
  readonly file: Uint8Array | undefined
  readonly asOf: string
  readonly columns: readonly Column[]
  readonly fact: string
}

/** A file says how things stand on the day on which it is given. */
async function provided({ file: bytes, asOf, columns, fact }: Work): Promise<Provided> {
  const table = readTable(bytes ?? new Uint8Array(), columns)
  if ('problems' in table) return table
  return { facts: { [fact]: table.rows }, observedAt: asOf }
}
