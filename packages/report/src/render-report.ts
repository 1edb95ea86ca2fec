import type { Result } from '@joinery/core'
import { renderCsv } from './csv/render-csv.ts'
import { buildDocument } from './document/build-document.ts'
import type { ReportInput } from './document/subject.ts'
import { renderHtml, type ReportLink } from './html/render-html.ts'
import { renderMarkdown } from './markdown/render-markdown.ts'
import { renderTable } from './table/render-table.ts'

/** The documents that a result can be turned into. */
export type ReportFormat = 'table' | 'markdown' | 'csv' | 'html'

export interface ReportOptions extends ReportInput {
  readonly format: ReportFormat
  /** In HTML: where else to go, above the report; for a page that is one of several. */
  readonly links?: readonly ReportLink[] | undefined
  /** In a table: mark with ANSI colours. Default: false; nothing is said by colour alone. */
  readonly colour?: boolean | undefined
  /** In a table: columns of the terminal. Default: 80. */
  readonly width?: number | undefined
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
  return renderers[options.format](result, options)
}

const renderers: Readonly<Record<ReportFormat, (result: Result, options: ReportOptions) => string>> = {
  table: (result, options) => renderTable(buildDocument(result, options, 'table'), options),
  markdown: (result, options) => renderMarkdown(buildDocument(result, options, 'markdown')),
  csv: (result, options) => renderCsv(result, options),
  html: (result, options) => renderHtml(buildDocument(result, options, 'html'), options.links),
}
