import type { Column, TableBlock } from '../document/blocks.ts'
import type { Placed, Subject } from '../document/subject.ts'
import type { Text } from '../document/text.ts'

/** The columns that say which principle or clause a row is about: its number in the source, and its title. */
export function placeColumns(number: string, title: string): Column[] {
  return [
    { title: number, role: 'id' },
    { title, role: 'name' },
  ]
}

export function placeCells({ say }: Subject, { id, clause, title }: Placed): Text[] {
  return [clause === id ? '' : clause, say(id, 'title', title)]
}

/** Rule sets that cite no source have no numbers, and their tables no column for them. */
export function withoutEmptyNumbers(table: TableBlock): TableBlock {
  if (table.rows.some(([number]) => number !== '')) return table
  return { ...table, columns: table.columns.slice(1), rows: table.rows.map((row) => row.slice(1)) }
}
