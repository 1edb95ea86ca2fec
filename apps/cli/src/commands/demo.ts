import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { perceptionGaps } from '@joinery/core'
import { readRelationship } from '@joinery/kit'
import { ruleSetOf } from '../input/rules.ts'
import { createScorer } from '../input/scorer.ts'
import { exits, UsageError } from '../exits.ts'
import { readOptions } from '../options.ts'
import { fileOutput } from '../output/output.ts'
import { faultLines } from '../output/print-faults.ts'
import { columns, isColourful, print, say, shownPath, userFolder } from '../terminal.ts'
import type { Command } from './command.ts'

/** The day the example is from, so that its report is the same for everybody. */
const asOf = '2026-11-20'

const help = `Assesses the example that comes with Joinery: a joinery workshop of seven and its main customer.

usage: joinery demo

Prints the report and writes it as joinery-report.html, into the current folder or, where that cannot be, the folder for
temporary files.
`

export const demo: Command = { help, run: runDemo }

async function runDemo(words: readonly string[]): Promise<number> {
  if (readOptions(words, {}).positionals.length > 0) throw new UsageError('demo takes no files; "joinery assess" does')
  const ruleSet = ruleSetOf('iso-44003')
  if (ruleSet === undefined) return exits.badInput
  const example = fileURLToPath(new URL('../../examples/harbour-joinery.json', import.meta.url))
  const { relationship, faults } = readRelationship(example, ruleSet)
  if (relationship === undefined) {
    say(faultLines(faults))
    return exits.badInput
  }
  const scorer = await createScorer(ruleSet, { engine: 'compiled', asOf, scope: undefined, withPaths: true })
  const { result, paths } = await scorer.score(relationship)
  const { renderReport } = await import('@joinery/report')
  const input = { ruleSet, relationship, paths, bothViews: { pulse: perceptionGaps(relationship) } }
  await print(renderReport(result, { ...input, format: 'table', colour: isColourful(), width: columns() }))
  const page = await writeSomewhere(renderReport(result, { ...input, format: 'html' }))
  await print(`\nThe example: ${shownPath(example)}\nThe same as a page: ${page}\n`)
  return exits.fine
}

async function writeSomewhere(text: string): Promise<string> {
  const [here, elsewhere] = [userFolder(), tmpdir()].map((folder) => join(folder, 'joinery-report.html')) as [
    string,
    string,
  ]
  try {
    await write(here, text)
    return here
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    await write(elsewhere, text)
    return elsewhere
  }
}

async function write(path: string, text: string): Promise<void> {
  const output = await fileOutput(path)
  await output.write(text)
  await output.finish()
}
