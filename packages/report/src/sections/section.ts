import type { DocumentFormat } from '../document/document-format.ts'
import type { Block } from '../document/blocks.ts'
import type { ReportWords } from '../words/en.ts'
import type { Subject } from '../document/subject.ts'

/** A part of the report: pure, and left out where it has no blocks. */
export interface SectionBuilder {
  readonly id: keyof ReportWords['titles']
  /** The title where it is not that of the words. */
  readonly titleIn?: (subject: Subject) => string
  /** The formats that show it. */
  readonly formats: readonly DocumentFormat[]
  readonly build: (subject: Subject) => readonly Block[]
}
