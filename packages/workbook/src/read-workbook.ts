import { cellAt, unescapeCell, type CellValue, type Sheet } from './cells.ts'
import { unpack, WorkbookProblem } from './unpack.ts'
import { childOf, childrenOf, parseXml, XmlProblem, type Element } from './xml.ts'

const mostSheets = 100
const mostCells = 500_000
const lastRow = 100_000
const lastColumn = 200

/** Reads the sheets of a workbook. Nothing in it is worked out or followed; throws a WorkbookProblem where it cannot be read. */
export function readWorkbook(bytes: Uint8Array): Sheet[] {
  const files = unpack(bytes)
  const workbook = parsed(files, 'xl/workbook.xml')
  const targets = new Map(
    childrenOf(parsed(files, 'xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes.get('Id'),
      attributes.get('Target') ?? '',
    ]),
  )
  const shared = files.has('xl/sharedstrings.xml')
    ? childrenOf(parsed(files, 'xl/sharedstrings.xml'), 'si').map(stringOf)
    : []
  const sheets = childrenOf(childOf(workbook, 'sheets'), 'sheet')
  if (sheets.length === 0) throw new WorkbookProblem('it has no sheets')
  if (sheets.length > mostSheets) throw new WorkbookProblem(`it has more than ${mostSheets} sheets`)
  const left = { cells: mostCells }
  return sheets.map(({ attributes }) => {
    const target = targets.get(attributes.get('id')) ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    return { name: attributes.get('name') ?? '', rows: rowsOf(parsed(files, path), shared, left) }
  })
}

function parsed(files: ReadonlyMap<string, string>, path: string): Element {
  const text = files.get(path.toLowerCase())
  if (text === undefined)
    throw new WorkbookProblem(`"${path.slice(0, 60)}" is missing in it; open it and save it again`)
  try {
    return parseXml(text)
  } catch (error) {
    if (error instanceof XmlProblem)
      throw new WorkbookProblem(`"${path.slice(0, 60)}" in it cannot be read: ${error.message}`)
    throw error
  }
}

function rowsOf(sheet: Element, shared: readonly string[], left: { cells: number }): Sheet['rows'] {
  const rows = new Map<number, Map<number, CellValue>>()
  let row = 0
  for (const element of childrenOf(childOf(sheet, 'sheetData'), 'row')) {
    row = Number(element.attributes.get('r') ?? row + 1)
    const cells = cellsOf(element, shared)
    if (cells.size === 0) continue
    if (!Number.isInteger(row) || row < 1 || row > lastRow)
      throw new WorkbookProblem(`it has more than ${lastRow} rows`)
    left.cells -= cells.size
    if (left.cells < 0) throw new WorkbookProblem(`it has more than ${mostCells} cells`)
    rows.set(row, cells)
  }
  return rows
}

function cellsOf(row: Element, shared: readonly string[]): Map<number, CellValue> {
  const cells = new Map<number, CellValue>()
  let column = 0
  for (const cell of childrenOf(row, 'c')) {
    column = cellAt(cell.attributes.get('r') ?? '')?.column ?? column + 1
    const value = valueOf(cell, shared)
    if (value === undefined || value === '') continue
    if (column > lastColumn) throw new WorkbookProblem(`it has more than ${lastColumn} columns`)
    cells.set(column, value)
  }
  return cells
}

function valueOf(cell: Element, shared: readonly string[]): CellValue | undefined {
  const formula = childOf(cell, 'f')
  if (formula !== undefined) return { formula: `=${formula.text.slice(0, 60)}` }
  const text = childOf(cell, 'v')?.text
  switch (cell.attributes.get('t') ?? 'n') {
    case 'inlineStr':
      return stringOf(childOf(cell, 'is'))
    case 's':
      return text === undefined ? undefined : (shared[Number(text)] ?? { error: 'a text that is not there' })
    case 'str':
    case 'd':
      return text === undefined ? undefined : unescapeCell(text)
    case 'b':
      return text?.trim() === '1'
    case 'e':
      return { error: (text ?? '').slice(0, 20) }
    default:
      return text === undefined || text.trim() === '' ? undefined : numberOf(text)
  }
}

function numberOf(text: string): CellValue {
  const number = Number(text)
  return Number.isFinite(number) ? number : { error: text.slice(0, 20) }
}

/** The text of a cell, with its pieces of different looks put together; phonetic hints are left out. */
function stringOf(element: Element | undefined): string {
  const pieces =
    element?.children.flatMap((child) =>
      child.name === 'r' ? [childOf(child, 't')] : child.name === 't' ? [child] : [],
    ) ?? []
  return unescapeCell(pieces.map((piece) => piece?.text ?? '').join(''))
}
