import { dayOf, isoOf } from '@joinery/core'
import type { Question } from '../fault.ts'
import type { Columns } from '../table/read-columns.ts'
import type { Row, Table } from '../table/table.ts'

/** One line of a ledger or of a list of invoices. */
export interface Booking {
  readonly line: number
  readonly partner: string
  readonly amount: number | undefined
  readonly date: string | undefined
  readonly due: string | undefined
  readonly paid: string | undefined
}

export type Side = 'customer' | 'supplier'

/** Whose names a table lists: those we sell to, or those we buy from. */
export function sideOf(columns: Columns, file: string, answers: Readonly<Record<string, string>>): Side | Question {
  const answer = answers['side']
  if (answer === 'customer' || answer === 'supplier') return answer
  if (columns.has('customer') !== columns.has('supplier')) return columns.has('customer') ? 'customer' : 'supplier'
  const name = file.toLowerCase()
  const [sold, bought] = [
    /sale|revenue|debit?or|receivable|verkauf|ausgang|umsatz|erl[oö]s/,
    /purchase|spend|creditor|kreditor|payable|einkauf|eingang|bills?\b/,
  ]
  if (sold.test(name) !== bought.test(name)) return sold.test(name) ? 'customer' : 'supplier'
  return {
    id: 'side',
    text: 'Is this what you sold, or what you bought?',
    options: [
      { value: 'customer', label: 'What we sold: the names are our customers' },
      { value: 'supplier', label: 'What we bought: the names are our suppliers' },
    ],
  }
}

/** A table without the lines of sums that programs put between and below the others, and how many those were. */
export function withoutSums(table: Table): { table: Table; sums: number } {
  const names = new Set(table.rows.map((row) => firstCell(row)))
  const rows = table.rows.filter((row) => !isSum(firstCell(row), names))
  return { table: { ...table, rows }, sums: table.rows.length - rows.length }
}

function firstCell({ cells }: Row): string {
  return (cells.find((cell) => cell.trim() !== '') ?? '').trim().toLowerCase()
}

/** "Total", "Total for Quay", "Summe 2026", or "Total Quay" below rows of Quay; not a firm that is called "Total Energies". */
function isSum(cell: string, names: ReadonlySet<string>): boolean {
  const found = /^(?:grand |sub)?(?:total|sum|summe|gesamt(?:summe)?|zwischensumme)s?\b(.*)$/.exec(cell)
  if (found === null) return false
  const rest = (found[1] ?? '').trim()
  return (
    /^$|^[^\p{L}]|^(?:for|of|all|für|aller?|net|netto|gross|brutto|income|sales|revenue|expenses?|purchases|amount|umsatz|betrag|einnahmen|ausgaben)\b/u.test(
      rest,
    ) || names.has(rest)
  )
}

/** The bookings of a table; rows without a name cannot be anybody's. */
export function bookingsOf(rows: readonly Row[], columns: Columns, side: Side): Booking[] {
  return rows.flatMap((row) => {
    const partner = columns.text(row, side) || columns.text(row, 'partner')
    if (partner === '') return []
    const [date, due, paid] = [columns.day(row, 'date'), columns.day(row, 'due'), columns.day(row, 'paid')]
    return [{ line: row.line, partner, amount: amountOf(row, columns, side), date, due, paid }]
  })
}

/** What was sold or bought: of two columns the side that such bookings stand on; credit notes count against it. */
function amountOf(row: Row, columns: Columns, side: Side): number | undefined {
  const own = side === 'customer' ? 'debit' : 'credit'
  if (!columns.has('amount')) return columns.number(row, own)
  const amount = columns.number(row, 'amount')
  const sign = columns.text(row, 'sign').toUpperCase()
  const isAgainst = side === 'customer' ? /^(?:H|C|CR|HABEN|CREDIT)$/ : /^(?:S|D|DR|SOLL|DEBIT)$/
  return amount !== undefined && isAgainst.test(sign) ? -Math.abs(amount) : amount
}

/** The day a year before another. */
export function yearBefore(day: string): string {
  return isoOf(dayOf(day)! - 365)
}
