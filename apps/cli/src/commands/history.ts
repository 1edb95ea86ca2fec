import { basename } from 'node:path'
import { createAssessor, timelineOf, type Compared } from '@joinery/core'
import { exits, UsageError } from '../exits.ts'
import { oneRelationship } from '../input/one-relationship.ts'
import { ruleSetOf } from '../input/rules.ts'
import { refuseWrong } from '../input/scorer.ts'
import { choiceOf, readOptions, today } from '../options.ts'
import { writeText } from '../output/write-text.ts'
import { columns, isColourful } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Shows how a relationship went, and why: what you changed, what aged, and what the rules changed.

usage: joinery history FILE@DAY… FILE [options]

Each FILE is the record as it was on DAY (YYYY-MM-DD), the oldest first; one without a day is as of today. Where the rules were
others, name them behind the day: may.json@2026-05-04@old-rules/

  --format table|markdown|html|json  as text, to send, drawn on a page, or as data (default: table)
  --scope NAME                       a part of the rule set, such as starter (default: full)
  --rules NAME|PATH                  the rule set (default: iso-44003)
  --out PATH                         write to a file instead
`

const options = {
  format: { type: 'string' },
  scope: { type: 'string' },
  rules: { type: 'string' },
  out: { type: 'string' },
} as const

export const history: Command = { help, run: runHistory }

async function runHistory(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  if (positionals.length === 0) throw new UsageError('name the records, the oldest first: may.json@2026-05-04 now.json')
  const format = choiceOf('format', values.format, ['table', 'markdown', 'html', 'json'])
  const course: Compared[] = []
  for (const word of positionals) {
    const one = await assessmentOf(word, values)
    if (one === undefined) return exits.badInput
    course.push(one)
  }
  checkOrder(positionals, course)
  const timeline = refuseWrong(() => timelineOf(course))
  const { relationship, assessor } = course.at(-1)!
  const { renderTimeline } = await import('@joinery/report')
  const screen = { width: columns(), colour: values.out === undefined && isColourful() }
  const text =
    format === 'json'
      ? `${JSON.stringify(timeline, undefined, 2)}\n`
      : renderTimeline(timeline, { format, ruleSet: assessor.ruleSet, relationship, ...screen })
  await writeText(text, values.out)
  return exits.fine
}

interface Wished {
  readonly rules?: string | undefined
  readonly scope?: string | undefined
}

async function assessmentOf(word: string, { rules, scope }: Wished): Promise<Compared | undefined> {
  const [, file = word, day = today(), own] = /^(.+?)@(\d{4}-\d{2}-\d{2})(?:@(.+))?$/.exec(word) ?? []
  const ruleSet = ruleSetOf(own ?? rules ?? 'iso-44003')
  const relationship = ruleSet && (await oneRelationship([file], ruleSet, 'look at'))
  if (ruleSet === undefined || relationship === undefined) return undefined
  return { assessor: createAssessor(ruleSet), relationship, options: { asOf: day, ...(scope && { scope }) } }
}

function checkOrder(words: readonly string[], course: readonly Compared[]): void {
  const at = course.findIndex(({ options: { asOf } }, index) => index > 0 && asOf < course[index - 1]!.options.asOf)
  if (at > 0)
    throw new UsageError(
      `${basename(words[at]!)} is of ${course[at]!.options.asOf}, before the one in front of it; name the oldest first`,
    )
}
