import { strToU8, zipSync } from 'fflate'
import { cellName, columnName, escapeCell } from './cells.ts'
import { contentTypes, relationships, styles, workbookRelationships } from './fixed-parts.ts'
import { escapeXml } from './xml.ts'

/** A sheet to be written. */
export interface NewSheet {
  readonly name: string
  readonly columns: readonly NewColumn[]
  /** What stands below the headers, row by row; undefined is an empty cell. */
  readonly rows: readonly (readonly (string | number | undefined)[])[]
}

export interface NewColumn {
  readonly header: string
  /** In characters. */
  readonly width: number
  /** Whether what is typed there may become a number; else it stays the text that it is. */
  readonly mayBeNumber?: boolean
  /** What may be chosen: words, or the cells of another sheet that hold them. */
  readonly choices?: readonly string[] | { readonly sheet: string; readonly column: number; readonly rows: number }
}

/** Rows below the last one that still offer their choices. */
const spareRows = 500

/** Most characters of the words of a drop-down list that stand in the sheet itself. */
const longestList = 255

/** Writes a workbook; the same sheets give the same bytes. */
export function writeWorkbook(sheets: readonly NewSheet[]): Uint8Array {
  const names = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${linked}"><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': workbookRelationships(sheets.length),
    'xl/styles.xml': styles,
  }
  for (const [index, sheet] of sheets.entries()) files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet)
  const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))
  // the beginning of time as zip files know it: the day of writing is not part of a rule set
  return zipSync(packed, { mtime: new Date(1980, 0, 1), level: 6 })
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const linked = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function sheetXml({ columns, rows }: NewSheet): string {
  const widths = columns.map(
    ({ width, mayBeNumber = false }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${mayBeNumber ? 3 : 2}" customWidth="1"/>`,
  )
  const all = [columns.map(({ header }) => header), ...rows].map((cells, index) => rowXml(cells, index + 1))
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  return `${head}<worksheet xmlns="${main}">${frozen}<cols>${widths.join('')}</cols><sheetData>${all.join('')}</sheetData>${validations(columns, rows.length)}</worksheet>`
}

function rowXml(cells: readonly (string | number | undefined)[], row: number): string {
  const style = row === 1 ? 1 : 2
  const written = cells.map((value, index) => {
    const name = cellName(index + 1, row)
    if (value === undefined) return ''
    if (typeof value === 'number') return `<c r="${name}" s="3"><v>${value}</v></c>`
    return `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeCell(value))}</t></is></c>`
  })
  return `<row r="${row}">${written.join('')}</row>`
}

function validations(columns: readonly NewColumn[], rows: number): string {
  const lists = columns.flatMap(({ choices }, index) => {
    const formula = choices === undefined ? undefined : formulaOf(choices)
    if (formula === undefined) return []
    const letter = columnName(index + 1)
    return [
      `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${letter}2:${letter}${rows + spareRows}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`,
    ]
  })
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}

function formulaOf(choices: NonNullable<NewColumn['choices']>): string | undefined {
  if (!('sheet' in choices)) {
    const list = `"${choices.join(',')}"`
    return list.length <= longestList && !choices.some((word) => /[",]/.test(word)) ? list : undefined
  }
  const { sheet, column, rows } = choices
  return `'${sheet}'!$${columnName(column)}$2:$${columnName(column)}$${rows + 1}`
}
