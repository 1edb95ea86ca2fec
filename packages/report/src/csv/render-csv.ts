import type { ClauseResult, IndicatorResult, Result } from '@joinery/core'
import { flat } from '../document/text.ts'
import { subjectOf, statementOf, type ReportInput, type Subject } from '../document/subject.ts'

/** Text, a number, or nothing. */
type Value = string | number | null

interface Row {
  readonly subject: Subject
  readonly clause: ClauseResult
  readonly outcome: IndicatorResult
}

/**
 * One line per indicator, as RFC 4180 has it (UTF-8 without a mark at the start, lines end in CR LF). Every line says which
 * relationship, day and rule set it belongs to, so the files of several results can be joined: print the first with its
 * header, the others with `header: false`.
 */
export function renderCsv(result: Result, options: ReportInput & { readonly header?: boolean | undefined }): string {
  const subject = subjectOf(result, options)
  const rows = result.clauses.flatMap((clause) => clause.outcomes.map((outcome): Row => ({ subject, clause, outcome })))
  const lines = rows.map((row) => Object.values(columns).map((valueOf) => valueOf(row)))
  const header = options.header === false ? [] : [Object.keys(columns)]
  return [...header, ...lines].map((line) => `${line.map(fieldOf).join(',')}\r\n`).join('')
}

const columns: Readonly<Record<string, (row: Row) => Value>> = {
  our_firm: ({ subject }) => subject.relationship.org?.name ?? null,
  partner: ({ subject }) => subject.relationship.rel?.partnerName ?? null,
  as_of: ({ subject }) => subject.result.provenance.asOf,
  rule_set: ({ subject }) => subject.result.provenance.ruleSet,
  rule_set_version: ({ subject }) => subject.result.provenance.version,
  scope: ({ subject }) => subject.result.provenance.scope,
  principle: ({ clause }) => clause.principle,
  principle_title: ({ subject, clause }) => subject.principles.get(clause.principle)?.title ?? null,
  principle_score: ({ subject, clause }) => subject.principles.get(clause.principle)?.score ?? null,
  principle_potential: ({ subject, clause }) => subject.principles.get(clause.principle)?.potential ?? null,
  principle_level: ({ subject, clause }) => subject.principles.get(clause.principle)?.level ?? null,
  clause: ({ clause }) => clause.id,
  clause_number: ({ clause }) => clause.clause,
  clause_title: ({ clause }) => clause.title,
  clause_score: ({ clause }) => clause.score,
  clause_potential: ({ clause }) => clause.potential,
  clause_level: ({ clause }) => clause.level,
  clause_known: ({ clause }) => clause.coverage,
  clause_applies: ({ clause }) => clause.applies,
  indicator: ({ outcome }) => outcome.indicator,
  level: ({ outcome }) => outcome.level,
  statement: ({ subject, outcome }) => flat(statementOf(subject, outcome.indicator)),
  outcome: ({ outcome }) => outcome.outcome,
  value: ({ outcome }) => outcome.value,
  potential: ({ outcome }) => outcome.potential,
  declared: ({ outcome }) => outcome.declared,
  reason: ({ outcome }) => outcome.reason,
  notice: ({ subject }) => noticeOf(subject),
}

function noticeOf({ ruleSet }: Subject): string {
  const { notice } = ruleSet.document
  return notice === undefined ? 'Self-assessed.' : `Self-assessed. ${notice}`
}

function fieldOf(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = asText(value)
  // a semicolon is no separator here, but some spreadsheets take it for one
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// control characters, and marks that make a reader see text in another order than it is written
// oxlint-disable-next-line no-control-regex
const unsafe = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g

/** Text that a spreadsheet takes for text: what could begin a formula gets an apostrophe in front. */
function asText(value: string): string {
  const printable = value.replace(unsafe, '')
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(printable) ? `'${printable}` : printable
}
