import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readDocument } from '../src/rule-set/read-document.ts'
import { exportWorkbook } from '../src/workbook/export-workbook.ts'
import { cellAt, readWorkbook, writeWorkbook, type CellValue } from '@joinery/workbook'
import { flawlessRuleSet } from './small-rule-set.ts'

/** The flawless rule set as a workbook. */
export function smallWorkbook(): Uint8Array {
  return exportWorkbook(readDocument(flawlessRuleSet()))
}

type Cells = Map<number, Map<number, CellValue>>

/** The sheets of a workbook, to be changed as a person would in an office program. */
export interface Editable {
  /** Writes a cell such as `Indicators!C2`; undefined empties it. */
  readonly set: (cell: string, value: string | number | undefined) => void
  readonly get: (cell: string) => CellValue | undefined
  readonly rename: (sheet: string, name: string) => void
  readonly drop: (sheet: string) => void
  /** The number of the row that holds something in a column. */
  readonly row: (sheet: string, column: string, value: string) => number
  readonly bytes: () => Uint8Array
}

export function edited(workbook: Uint8Array): Editable {
  const sheets = new Map(
    readWorkbook(workbook).map(({ name, rows }) => [
      name,
      new Map([...rows].map(([row, cells]) => [row, new Map(cells)])) as Cells,
    ]),
  )
  const partsOf = (cell: string) => {
    const [sheet, name] = cell.split('!') as [string, string]
    return { cells: sheets.get(sheet)!, ...cellAt(name)! }
  }
  return {
    set: (cell, value) => {
      const { cells, column, row } = partsOf(cell)
      const line = cells.get(row) ?? new Map<number, CellValue>()
      cells.set(row, line)
      if (value === undefined) line.delete(column)
      else line.set(column, value)
    },
    get: (cell) => {
      const { cells, column, row } = partsOf(cell)
      return cells.get(row)?.get(column)
    },
    rename: (sheet, name) => {
      sheets.set(name, sheets.get(sheet)!)
      sheets.delete(sheet)
    },
    drop: (sheet) => void sheets.delete(sheet),
    row: (sheet, column, value) => {
      const index = cellAt(`${column}1`)!.column
      return [...sheets.get(sheet)!].find(([, cells]) => cells.get(index) === value)![0]
    },
    bytes: () => writeWorkbook([...sheets].map(([name, cells]) => sheetOf(name, cells))),
  }
}

function sheetOf(name: string, cells: Cells) {
  const width = Math.max(1, ...[...cells.values()].flatMap((line) => [...line.keys()]))
  const height = Math.max(1, ...cells.keys())
  const line = (row: number) =>
    Array.from({ length: width }, (_, index) => cells.get(row)?.get(index + 1) as string | number | undefined)
  return {
    name,
    columns: line(1).map((header) => ({ header: String(header ?? ''), width: 20, mayBeNumber: true })),
    rows: Array.from({ length: height - 1 }, (_, index) => line(index + 2)),
  }
}

/** A workbook with its files changed, as somebody would who means harm. */
export function tampered(workbook: Uint8Array, change: (files: Record<string, string>) => void): Uint8Array {
  const files = Object.fromEntries(Object.entries(unzipSync(workbook)).map(([name, bytes]) => [name, strFromU8(bytes)]))
  change(files)
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}
