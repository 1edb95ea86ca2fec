import { readFileSync } from 'node:fs'
import { pointerOf, type Fault, type RuleSet } from '@joinery/core'
import { checkLoaded } from '../check/check-rule-set.ts'
import { fileFault, type LocatedFault } from '../located-fault.ts'
import { withOtherPlace } from '../overlay/other-place.ts'
import { findBase, notFound, type Search } from '../rule-set/find-rule-set.ts'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import type { LoadedRuleSet } from '../rule-set/loaded-rule-set.ts'
import { readWhole } from '../rule-set/read-whole.ts'
import { systemCode, systemProblem } from '../system-problem.ts'
import { readSheets } from './decode.ts'
import { readWorkbook, WorkbookProblem } from '@joinery/workbook'
import type { Data } from './paths.ts'

/** What a workbook says: the document, and everything that is wrong with it. */
export interface ImportedWorkbook {
  /** There where the rule set can be used. */
  readonly ruleSet: RuleSet | undefined
  /** The document; undefined where the file is no workbook. */
  readonly document: Data | undefined
  /** All faults, each with the sheet and the cell. */
  readonly faults: readonly LocatedFault[]
}

/** Reads a workbook with a rule set or an overlay, and checks it as `checkRuleSet` does; nothing is thrown. */
export function importWorkbook(file: string, search: Search = {}): ImportedWorkbook {
  try {
    return importBytes(readFileSync(file), file, search)
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    return {
      ruleSet: undefined,
      document: undefined,
      faults: [fileFault(file, 'unreadable', systemProblem(error, 'read'))],
    }
  }
}

/** The same for bytes, wherever they come from; `file` is the name that faults carry. */
export function importBytes(bytes: Uint8Array, file: string, search: Search = {}): ImportedWorkbook {
  const sheets = sheetsIn(bytes)
  if ('problem' in sheets)
    return { ruleSet: undefined, document: undefined, faults: [fileFault(file, 'unreadable', sheets.problem)] }
  const reading = readSheets(sheets.sheets)
  const document = JSON.parse(JSON.stringify(reading.document)) as Data
  const locate = (fault: Fault): LocatedFault => {
    const cell = cellOf(reading.cells, fault.path)
    return { ...fault, file, ...(cell === undefined ? {} : { cell }) }
  }
  const ofSheets = reading.faults.map((fault): LocatedFault => Object.assign({ path: '', file }, fault))
  const { loaded, fault } = loadedOf(document, { file, search, locate })
  const checked = checkLoaded(loaded)
  const told = new Set(ofSheets.map(({ cell }) => cell))
  // what only follows from a cell that could not be read is not told twice
  const others = [...(fault === undefined ? [] : [fault]), ...checked.faults].filter(
    ({ cell }) => cell === undefined || !told.has(cell),
  )
  const faults = [...ofSheets, ...others]
  const isSound = faults.every(({ severity }) => severity !== 'error')
  return { ruleSet: isSound ? checked.ruleSet : undefined, document, faults }
}

function sheetsIn(bytes: Uint8Array): { sheets: ReturnType<typeof readWorkbook> } | { problem: string } {
  try {
    return { sheets: readWorkbook(bytes) }
  } catch (error) {
    if (error instanceof WorkbookProblem) return { problem: error.message }
    throw error
  }
}

/** The cell of a place in the document, or of the nearest thing around it. */
function cellOf(cells: ReadonlyMap<string, string>, path: string): string | undefined {
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const cell = cells.get(at)
    if (cell !== undefined) return cell
  }
  const [, first] = path.split('/')
  const inside = [...cells].find(([pointer]) => first !== undefined && pointer.startsWith(pointerOf(first)))
  return inside?.[1].replace(/!.*$/, '!A1') ?? 'Rule set!A1'
}

interface Around {
  readonly file: string
  readonly search: Search
  readonly locate: (fault: Fault) => LocatedFault
}

function loadedOf(document: Data, { file, search, locate }: Around): { loaded: LoadedRuleSet; fault?: LocatedFault } {
  const id = (document['extends'] as { ruleSet?: unknown } | undefined)?.ruleSet
  const place = typeof id === 'string' ? findBase(id, file, search) : undefined
  const base = place === undefined ? undefined : loadRuleSet(place, search)
  const { ruleSet, mended, faults } = readWhole(document, { bases: basesOf(base), ...search })
  const isBaseMissing = typeof id === 'string' && place === undefined
  const own = isBaseMissing ? faults.filter(({ path }) => path !== '/extends/ruleSet') : faults
  const located = own.map((fault) => locate(withOtherPlace(fault, { own: mended, base, locate })))
  const loaded = {
    place: file,
    ruleSet: located.length === 0 ? ruleSet : undefined,
    faults: located,
    own: mended,
    base,
    locate,
  }
  if (!isBaseMissing) return { loaded }
  const fault = locate({
    code: 'unknown-id',
    path: '/extends/ruleSet',
    value: id,
    severity: 'error',
    message: notFound(id),
  })
  return { loaded, fault }
}

function basesOf(loaded: LoadedRuleSet | undefined): RuleSet[] {
  return loaded?.ruleSet === undefined ? [] : [loaded.ruleSet, ...basesOf(loaded.base)]
}
