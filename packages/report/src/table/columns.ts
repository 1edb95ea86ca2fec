import type { Cell, Column, TableBlock } from '../document/blocks.ts'
import { isBar } from '../document/is-bar.ts'
import { plainText } from '../words/plain-text.ts'
import { paintBar } from './bar.ts'
import { displayWidth, padded } from './display-width.ts'
import type { Screen } from './screen.ts'
import { wrap } from './wrap.ts'

const gap = '  '
const barWidth = 12
const leastName = 14

interface Layout {
  /** Indices of the columns that have room. */
  readonly shown: readonly number[]
  readonly widths: readonly number[]
}

/** A table in columns. The name takes what is left and wraps; where it gets too narrow, bars and then the last columns go. */
export function columnsOf({ columns, rows, legend }: TableBlock, screen: Screen): string[] {
  const layout = layoutOf(columns, rows, screen.width)
  const head = columns.map(({ title }) => plainText(title))
  return [
    ...rowLines(head, { columns, layout, screen }).map((line) => screen.paint('quiet', line)),
    ...rows.flatMap((row) => rowLines(row, { columns, layout, screen })),
    ...(legend === undefined ? [] : legendOf(screen)),
  ]
}

function layoutOf(columns: readonly Column[], rows: readonly (readonly Cell[])[], width: number): Layout {
  const natural = columns.map(({ title }, index) =>
    Math.max(displayWidth(plainText(title)), ...rows.map((row) => cellWidth(row[index] ?? ''))),
  )
  let shown = columns.map((_column, index) => index)
  const room = () =>
    width -
    shown.reduce((sum, index) => sum + (columns[index]!.role === 'name' ? 0 : natural[index]!), 0) -
    gap.length * (shown.length - 1)
  while (room() < leastName && shown.length > 1) shown = without(shown, columns)
  return { shown, widths: columns.map(({ role }, index) => (role === 'name' ? room() : natural[index]!)) }
}

function without(shown: readonly number[], columns: readonly Column[]): number[] {
  const bar = shown.find((index) => columns[index]!.role === 'bar')
  const last = shown.findLast((index) => columns[index]!.role !== 'name')
  return shown.filter((index) => index !== (bar ?? last))
}

interface Place {
  readonly columns: readonly Column[]
  readonly layout: Layout
  readonly screen: Screen
}

function rowLines(row: readonly Cell[], { columns, layout, screen }: Place): string[] {
  const cells = layout.shown.map((index) => {
    const cell = row[index] ?? ''
    const width = layout.widths[index]!
    if (isBar(cell)) return [paintBar(cell, barWidth, screen)]
    const align = columns[index]!.role === 'figure' ? ('end' as const) : ('start' as const)
    return wrap(plainText(cell), width).map((line) => padded(line, width, align))
  })
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_line, at) =>
    cells.map((lines, index) => lines[at] ?? ' '.repeat(layout.widths[layout.shown[index]!]!)).join(gap),
  )
}

function cellWidth(cell: Cell): number {
  return isBar(cell) ? barWidth : displayWidth(plainText(cell ?? ''))
}

function legendOf({ width, paint }: Screen): string[] {
  return wrap('█ shown today · ▒ possible · ░ known to be missing', width).map((line) => paint('quiet', line))
}
