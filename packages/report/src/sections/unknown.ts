import type { ClauseResult, IndicatorResult } from '@joinery/core'
import type { Block, Item } from '../document/blocks.ts'
import { placeOf, statementOf, type Subject } from '../document/subject.ts'
import { flat, listed, said, type Text } from '../document/text.ts'
import { everyFormat } from '../document/document-format.ts'
import { factTitle } from '../words/shared/create-explain.ts'
import type { SectionBuilder } from './section.ts'

/** What is not known, and where knowing it would narrow the range most. */
export const unknown: SectionBuilder = {
  id: 'unknown',
  formats: everyFormat,
  build: (subject) => {
    const { clauses } = subject.result
    const open = clauses.filter((clause) => widthOf(clause) > 0)
    if (open.length === 0) return []
    const widest = open.toSorted((left, right) => widthOf(right) - widthOf(left)).slice(0, mostClauses)
    return [
      { kind: 'text', tone: 'plain', text: summaryOf(subject) },
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

function summaryOf({ result: { clauses }, words }: Subject): string {
  const open = clauses.flatMap(unknownOf).length
  const all = clauses.flatMap(({ outcomes }) => outcomes).length
  return words.unknown.summary(open, all)
}

function itemOf(subject: Subject, clause: ClauseResult): Item {
  const open = unknownOf(clause)
  const { unknown: words } = subject.words
  const missing = once(open.flatMap((outcome) => missingFacts(subject, outcome)))
  const shown = listed(missing.slice(0, mostFacts), '; ')
  return {
    title: placeOf(subject, clause),
    facts: [words.ofStatements(open.length, clause.outcomes.length)],
    notes: missing.length === 0 ? [] : [words.missing(shown, missing.length - mostFacts)],
  }
}

function once(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [flat(text), text])).values()]
}

function missingFacts(subject: Subject, { indicator, observed }: IndicatorResult): Text[] {
  const open = observed.filter(({ state }) => state === 'unknown')
  // the words of a test begin with what was looked at
  if (open.length > 0) return open.map((one) => factName(subject, one))
  return [withoutStop(statementOf(subject, indicator))]
}

/** In other languages than English what is not known is named by the question that asks for it, where there is one. */
function factName({ explained, words }: Subject, seen: IndicatorResult['observed'][number]): Text {
  return words.explain === null ? seen.words.split(':')[0]!.trim() : said(factTitle(explained, seen), words.language)
}

function withoutStop(text: Text): Text {
  if (typeof text === 'string') return text.replace(/\.$/, '')
  return text.map((part) =>
    typeof part === 'string' ? part.replace(/\.$/, '') : { ...part, text: part.text.replace(/\.$/, '') },
  )
}
