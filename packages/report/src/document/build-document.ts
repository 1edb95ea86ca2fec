import type { Result } from '@joinery/core'
import { sections } from '../sections/index.ts'
import type { ReportDocument } from './blocks.ts'
import type { DocumentFormat } from './document-format.ts'
import { firmNames } from './firm-names.ts'
import { reportWords } from '../words/report-words.ts'
import { subjectOf, type ReportInput } from './subject.ts'
import { mix } from './text.ts'

/** Builds the report of a result, with the sections that the format shows. Pure. */
export function buildDocument(result: Result, input: ReportInput, format: DocumentFormat): ReportDocument {
  const { document } = input.ruleSet
  const spoken = format === 'html' ? reportWords(input.language ?? document.language) : undefined
  const subject = subjectOf(result, input, spoken)
  const { frame, titles, language } = subject.words
  const ownTitle = subject.say('rule-set', 'title', document.title)
  const names = firmNames(subject.relationship)
  return {
    kind: frame.kind,
    tag: frame.tag,
    title: names.length === 0 ? ownTitle : names.join(` ${frame.and} `),
    names,
    subtitle: subject.scope === undefined ? ownTitle : mix`${ownTitle}: ${subject.scope}`,
    language,
    asOf: result.provenance.asOf,
    notice: document.notice === undefined ? frame.notice : subject.say('rule-set', 'notice', document.notice),
    sections: sections
      .filter(({ formats }) => formats.includes(format))
      .map(({ id, titleIn, build }) => ({ id, title: titleIn?.(subject) ?? titles[id], blocks: build(subject) }))
      .filter(({ blocks }) => blocks.length > 0),
  }
}
