import type { Item } from '../document/blocks.ts'
import { noticeText } from '../document/reasons.ts'
import { statementOf, type Subject } from '../document/subject.ts'
import { ltr, said, type Text } from '../document/text.ts'
import { sentence } from '../words/plain-text.ts'
import { everyFormat } from '../document/document-format.ts'
import type { SectionBuilder } from './section.ts'

/** Rules that failed, and what a reader should know about the data. */
export const notices: SectionBuilder = {
  id: 'notices',
  formats: everyFormat,
  build: (subject) => {
    const items = [...mismatchOf(subject), ...errorsOf(subject), ...noticesOf(subject)]
    return items.length === 0 ? [] : [{ kind: 'items', look: 'warnings', items }]
  },
}

function mismatchOf({ result: { provenance }, ruleSet, words }: Subject): Item[] {
  if (provenance.hash === ruleSet.hash) return []
  return [
    {
      title: words.notices.mismatch(`${provenance.ruleSet} ${provenance.version}`, `${ruleSet.id} ${ruleSet.version}`),
      facts: [],
      notes: [words.notices.assessAgain],
    },
  ]
}

function errorsOf(subject: Subject): Item[] {
  return subject.result.errors.map(({ indicator, message }) => ({
    title: subject.words.notices.ruleFailed(statementOf(subject, indicator)),
    facts: [codeOf(subject, indicator)],
    notes: [said({ text: sentence(message), lang: 'en' }, subject.words.language)],
  }))
}

function noticesOf(subject: Subject): Item[] {
  return subject.result.notices.map((notice) => {
    const text = noticeText(subject, notice)
    const title = typeof text === 'string' ? sentence(text) : text
    return { title, facts: [codeOf(subject, placeWords(notice.path))], notes: [] }
  })
}

/** What is written for machines keeps its order in a line from right to left. */
function codeOf({ words }: Subject, text: string): Text {
  return words.explain === null ? text : ltr(text)
}

/** A JSON pointer as people read it: `answers › p01.plan/1`. */
function placeWords(pointer: string): string {
  const steps = pointer.split('/').slice(1)
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')).join(' › ')
}
