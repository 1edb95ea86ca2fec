import type { Relationship } from '@joinery/core'
import type { IntakeFault, Question } from './fault.ts'
import type { Proposal } from './proposal.ts'
import type { Role } from './table/columns.ts'

/** A file as it lies on the device. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What kind of file it is. */
export type FileKind = 'ledger' | 'invoices' | 'tasks' | 'calendar' | 'contacts' | 'plan' | 'copy'

/** Which column holds what. */
export type Mapping = Readonly<Partial<Record<Role, string>>>

/** What a person said about a file; it can be kept and used for the next file with the same columns. */
export interface Chosen {
  readonly kind?: FileKind
  readonly mapping?: Mapping
  /** Answers to questions, by their id. */
  readonly answers?: Readonly<Record<string, string>>
}

/** What a file is read for. */
export interface IntakeContext {
  /** The record that the findings are for. */
  readonly record: Relationship
  /** The day that "the last twelve months" end on, `YYYY-MM-DD`. */
  readonly asOf: string
  readonly chosen?: Chosen | undefined
  /** Called now and then with the share that is done, from 0 to 1. */
  readonly progress?: ((share: number) => void) | undefined
}

/** What was found in a file. Either there are faults, or questions, or what follows from it. */
export interface Intake {
  readonly name: string
  readonly kind: FileKind | undefined
  readonly rows: number
  readonly columns: readonly string[]
  readonly mapping: Mapping
  readonly faults: readonly IntakeFault[]
  readonly questions: readonly Question[]
  readonly proposals: readonly Proposal[]
  /** Of a ledger: every partner with its share, the largest first. */
  readonly partners: readonly PartnerShare[]
  /** What was left out, and why, in sentences. */
  readonly notes: readonly string[]
}

/** How much of the turnover one partner makes. */
export interface PartnerShare {
  readonly name: string
  readonly side: 'customer' | 'supplier'
  readonly amount: number
  /** Of all partners of that side, 0 to 1, four decimals. */
  readonly share: number
}

/** What the reader of one kind of file finds. */
export interface Findings {
  readonly faults?: readonly IntakeFault[]
  readonly questions?: readonly Question[]
  readonly proposals?: readonly Proposal[]
  readonly partners?: readonly PartnerShare[]
  readonly notes?: readonly string[]
}
