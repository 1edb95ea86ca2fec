import { isoOf, type Day } from '../day.ts'
import { createFaults } from '../fault.ts'
import type { Data } from '../facts/record.ts'
import { isFailure, isInterval } from '../facts/values.ts'
import { checkShape } from '../schema/check-shape.ts'
import type { Outcome, PluginFault, ReportBlock, SectorResult } from '../schema/result.ts'
import type { Shape } from '../schema/shape.ts'
import type { Plugin } from './contract.ts'
import { guarded } from './guard.ts'
import { inputCopy, onlyParts } from './parts.ts'
import { plainCopy } from './plain-copy.ts'

export interface SectionInput {
  readonly record: Data
  readonly outcomes: Readonly<Record<string, Outcome>>
  readonly asOf: Day
  readonly language: string
}

type Section = SectorResult['sections'][number]

/** Has the plugin write its sections; one that fails is a fault, and the others stay. */
export function writeSections(
  { reportSections = [] }: Plugin,
  input: SectionInput,
): { sections: Section[]; faults: PluginFault[] } {
  const sections: Section[] = []
  const faults: PluginFault[] = []
  for (const { id, title, reads, build } of reportSections) {
    const answer = guarded(() => {
      const record = inputCopy(withoutMarks(onlyParts(input.record, reads))) as Data
      const view = Object.freeze({ record, outcomes: Object.freeze({ ...input.outcomes }) })
      return build(view, Object.freeze({ asOf: isoOf(input.asOf), language: input.language }))
    })
    const result = 'fault' in answer ? answer : guarded(() => plainCopy(answer.value, limits) as readonly ReportBlock[])
    const wrong = 'fault' in result ? result.fault : faultOfBlocks(result.value)
    if (wrong !== undefined) faults.push({ contribution: id, message: wrong })
    else if ('value' in result) sections.push({ id, title, blocks: [...result.value] })
  }
  return { sections, faults }
}

const limits = { values: 20_000, characters: 200_000, depth: 6 }

/** Facts as the evaluators keep them, in plain JSON: what is not known is left out, a range is least and most. */
function withoutMarks(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isInterval(value)) return { least: value.least, most: Number.isFinite(value.most) ? value.most : null }
  if (isFailure(value) || Object.getOwnPropertySymbols(value).length > 0) return undefined
  if (Array.isArray(value)) return value.map(withoutMarks)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutMarks(inner)]))
}

const text: Shape = { is: 'text', most: 2_000 }
const row: Shape = { is: 'list', of: text, most: 12 }
const blockShapes: Readonly<Record<ReportBlock['is'], Shape>> = {
  text: { is: 'object', fields: { is: text, text }, required: ['is', 'text'] },
  list: { is: 'object', fields: { is: text, items: { is: 'list', of: text, most: 200 } }, required: ['is', 'items'] },
  table: {
    is: 'object',
    fields: { is: text, columns: { ...row, least: 1 }, rows: { is: 'list', of: row, most: 500 } },
    required: ['is', 'columns', 'rows'],
  },
}

const mostBlocks = 50

function faultOfBlocks(blocks: unknown): string | undefined {
  if (!Array.isArray(blocks)) return `gave a ${typeof blocks}, not a list of blocks`
  if (blocks.length > mostBlocks) return `gave ${blocks.length} blocks; at most ${mostBlocks} are shown`
  for (const [index, block] of blocks.entries() as Iterable<[number, Partial<ReportBlock> | null]>) {
    const shape = blockShapes[(block?.is ?? 'none') as ReportBlock['is']] as Shape | undefined
    if (shape === undefined) return `block ${index + 1} should be { "is": "text", "list" or "table", … }`
    const faults = createFaults()
    checkShape(shape, block, faults)
    const [fault] = faults.list
    if (fault !== undefined) return `block ${index + 1}${fault.path}: ${fault.message}`
    const whole = block as ReportBlock
    if (whole.is === 'table' && whole.rows.some((cells) => cells.length !== whole.columns.length))
      return `block ${index + 1}: every row needs as many cells as there are columns`
  }
  return undefined
}
