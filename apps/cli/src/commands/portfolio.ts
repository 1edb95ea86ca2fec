import { createAssessor, portfolioOf, type Portfolio, type PortfolioRow, type Relationship } from '@joinery/core'
import { exits, UsageError } from '../exits.ts'
import { readInputs, sourcesOf } from '../input/inputs.ts'
import { ruleSetOf } from '../input/rules.ts'
import { refuseWrong } from '../input/scorer.ts'
import { choiceOf, readOptions, today } from '../options.ts'
import { clean, faultLines } from '../output/print-faults.ts'
import { print, say } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Sets relationships beside each other: which deserve the effort, where each stands, how much hangs on how few.

usage: joinery portfolio FILE… [--format table|json] [--rules NAME|PATH] [--as-of YYYY-MM-DD]

FILE is a .json file with one relationship, a .ndjson file with one a line, or a folder of both. The suggestion comes from four
scores in each record (segment.criteria): Worth to us, How much we lean on it, How hard to replace, Room to grow.
`

const options = {
  format: { type: 'string' },
  rules: { type: 'string' },
  'as-of': { type: 'string' },
} as const

/** More than this no firm looks after. */
const mostRecords = 2_000

export const portfolio: Command = { help, run: runPortfolio }

async function runPortfolio(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  if (positionals.length === 0) throw new UsageError('name the relationships: files, or a folder')
  const format = choiceOf('format', values.format, ['table', 'json'])
  const ruleSet = ruleSetOf(values.rules ?? 'iso-44003')
  if (ruleSet === undefined) return exits.badInput
  const records: Relationship[] = []
  let faulty = 0
  for await (const { relationship, faults } of readInputs(await sourcesOf(positionals), ruleSet, () => {})) {
    if (relationship === undefined) say(faultLines(faults))
    if (relationship === undefined) faulty++
    else if (records.push(relationship) > mostRecords)
      throw new UsageError(
        `these are more than ${mostRecords} relationships; "joinery assess --format ndjson" takes any number`,
      )
  }
  const asOf = values['as-of'] ?? today()
  const found = refuseWrong(() => portfolioOf(createAssessor(ruleSet), records, { asOf }))
  await print(format === 'json' ? `${JSON.stringify(found, undefined, 2)}\n` : tableOf(found))
  return faulty === 0 ? exits.fine : exits.badInput
}

function tableOf({ rows, chosen, revenue, spend }: Portfolio): string {
  const name = Math.min(32, Math.max(12, ...rows.map(({ partner }) => partner.length)))
  const head = `${'Partner'.padEnd(name)}  Deserves    Range        Target  ${rows[0]?.principles.map((_principle, index) => String(index + 1).padStart(3)).join('') ?? ''}`
  const lines = [
    head,
    ...rows.map((row) => lineOf(row, name)),
    '',
    'Levels by principle, 1 to 12; a dot where nothing is known. A star marks what the scores suggest and the record does not say yet.',
    ...chosen.map((index) => chosenWords(rows[index]!)),
    ...concentrationWords('revenue', revenue, rows.length),
    ...concentrationWords('spend', spend, rows.length),
  ]
  return `${lines.map(clean).join('\n')}\n`
}

function chosenWords({ partner, suggestion, suggestedTarget }: PortfolioRow): string {
  const target = suggestedTarget === null ? '' : ` Level ${suggestedTarget} is worth reaching.`
  return `Look after: ${partner || 'a partner without a name'}. ${suggestion.because}${target}`
}

function lineOf({ partner, segment, suggestion, headline, principles }: PortfolioRow, width: number): string {
  const deserves = segment ?? (suggestion.kind === undefined ? '–' : `${suggestion.kind}*`)
  const range = headline.score === null ? '–' : `${headline.score.toFixed(1)} – ${(headline.potential ?? 0).toFixed(1)}`
  const levels = principles
    .map(({ level, coverage }) => String(level === null || !coverage ? '·' : level).padStart(3))
    .join('')
  const shown = (partner || '(no name)').slice(0, width).padEnd(width)
  return `${shown}  ${deserves.padEnd(10)}  ${range.padEnd(11)}  ${String(headline.target ?? '–').padStart(6)}  ${levels}`
}

function concentrationWords(
  of: string,
  { known, largest, largestThree }: Portfolio['revenue'],
  rows: number,
): string[] {
  if (largest === null || largestThree === null) return []
  const percent = (share: number) => `${Math.round(share * 100)} %`
  return [
    `Of your ${of}, ${percent(largest)} hangs on one partner and ${percent(largestThree)} on three (${known} of ${rows} shares are known).`,
  ]
}
