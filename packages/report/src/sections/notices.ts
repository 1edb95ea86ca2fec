import type { Item } from '../document/blocks.ts'
import { statementOf, type Subject } from '../document/subject.ts'
import { sentence } from '../words/plain-text.ts'
import { everyFormat } from '../document/document-format.ts'
import type { SectionBuilder } from './section.ts'

/** Rules that failed, and what a reader should know about the data. */
export const notices: SectionBuilder = {
  id: 'notices',
  title: 'Please look at this',
  formats: everyFormat,
  build: (subject) => {
    const items = [...mismatchOf(subject), ...errorsOf(subject), ...noticesOf(subject)]
    return items.length === 0 ? [] : [{ kind: 'items', look: 'warnings', items }]
  },
}

function mismatchOf({ result: { provenance }, ruleSet }: Subject): Item[] {
  if (provenance.hash === ruleSet.hash) return []
  return [
    {
      title: `The result was made by ${provenance.ruleSet} ${provenance.version}, the texts shown come from ${ruleSet.id} ${ruleSet.version}.`,
      facts: [],
      notes: ['Assess again to bring both together.'],
    },
  ]
}

function errorsOf(subject: Subject): Item[] {
  return subject.result.errors.map(({ indicator, message }) => ({
    title: `A rule failed: ${statementOf(subject, indicator)}`,
    facts: [indicator],
    notes: [sentence(message)],
  }))
}

function noticesOf({ result }: Subject): Item[] {
  return result.notices.map(({ message, path }) => ({ title: sentence(message), facts: [placeWords(path)], notes: [] }))
}

/** A JSON pointer as people read it: `answers › p01.plan/1`. */
function placeWords(pointer: string): string {
  const steps = pointer.split('/').slice(1)
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')).join(' › ')
}
