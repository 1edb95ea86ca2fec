import {
  beginFromCopy,
  DocumentError,
  isPartnerCopy,
  modelField,
  parsePartnerCopy,
  type PartnerCopy,
} from '@joinery/core'
import { mostFaults } from '../fault.ts'
import type { Findings, IntakeContext } from '../intake.ts'
import { evidenceFrom, hasEntry, recordedAt, setProposal, type Evidence, type Proposal } from '../proposal.ts'

/** Whether a text is what a partner took along from its page. */
export function copyIn(text: string): unknown {
  if (!/^\uFEFF?\s*\{/.test(text)) return undefined
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return isPartnerCopy(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** What the other firm shared, seen from this side: each thing to be taken over or left. */
export function copyFrom(value: unknown, { file, context }: { file: string; context: IntakeContext }): Findings {
  const copy = read(value)
  if ('faults' in copy) {
    const faults = copy.faults.map(({ path, message }) => ({ file, value: path, message: `${path}: ${message}` }))
    return { faults: faults.slice(0, mostFaults) }
  }
  const { shared } = beginFromCopy(copy)
  const finding: Finding = { file, copy, context, proposals: [] }
  walk(shared, '', finding)
  return { proposals: finding.proposals }
}

function read(value: unknown): PartnerCopy | Pick<DocumentError, 'faults'> {
  try {
    return parsePartnerCopy(value)
  } catch (error) {
    if (error instanceof DocumentError) return error
    throw error
  }
}

interface Finding {
  readonly file: string
  readonly copy: PartnerCopy
  readonly context: IntakeContext
  readonly proposals: Proposal[]
}

function walk(value: object, path: string, finding: Finding): void {
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    const at = path === '' ? key : `${path}.${key}`
    if (Array.isArray(inner)) for (const entry of inner as unknown[]) addEntry(entry, at, finding)
    else if (typeof inner === 'object' && inner !== null) walk(inner, at, finding)
    else setValue(inner, at, finding)
  }
}

function setValue(value: unknown, path: string, finding: Finding): void {
  const { context, proposals } = finding
  const says = `${aboutOf(path)}: ${String(value)}`
  const proposal = setProposal(context.record, { path, value, says, ...sourceOf(path, finding) })
  if (proposal.recorded !== value) proposals.push(proposal)
}

function addEntry(entry: unknown, path: string, finding: Finding): void {
  const { context, proposals } = finding
  if (hasEntry(recordedAt(context.record, path), entry)) return
  const words =
    typeof entry === 'object' && entry !== null ? Object.values(entry).map(String).join(', ') : String(entry)
  proposals.push({
    id: `add ${path} ${JSON.stringify(entry)}`,
    action: 'add',
    path,
    value: entry,
    says: `${aboutOf(path)}: ${words}`,
    ...sourceOf(path, finding),
  })
}

function aboutOf(path: string): string {
  return modelField(path)?.about ?? path
}

/** The other firm wrote it down: no more than its own word, of the day it was taken along. */
function sourceOf(path: string, { file, copy }: Finding): { because: string; evidence: Evidence } {
  const evidence: Evidence = { ...evidenceFrom(file, path, copy.at), kind: 'copy', providedBy: 'partner', grade: 'E1' }
  return { because: `shared by ${copy.sharedBy}`, evidence }
}
