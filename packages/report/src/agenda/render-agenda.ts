import type { Agenda, AgendaItem, Forecast, Relationship, RuleSet } from '@joinery/core'
import { calendarOf } from '../calendar/calendar.ts'
import type { Block, Item, ReportDocument, Section } from '../document/blocks.ts'
import type { DocumentFormat } from '../document/document-format.ts'
import { firmNames } from '../document/firm-names.ts'
import { renderDocument, type ScreenOptions } from '../document/render-document.ts'
import { dayWords, rangeWords } from '../words/numbers.ts'

/** The forms in which an agenda is written; `ics` is for calendars. */
export type AgendaFormat = DocumentFormat | 'ics'

/** What an agenda is written from. */
export interface AgendaInput extends ScreenOptions {
  readonly format: AgendaFormat
  readonly ruleSet: RuleSet
  /** For the names of the two firms. */
  readonly relationship: Relationship
  readonly forecast: Forecast
}

/**
 * The agenda of a review of five minutes, to read, to print or to send; as `ics` the next review and the days that things fall
 * due on, for a calendar. Pure.
 */
export function renderAgenda(agenda: Agenda, input: AgendaInput): string {
  const { format } = input
  return format === 'ics' ? agendaCalendar(agenda, input) : renderDocument(documentOf(agenda, input), format, input)
}

function documentOf({ asOf, items, next }: Agenda, { ruleSet, relationship, forecast }: AgendaInput): ReportDocument {
  const names = firmNames(relationship)
  return {
    kind: 'Review',
    tag: '',
    title: names.length === 0 ? 'Review in five minutes' : names.join(' and '),
    names,
    subtitle: 'Review in five minutes',
    language: 'en',
    asOf,
    notice: `The next review should be by ${dayWords(next)}.`,
    sections: [lookAt(items), lapses(forecast, ruleSet), outlook(forecast)].filter(({ blocks }) => blocks.length > 0),
  }
}

const kindWords: Readonly<Record<AgendaItem['kind'], string>> = {
  promise: 'promise',
  action: 'to do',
  risk: 'risk',
  gap: 'views apart',
  stale: 'goes stale',
  contact: 'contact',
}

function lookAt(items: readonly AgendaItem[]): Section {
  const shown = items.filter(({ kind }) => kind !== 'stale')
  const nothing: Block = {
    kind: 'text',
    text: 'Nothing is due. Ask both sides: what went well, what did not, what comes next?',
    tone: 'plain',
  }
  const blocks: Block[] = shown.length === 0 ? [nothing] : [{ kind: 'items', look: 'list', items: shown.map(itemOf) }]
  return { id: 'headline', title: 'To look at', blocks }
}

function itemOf({ kind, says, side, due, isOverdue }: AgendaItem): Item {
  const when = due === null ? [] : [isOverdue ? `overdue since ${dayWords(due)}` : `by ${dayWords(due)}`]
  const who = side === null ? [] : [side === 'us' ? 'ours' : 'theirs']
  return { title: says, facts: [kindWords[kind], ...who, ...when], notes: [] }
}

/** What lapses, by clause and day. */
function lapses({ lapses: all }: Forecast, ruleSet: RuleSet): Section {
  const clauses = new Map(
    ruleSet.principles.flatMap((principle) => principle.clauses).map(({ id, document }) => [id, document]),
  )
  const byIndicator = new Map(ruleSet.indicators.map((indicator) => [indicator.id, indicator.document]))
  const rows = all.map(({ indicator, on }) => {
    const { clause, level, next } = byIndicator.get(indicator)!
    const title = clauses.get(clause)?.title ?? clause
    return {
      title,
      facts: [dayWords(on), ...(level === undefined ? [] : [`level ${level}`])],
      notes: next === undefined ? [] : [next],
    }
  })
  return {
    id: 'lapses',
    title: 'What goes stale',
    blocks: rows.length === 0 ? [] : [{ kind: 'items', look: 'list', items: rows }],
  }
}

/** The range over time, if nobody does anything. */
function outlook({ scores }: Forecast): Section {
  if (scores.length < 2) return { id: 'outlook', title: 'If nobody does anything', blocks: [] }
  const rows = scores.map(({ on, score, potential }) => [
    dayWords(on),
    score === null || potential === null ? 'not known' : rangeWords(score, potential),
  ])
  const table: Block = {
    kind: 'table',
    caption: 'The range on the days on which it changes',
    columns: [
      { title: 'From', role: 'name' },
      { title: 'Range', role: 'words' },
    ],
    rows,
  }
  return { id: 'outlook', title: 'If nobody does anything', blocks: [table] }
}

function agendaCalendar({ asOf, items, next }: Agenda, { relationship }: AgendaInput): string {
  const names = firmNames(relationship).join(' and ')
  const dated = items.flatMap(({ kind, says, due }) =>
    due === null || due < asOf
      ? []
      : [{ key: `${names}-${kind}-${says}-${due}`, on: due, summary: says, description: names }],
  )
  const review = { key: `${names}-review-${next}`, on: next, summary: `Review: ${names || 'the relationship'}` }
  return calendarOf([review, ...dated], { today: asOf })
}
