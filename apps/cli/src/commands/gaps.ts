import {
  declaredAnswers,
  isCalendarDay,
  perceptionGaps,
  principleGaps,
  type Relationship,
  type RuleSet,
  type SideAnswers,
} from '@joinery/core'
import { exits, UsageError } from '../exits.ts'
import { oneRelationship } from '../input/one-relationship.ts'
import { ruleSetOf } from '../input/rules.ts'
import { choiceOf, readOptions, today } from '../options.ts'
import { writeText } from '../output/write-text.ts'
import { columns, isColourful } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Sets both sides' answers beside each other: blind spots, hidden strengths, and what both agreed to do about them.

usage: joinery gaps OURS THEIRS [options]

OURS and THEIRS are .json files with the relationship as either side sees it. Compared are the statements that both
answered, principle by principle, and the pulses of OURS.

  --format table|markdown|html|json  as text, to send, to print, or as data (default: table)
  --rules NAME|PATH                  the rule set (default: iso-44003)
  --as-of YYYY-MM-DD                 the day that answers without one of their own were given (default: today)
  --out PATH                         write to a file instead
`

const options = {
  format: { type: 'string' },
  rules: { type: 'string' },
  'as-of': { type: 'string' },
  out: { type: 'string' },
} as const

export const gaps: Command = { help, run: runGaps }

async function runGaps(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  const [ours, theirs, ...others] = positionals
  if (ours === undefined || theirs === undefined || others.length > 0)
    throw new UsageError('name two .json files: the relationship as you see it, and as the partner does')
  const format = choiceOf('format', values.format, ['table', 'markdown', 'html', 'json'])
  const ruleSet = ruleSetOf(values.rules ?? 'iso-44003')
  if (ruleSet === undefined) return exits.badInput
  const relationship = await oneRelationship([ours], ruleSet, 'compare')
  const other = await oneRelationship([theirs], ruleSet, 'compare')
  if (relationship === undefined || other === undefined) return exits.badInput
  const asOf = checkedDay(values['as-of'] ?? today())
  const sides = { us: sideOf(ruleSet, relationship, asOf), partner: sideOf(ruleSet, other, asOf) }
  const [found, pulse] = [principleGaps(ruleSet, sides), perceptionGaps(relationship)]
  const { renderGaps } = await import('@joinery/report')
  const screen = { width: columns(), colour: values.out === undefined && isColourful() }
  const text =
    format === 'json'
      ? `${JSON.stringify({ principles: found, pulse: pulse ?? null }, undefined, 2)}\n`
      : renderGaps(found, { format, ruleSet, relationship, asOf, pulse, ...screen })
  await writeText(text, values.out)
  return exits.fine
}

function checkedDay(day: string): string {
  if (isCalendarDay(day)) return day
  throw new UsageError(`--as-of: "${day}" is not a day; write it as 2026-11-24`)
}

/** What one record declares, with the day of the newest answer. */
function sideOf(ruleSet: RuleSet, record: Relationship, asOf: string): SideAnswers {
  const days = Object.values(record.answers ?? {}).flatMap(({ at }) => (at === undefined || at === '' ? [] : [at]))
  return { at: days.toSorted().at(-1) ?? asOf, answers: declaredAnswers(ruleSet, record) }
}
