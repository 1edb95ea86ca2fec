import { perceptionGaps } from '@joinery/core'
import { htmlPolicy, renderReport, reportLanguages, type ReportFormat } from '@joinery/report'
import type { ReadTx } from '@joinery/store'
import * as z from 'zod'
import type { Principal } from '../access/principal.ts'
import { basisOfResult, optionsFor } from '../assess/basis.ts'
import { timelineUpTo } from '../assess/compared.ts'
import { ownResult } from '../assess/own-result.ts'
import { defineOperation, type Operation } from '../kernel/operation.ts'
import type { Service } from '../kernel/service.ts'
import { etagHeader, Id } from '../schemas/common.ts'

interface Form {
  readonly id: string
  readonly format: Exclude<ReportFormat, 'table'>
  readonly ending: string
  readonly mediaType: string
  readonly headers?: Readonly<Record<string, string>>
}

const forms: readonly [Form, ...Form[]] = [
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

const [page, ...others] = forms

/** A kept result as a document: made from the result, its rules and its record as they were, so it stays as it is. */
export const reports: readonly Operation[] = [
  defineOperation({
    ...shared(page),
    query: z.strictObject({
      language: z.enum(reportLanguages).optional().meta({
        description: 'Of the page; texts that the rule set has in another language alone stay in that, marked',
      }),
    }),
    read: ({ principal, params, query, service }, tx) =>
      documentOf({ form: page, principal, result: params.result, language: query.language, service }, tx),
  }),
  ...others.map((form) =>
    defineOperation({
      ...shared(form),
      read: ({ principal, params, service }, tx) => documentOf({ form, principal, result: params.result, service }, tx),
    }),
  ),
]

function shared({ id, format, ending, mediaType }: Form) {
  return {
    id,
    method: 'get',
    path: `/v1/results/{result}/report.${ending}`,
    tag: 'Reports',
    summary: `The report of a result, as ${format === 'html' ? 'one page' : format === 'csv' ? 'a table' : 'Markdown'}`,
    access: { scope: 'assessments:read', allow: { firm: ['own'], association: ['own'], embed: ['own'] } },
    params: z.strictObject({ result: Id }),
    answer: { status: 200, description: 'The report', mediaType, headers: etagHeader },
  } as const
}

interface Wanted {
  readonly form: Form
  readonly principal: Principal
  readonly result: string
  readonly language?: string | undefined
  readonly service: Service
}

async function documentOf({ form, principal, result: id, language, service }: Wanted, tx: ReadTx) {
  const { format, ending, headers = {} } = form
  const kept = await ownResult(principal, id, tx)
  const basis = await basisOfResult(kept, service, tx)
  const { ruleSet, assessor } = basis
  const { result, record: relationship } = kept
  const options = optionsFor(basis, { id: kept.relationship, record: relationship }, service)
  // a table of figures has no room for it
  const timeline = format === 'csv' ? undefined : await timelineUpTo(kept, service, tx)
  const name = `joinery-${kept.asOf}.${ending}`
  return {
    etag: language === undefined ? `"${kept.id}"` : `"${kept.id}-${language}"`,
    headers: { ...headers, 'content-disposition': `inline; filename="${name}"` },
    text: () =>
      renderReport(result, {
        format,
        language,
        ruleSet,
        relationship,
        paths: assessor.paths(relationship, options),
        timeline: timeline?.(),
        // how the two sides see each other is told to nobody else
        bothViews: principal.kind === 'firm' ? { pulse: perceptionGaps(relationship) } : undefined,
      }),
  }
}
