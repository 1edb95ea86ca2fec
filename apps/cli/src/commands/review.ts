import { agendaOf, createAssessor, forecast } from '@joinery/core'
import { exits } from '../exits.ts'
import { oneRelationship } from '../input/one-relationship.ts'
import { ruleSetOf } from '../input/rules.ts'
import { refuseWrong } from '../input/scorer.ts'
import { choiceOf, numberOf, readOptions, today } from '../options.ts'
import { writeText } from '../output/write-text.ts'
import { columns, isColourful } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Makes the agenda of a review of five minutes: promises due, risks to read again, what goes stale and what that will cost.

usage: joinery review FILE [options]

FILE is a .json file with one relationship, or - for standard input.

  --format table|markdown|html|ics  as text, to send, to print, or for a calendar (default: table)
  --days N                          how far to look ahead (default: 183)
  --rules NAME|PATH                 the rule set (default: iso-44003)
  --as-of YYYY-MM-DD                the day of the review (default: today)
  --out PATH                        write to a file instead
`

const options = {
  format: { type: 'string' },
  days: { type: 'string' },
  rules: { type: 'string' },
  'as-of': { type: 'string' },
  out: { type: 'string' },
} as const

export const review: Command = { help, run: runReview }

async function runReview(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  const format = choiceOf('format', values.format, ['table', 'markdown', 'html', 'ics'])
  const days = numberOf('days', values.days, { most: 1_100 }) ?? 183
  const ruleSet = ruleSetOf(values.rules ?? 'iso-44003')
  if (ruleSet === undefined) return exits.badInput
  const relationship = await oneRelationship(positionals, ruleSet, 'review')
  if (relationship === undefined) return exits.badInput
  const asOf = values['as-of'] ?? today()
  const assessor = createAssessor(ruleSet)
  const { agenda, ahead } = refuseWrong(() => ({
    agenda: agendaOf(assessor, relationship, { asOf }),
    ahead: forecast(assessor, relationship, { asOf, days: Math.max(1, days) }),
  }))
  const { renderAgenda } = await import('@joinery/report')
  const screen = { width: columns(), colour: values.out === undefined && isColourful() }
  const text = renderAgenda(agenda, { format, ruleSet, relationship, forecast: ahead, ...screen })
  await writeText(text, values.out)
  return exits.fine
}
