import type { ClauseResult, IndicatorResult } from '@joinery/core'
import type { Block, Item } from '../document/blocks.ts'
import { placeOf, statementOf, type Subject } from '../document/subject.ts'
import { countWords } from '../words/numbers.ts'
import { everyFormat } from '../document/document-format.ts'
import type { SectionBuilder } from './section.ts'

/** What is not known, and where knowing it would narrow the range most. */
export const unknown: SectionBuilder = {
  id: 'unknown',
  title: 'What is not known yet',
  formats: everyFormat,
  build: (subject) => {
    const { clauses } = subject.result
    const open = clauses.filter((clause) => widthOf(clause) > 0)
    if (open.length === 0) return []
    const widest = open.toSorted((left, right) => widthOf(right) - widthOf(left)).slice(0, mostClauses)
    return [
      { kind: 'text', tone: 'plain', text: summaryOf(clauses) },
      { kind: 'items', look: 'list', items: widest.map((clause) => itemOf(subject, clause)) },
    ] satisfies Block[]
  },
}

const mostClauses = 5
const mostFacts = 4

/** How much of the range of a clause comes from what is not known. */
function widthOf(clause: ClauseResult): number {
  const share = unknownOf(clause).length / Math.max(1, clause.outcomes.length)
  return share * ((clause.potential ?? 0) - (clause.score ?? 0))
}

function unknownOf({ outcomes, applies }: ClauseResult): IndicatorResult[] {
  return applies === 'no' ? [] : outcomes.filter(({ outcome }) => outcome === 'unknown' || outcome === 'error')
}

function summaryOf(clauses: readonly ClauseResult[]): string {
  const open = clauses.flatMap(unknownOf).length
  const all = clauses.flatMap(({ outcomes }) => outcomes).length
  const sentence = `${open} of ${countWords(all, 'statement')} cannot be judged yet.`
  return open === all ? sentence : `${sentence} Most would be gained by knowing more here:`
}

function itemOf(subject: Subject, clause: ClauseResult): Item {
  const open = unknownOf(clause)
  const missing = [...new Set(open.flatMap((outcome) => missingFacts(subject, outcome)))]
  const more = missing.length > mostFacts ? ` And ${missing.length - mostFacts} more.` : ''
  return {
    title: placeOf(clause),
    facts: [`${open.length} of ${countWords(clause.outcomes.length, 'statement')} not known`],
    notes: missing.length === 0 ? [] : [`Missing: ${missing.slice(0, mostFacts).join('; ')}.${more}`],
  }
}

function missingFacts(subject: Subject, { indicator, observed }: IndicatorResult): string[] {
  const open = observed.filter(({ state }) => state === 'unknown')
  // the words of a test begin with what was looked at
  if (open.length > 0) return open.map(({ words }) => words.split(':')[0]!.trim())
  return [statementOf(subject, indicator).replace(/\.$/, '')]
}
