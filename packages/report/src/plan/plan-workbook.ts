import {
  modelField,
  modelFields,
  type ModelField,
  type PlanSection,
  type Relationship,
  type RuleSet,
} from '@joinery/core'
import { writeWorkbook, type NewSheet } from '@joinery/workbook'
import { linesOfSections } from './lines-of.ts'
import type { PlanForm } from './plan.ts'

export interface PlanWorkbookOptions {
  readonly ruleSet: RuleSet
  /** `micro`: what fits two pages. `full`: every field behind the headings. */
  readonly form: PlanForm
}

/**
 * The plan as a workbook to fill in: a sheet for each heading, with what the record says already. Each label ends in the
 * field that it is for, in brackets; by these `@joinery/intake` finds what was written. It holds both halves: it is for our
 * own firm alone. The same record gives the same bytes.
 */
export function planWorkbook(record: Relationship, { ruleSet, form }: PlanWorkbookOptions): Uint8Array {
  const sections = (ruleSet.document.plan?.sections ?? []).filter(({ micro }) => form === 'full' || micro)
  const parts = form === 'full' ? wholeParts(sections) : shortParts(sections)
  const sheets = sections.map((section) => sheetOf(section, parts.get(section.id) ?? [], record))
  return writeWorkbook([readMe(form), ...sheets])
}

/** A field, or a list with the fields of its entries; none for a list of plain texts. */
interface Part {
  readonly field: ModelField
  readonly columns: readonly ModelField[]
}

function shortParts(sections: readonly PlanSection[]): Map<string, readonly Part[]> {
  const lines = linesOfSections(sections)
  return new Map(
    sections.map(({ id }) => {
      const own = (lines.get(id) ?? []).flatMap((line) => {
        const names = line.is === 'list' ? [...line.called, ...line.details.map(({ field }) => field)] : []
        return partFor(line.path, (inner) => names.includes(inner))
      })
      return [id, own]
    }),
  )
}

/** Every field; what two sections ask for stands in the first. */
function wholeParts(sections: readonly PlanSection[]): Map<string, readonly Part[]> {
  const taken = new Set<string>()
  return new Map(
    sections.map(({ id, parts }) => {
      const own = parts.flatMap(({ fact }) => partsUnder(fact)).filter(({ field }) => !taken.has(field.path))
      for (const { field } of own) taken.add(field.path)
      return [id, [...new Map(own.map((part) => [part.field.path, part])).values()]]
    }),
  )
}

function partsUnder(path: string): Part[] {
  return modelField(path)?.type === 'entity'
    ? inside(path).flatMap((inner) => partsUnder(inner.path))
    : partFor(path, () => true)
}

function partFor(path: string, isWanted: (name: string) => boolean): Part[] {
  const field = modelField(path)
  if (field === undefined || field.derived === true || field.type === 'entity') return []
  if (field.type !== 'records') return [{ field, columns: [] }]
  const columns = inside(path).filter(
    (inner) => inner.derived !== true && inner.type !== 'records' && isWanted(nameOf(inner)),
  )
  return columns.length === 0 ? [] : [{ field, columns }]
}

function inside(path: string): ModelField[] {
  return modelFields.filter(
    (inner) => inner.path.startsWith(`${path}.`) && !inner.path.slice(path.length + 1).includes('.'),
  )
}

function nameOf({ path }: ModelField): string {
  return path.slice(path.lastIndexOf('.') + 1)
}

type Row = readonly (string | number | undefined)[]

const spare = 6

function sheetOf({ number, title, prompt }: PlanSection, parts: readonly Part[], record: Relationship): NewSheet {
  const facts = parts.filter(({ field }) => !isList(field))
  const lists = parts.filter(({ field }) => isList(field))
  const widest = Math.max(2, ...lists.map(({ columns }) => columns.length))
  const rows: Row[] = [
    [prompt],
    ...facts.map(({ field }) => [labelOf(field, field.path), cellOf(at(record, field.path))]),
    ...lists.flatMap((list) => listRows(list, record)),
  ]
  const headers = ['What', 'Write here', ...Array.from({ length: widest - 2 }, () => '')]
  return {
    name: `${number} ${title}`.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
    columns: headers.map((header, index) => ({ header, width: index === 0 ? 44 : 28 })),
    rows,
  }
}

function isList({ type }: ModelField): boolean {
  return type === 'records' || type === 'texts'
}

function listRows({ field, columns }: Part, record: Relationship): Row[] {
  const entries = at(record, field.path)
  const known = Array.isArray(entries) ? (entries as unknown[]) : []
  const filled = known.map((entry) =>
    columns.length === 0 ? [cellOf(entry)] : columns.map((column) => cellOf(at(entry, nameOf(column)))),
  )
  const heads =
    columns.length === 0 ? ['One in each row [text]'] : columns.map((column) => labelOf(column, nameOf(column)))
  return [
    [],
    [`${field.about} [${field.path}]`, 'one in each row below'],
    heads,
    ...filled,
    ...Array.from({ length: spare }, (): Row => []),
  ]
}

/** `Stage: running, ended … [rel.stage]` */
function labelOf({ about, choices, type }: ModelField, name: string): string {
  const hint = choices?.join(', ') ?? { date: '2026-05-04', yesNo: 'yes, no' }[type as string]
  return `${about}${hint === undefined ? '' : `: ${hint}`} [${name}]`
}

function cellOf(value: unknown): string | number | undefined {
  if (typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.map(String).join('; ') : undefined
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    return typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? (inner as Readonly<Record<string, unknown>>)[key]
      : undefined
  }, value)
}

function readMe(form: PlanForm): NewSheet {
  const lines = [
    `The plan of a relationship, to fill in: ${form === 'micro' ? 'what fits two pages' : 'every heading with every field'}.`,
    'Write what you know, and leave out the rest. Nothing here is needed.',
    'Leave the words in brackets as they are: by them the file is read. Days are written 2026-05-04. Add rows where a list needs more.',
    'Read it back with: joinery import plan.xlsx --into record.json. Everything is shown first, and nothing that is recorded is written over.',
    'It holds the private half as well. Do not send it to the partner; send the plan: joinery plan record.json --half shared.',
  ]
  return {
    name: 'Read me',
    columns: [{ header: 'How to fill this in', width: 110 }],
    rows: lines.map((line) => [line]),
  }
}
