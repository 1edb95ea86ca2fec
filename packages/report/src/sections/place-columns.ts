import type { Column, TableBlock } from '../document/blocks.ts'

/** The columns that say which principle or clause a row is about: its number in the source, and its title. */
export function placeColumns(title: string): Column[] {
  return [
    { title: 'No.', role: 'id' },
    { title, role: 'name' },
  ]
}

export function placeCells({ id, clause, title }: { id: string; clause: string; title: string }): string[] {
  return [clause === id ? '' : clause, title]
}

/** Rule sets that cite no source have no numbers, and their tables no column for them. */
export function withoutEmptyNumbers(table: TableBlock): TableBlock {
  if (table.rows.some(([number]) => number !== '')) return table
  return { ...table, columns: table.columns.slice(1), rows: table.rows.map((row) => row.slice(1)) }
}
