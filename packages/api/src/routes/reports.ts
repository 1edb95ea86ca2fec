import { perceptionGaps } from '@joinery/core'
import { htmlPolicy, renderReport, type ReportFormat } from '@joinery/report'
import * as z from 'zod'
import { basisOfResult, optionsFor } from '../assess/basis.ts'
import { timelineUpTo } from '../assess/compared.ts'
import { ownResult } from '../assess/own-result.ts'
import { defineOperation, type Operation } from '../kernel/operation.ts'
import { etagHeader, Id } from '../schemas/common.ts'

interface Form {
  readonly id: string
  readonly format: Exclude<ReportFormat, 'table'>
  readonly ending: string
  readonly mediaType: string
  readonly headers?: Readonly<Record<string, string>>
}

const forms: readonly Form[] = [
  {
    id: 'getReport',
    format: 'html',
    ending: 'html',
    mediaType: 'text/html; charset=utf-8',
    headers: { 'content-security-policy': `${htmlPolicy}; frame-ancestors 'none'` },
  },
  { id: 'getReportMarkdown', format: 'markdown', ending: 'md', mediaType: 'text/markdown; charset=utf-8' },
  { id: 'getReportCsv', format: 'csv', ending: 'csv', mediaType: 'text/csv; charset=utf-8' },
]

/** A kept result as a document: made from the result, its rules and its record as they were, so it stays as it is. */
export const reports: readonly Operation[] = forms.map(({ id, format, ending, mediaType, headers = {} }) =>
  defineOperation({
    id,
    method: 'get',
    path: `/v1/results/{result}/report.${ending}`,
    tag: 'Reports',
    summary: `The report of a result, as ${format === 'html' ? 'one page' : format === 'csv' ? 'a table' : 'Markdown'}`,
    access: { scope: 'assessments:read', allow: { firm: ['own'], association: ['own'], embed: ['own'] } },
    params: z.strictObject({ result: Id }),
    answer: { status: 200, description: 'The report', mediaType, headers: etagHeader },
    read: async ({ principal, params, service }, tx) => {
      const kept = await ownResult(principal, params.result, tx)
      const basis = await basisOfResult(kept, service, tx)
      const { ruleSet, assessor } = basis
      const { result, record: relationship } = kept
      const options = optionsFor(basis, { id: kept.relationship, record: relationship }, service)
      // a table of figures has no room for it
      const timeline = format === 'csv' ? undefined : await timelineUpTo(kept, service, tx)
      const name = `joinery-${kept.asOf}.${ending}`
      return {
        etag: `"${kept.id}"`,
        headers: { ...headers, 'content-disposition': `inline; filename="${name}"` },
        text: () =>
          renderReport(result, {
            format,
            ruleSet,
            relationship,
            paths: assessor.paths(relationship, options),
            timeline: timeline?.(),
            // how the two sides see each other is told to nobody else
            bothViews: principal.kind === 'firm' ? { pulse: perceptionGaps(relationship) } : undefined,
          }),
      }
    },
  }),
)
