import { renderHtml } from '../html/render-html.ts'
import { renderMarkdown } from '../markdown/render-markdown.ts'
import { renderTable } from '../table/render-table.ts'
import type { ReportDocument } from './blocks.ts'
import type { DocumentFormat } from './document-format.ts'

/** In a table: columns of the terminal (default: 80), and whether to mark words with colours (default: not). */
export interface ScreenOptions {
  readonly width?: number | undefined
  readonly colour?: boolean | undefined
}

/** A document in one of the formats that are made of sections. Pure. */
export function renderDocument(document: ReportDocument, format: DocumentFormat, screen: ScreenOptions = {}): string {
  switch (format) {
    case 'table':
      return renderTable(document, screen)
    case 'markdown':
      return renderMarkdown(document)
    case 'html':
      return renderHtml(document)
  }
}
