import type { Result } from '@joinery/core'
import { renderCsv } from './csv/render-csv.ts'
import { buildDocument } from './document/build-document.ts'
import type { DocumentFormat } from './document/document-format.ts'
import { renderDocument, type ScreenOptions } from './document/render-document.ts'
import type { ReportInput } from './document/subject.ts'
import { renderHtml, type ReportLink } from './html/render-html.ts'

/** The documents that a result can be turned into. */
export type ReportFormat = DocumentFormat | 'csv'

/** What a report is written from, and how. */
export interface ReportOptions extends ReportInput, ScreenOptions {
  readonly format: ReportFormat
  /** In HTML: where else to go, above the report; for a page that is one of several. */
  readonly links?: readonly ReportLink[] | undefined
  /** In CSV: begin with the names of the columns. Default: true; false for every result but the first of a joined file. */
  readonly header?: boolean | undefined
}

/**
 * Turns a result into a document that people read. Pure: same input, same text; no clock, no I/O; the day shown is the day
 * that the result was assessed for. Every text of the record and of the rule set is escaped for the format.
 *
 * @example
 * const page = renderReport(assessor.assess(relationship, { asOf }), { ruleSet, relationship, format: 'html' })
 */
export function renderReport(result: Result, options: ReportOptions): string {
  const { format } = options
  if (format === 'csv') return renderCsv(result, options)
  const document = buildDocument(result, options, format)
  return format === 'html' ? renderHtml(document, options.links) : renderDocument(document, format, options)
}
