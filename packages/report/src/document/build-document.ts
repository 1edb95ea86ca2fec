import type { Result } from '@joinery/core'
import { sections } from '../sections/index.ts'
import type { ReportDocument } from './blocks.ts'
import type { DocumentFormat } from './document-format.ts'
import { firmNames } from './firm-names.ts'
import { subjectOf, type ReportInput } from './subject.ts'

/** Builds the report of a result, with the sections that the format shows. Pure. */
export function buildDocument(result: Result, input: ReportInput, format: DocumentFormat): ReportDocument {
  const subject = subjectOf(result, input)
  const { document } = input.ruleSet
  const names = firmNames(subject.relationship)
  return {
    kind: 'Relationship report',
    tag: 'Self-assessed',
    title: names.length === 0 ? document.title : names.join(' and '),
    names,
    subtitle: subject.scope === undefined ? document.title : `${document.title}: ${subject.scope}`,
    language: document.language,
    asOf: result.provenance.asOf,
    notice: document.notice ?? 'These are the answers of one side, not an audit.',
    sections: sections
      .filter(({ formats }) => formats.includes(format))
      .map(({ id, title, titleIn, build }) => ({ id, title: titleIn?.(subject) ?? title, blocks: build(subject) }))
      .filter(({ blocks }) => blocks.length > 0),
  }
}
