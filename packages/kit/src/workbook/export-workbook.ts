import { canonicalJson } from '@joinery/core'
import type { LoadedRuleSet } from '../rule-set/loaded-rule-set.ts'
import { readSheets } from './decode.ts'
import { gridsOf, otherGrid, sheetsOf, type Grid } from './encode.ts'
import { writeWorkbook, type CellValue, type Sheet } from '@joinery/workbook'

/**
 * Writes what a rule set itself says as a workbook that can be edited without JSON; what its base says is not in it. Reading it
 * back gives the same canonical JSON: what the sheets cannot hold stands in the last one as it is.
 */
export function exportWorkbook({ own, base }: LoadedRuleSet): Uint8Array {
  const document = JSON.parse(JSON.stringify(own)) as NonNullable<typeof own>
  const grids = gridsOf(document, base?.ruleSet?.document)
  const other = otherGrid(document, readSheets(grids.map(sheetFrom)).document)
  const all = [...grids, other]
  if (canonicalJson(documentOf(all)) !== canonicalJson(document))
    throw new Error('the workbook does not hold all of the rule set')
  return writeWorkbook(sheetsOf(document, all))
}

function documentOf(grids: readonly Grid[]): unknown {
  // what was taken away is undefined there, and is not in JSON
  return JSON.parse(JSON.stringify(readSheets(grids.map(sheetFrom)).document))
}

/** A sheet as it will be read. */
function sheetFrom({ name, headers, rows }: Grid): Sheet {
  const all = [headers, ...rows].map((cells, index) => [index + 1, cellsOf(cells)] as const)
  return { name, rows: new Map(all.filter(([, cells]) => cells.size > 0)) }
}

function cellsOf(cells: readonly (string | number | undefined)[]): Map<number, CellValue> {
  return new Map(
    cells.flatMap((value, index) => (value === undefined || value === '' ? [] : [[index + 1, value] as const])),
  )
}
