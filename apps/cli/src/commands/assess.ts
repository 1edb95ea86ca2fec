import { resolve } from 'node:path'
import type { Result } from '@joinery/core'
import { compactResult, type Input } from '@joinery/kit'
import { createScorer, engines, type Scorer } from '../input/scorer.ts'
import { readInputs, sourcesOf, type Source } from '../input/inputs.ts'
import { ruleSetOf } from '../input/rules.ts'
import { exits, UsageError } from '../exits.ts'
import { choiceOf, readOptions, today } from '../options.ts'
import { fileOutput, standardOutput, type Output } from '../output/output.ts'
import { faultLines } from '../output/print-faults.ts'
import { createProgress } from '../output/progress.ts'
import {
  folderWriter,
  formats,
  jsonWriter,
  ndjsonWriter,
  reportWriter,
  type Writer,
  type WriterOptions,
} from '../output/writers.ts'
import { say, userFolder } from '../terminal.ts'
import type { Command } from './index.ts'

const help = `Scores relationships by a rule set.

usage: joinery assess FILE… [options]

FILE is a .json file with one relationship, a .ndjson file with one a line, a folder of both, or - for standard input.

  --rules NAME|PATH    the rule set: a name, a folder or a file (default: iso-44003)
  --scope NAME         a scope of the rule set: starter, full … (default: full)
  --as-of YYYY-MM-DD   the day that ages are counted from (default: today)
  --engine NAME        compiled, or reference: slower, on json-rules-engine, the same result (default: compiled)
  --format NAME        table, json, ndjson, markdown, html or csv (default: table)
  --fields scores      in json and ndjson: the scores alone, without what explains them
  --out PATH           write to a file instead; with html and several relationships, to a folder
  --quiet              no progress bar

A faulty line of a .ndjson file gives {"error": …} in its place; the others are scored, and the exit code is 2.
`

const options = {
  rules: { type: 'string' },
  scope: { type: 'string' },
  'as-of': { type: 'string' },
  engine: { type: 'string' },
  format: { type: 'string' },
  fields: { type: 'string' },
  out: { type: 'string' },
  quiet: { type: 'boolean' },
} as const

export const assess: Command = { help, run: runAssess }

async function runAssess(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  if (positionals.length === 0) throw new UsageError('name a file to assess, or - for standard input')
  const format = choiceOf('format', values.format, formats)
  const engine = choiceOf('engine', values.engine, engines)
  const fields = choiceOf('fields', values.fields, ['all', 'scores'])
  const sources = sourcesOf(positionals)
  const ruleSet = ruleSetOf(values.rules ?? 'iso-44003')
  if (ruleSet === undefined) return exits.badInput
  const scorer = await createScorer(ruleSet, {
    engine,
    asOf: values['as-of'] ?? today(),
    scope: values.scope,
    withPaths: format === 'table' || format === 'markdown' || format === 'html',
  })
  const writing: WriterOptions = {
    ruleSet,
    shown: fields === 'scores' ? compactResult : (result: Result) => result,
    isSeveral: sources.length > 1 || sources[0]?.kind === 'lines',
    isOnScreen: values.out === undefined,
  }
  const { writer, output } = await open(format, values.out, writing)
  try {
    const code = await scoreAll(sources, {
      scorer,
      writer,
      isQuiet: values.quiet ?? false,
      isSeveral: writing.isSeveral,
    })
    // a single relationship that is faulty leaves no file behind
    await (code === exits.fine || writing.isSeveral ? output.finish() : output.discard())
    return code
  } catch (error) {
    await output.discard()
    throw error
  }
}

async function open(
  format: (typeof formats)[number],
  out: string | undefined,
  writing: WriterOptions,
): Promise<{ writer: Writer; output: Output }> {
  if (format === 'html' && writing.isSeveral) {
    if (out === undefined) throw new UsageError('several HTML reports need a folder: --out FOLDER')
    return { writer: await folderWriter(out, writing), output: standardOutput() }
  }
  const output = out === undefined ? standardOutput() : await fileOutput(resolve(userFolder(), out))
  if (format === 'json') return { writer: jsonWriter(output, writing), output }
  if (format === 'ndjson') return { writer: ndjsonWriter(output, writing), output }
  return { writer: await reportWriter(output, format, writing), output }
}

interface Work {
  readonly scorer: Scorer
  readonly writer: Writer
  readonly isQuiet: boolean
  readonly isSeveral: boolean
}

/** Scores one relationship after another; a faulty one does not keep the others from being scored. */
async function scoreAll(sources: readonly Source[], { scorer, writer, isQuiet, isSeveral }: Work): Promise<number> {
  const total = sources.reduce((sum, { bytes }) => sum + bytes, 0)
  const progress = createProgress(total, isQuiet)
  let faulty = 0
  for await (const input of readInputs(sources, scorer.ruleSet, progress.onBytes)) {
    if (input.relationship === undefined) {
      faulty++
      progress.clear()
      say(faultLines(input.faults))
      if (isSeveral) await writer.faulty(errorRecord(input))
    } else {
      const scored = await scorer.score(input.relationship)
      await writer.result({ ...scored, file: input.file, line: input.line, relationship: input.relationship })
    }
    progress.onResult()
  }
  await writer.end()
  progress.clear()
  return faulty === 0 ? exits.fine : exits.badInput
}

function errorRecord({ file, line, faults }: Input) {
  return { error: line === undefined ? { file, faults } : { line, faults } }
}
