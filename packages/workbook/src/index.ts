export { cellAt, cellName, type CellValue, type Sheet } from './cells.ts'
export { readWorkbook } from './read-workbook.ts'
export { WorkbookProblem } from './unpack.ts'
export { writeWorkbook, type NewColumn, type NewSheet } from './write-workbook.ts'
