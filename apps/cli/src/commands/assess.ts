import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import type { Result } from '@joinery/core'
import { compactResult, errorRecord, lineFields } from '@joinery/kit'
import { createScorer, engines, type Scorer } from '../input/scorer.ts'
import { bytesOf, isSeveral, readInputs, sourcesOf, type Source } from '../input/inputs.ts'
import { languageOf } from '../input/languages.ts'
import { pluginsOf } from '../input/plugins.ts'
import { placeOf, ruleSetOf } from '../input/rules.ts'
import { exits, UsageError } from '../exits.ts'
import { assessLines } from '../lines/assess-lines.ts'
import { choiceOf, numberOf, readOptions, today } from '../options.ts'
import { fileOutput, standardOutput, type Output } from '../output/output.ts'
import { faultLines } from '../output/print-faults.ts'
import { createProgress, type Progress } from '../output/progress.ts'
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
import type { Command } from './command.ts'

const help = `Scores relationships by a rule set.

usage: joinery assess FILE… [options]

FILE is a .json file with one relationship, a .ndjson file with one a line, a folder of both, or - for standard input, with
one relationship or one a line.

  --rules NAME|PATH    the rule set: a name, a folder or a file (default: iso-44003)
  --scope NAME         a scope of the rule set: starter, full … (default: full)
  --as-of YYYY-MM-DD   the day that ages are counted from (default: today)
  --engine NAME        compiled, or reference: slower, on json-rules-engine, the same result (default: compiled)
  --format NAME        table, json, ndjson, markdown, html or csv (default: table)
  --fields NAME        in json and ndjson: all, scores or clauses (default: all)
  --input-hash         with --fields scores or clauses: the hash of each record too
  --out PATH           write to a file instead; with html and several relationships, to a folder
  --workers N          in ndjson: so many threads score at once; 0 or 1: none beside this one (default: one for each core)
  --plugin NAME|PATH   sector rules beside the core result; may be given several times. Its code runs here: load what you trust
  --lang TAG           the language of an HTML report (en, de, ar), and in all of them of what plugins say (default: their own)
  --input ID=FILE      a file for a fact provider of a plugin, as construction/payment-file=payments.csv; several times too
  --quiet              no progress line

--fields scores keeps, of each result: "headline" with level, score, potential, percentToTarget, target, reached, coverage and
confidence; "principles" with id, level, score, potential and coverage; "provenance" with rule set, version, hash, method,
engine, day and scope. It leaves out clauses, outcomes, reasons, next steps, lenses, notices and the hash of the record.
--fields clauses adds the clauses, with the same figures as the principles.

Files of any size: --format ndjson reads, scores and writes line by line, in order, and the number of workers changes nothing in
what is written. A faulty line gives {"error": …} in its place; the others are scored, and the exit code is 2.
`

const options = {
  rules: { type: 'string' },
  scope: { type: 'string' },
  'as-of': { type: 'string' },
  engine: { type: 'string' },
  format: { type: 'string' },
  fields: { type: 'string' },
  'input-hash': { type: 'boolean' },
  workers: { type: 'string' },
  out: { type: 'string' },
  plugin: { type: 'string', multiple: true },
  input: { type: 'string', multiple: true },
  lang: { type: 'string' },
  quiet: { type: 'boolean' },
} as const

export const assess: Command = { help, run: runAssess }

async function runAssess(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  if (positionals.length === 0) throw new UsageError('name a file to assess, or - for standard input')
  const format = choiceOf('format', values.format, formats)
  const chosen: Chosen = {
    format,
    engine: choiceOf('engine', values.engine, engines),
    fields: choiceOf('fields', values.fields, lineFields),
    workers: numberOf('workers', values.workers, { most: 256 }),
    inputHash: values['input-hash'] ?? false,
    asOf: values['as-of'] ?? today(),
    scope: values.scope,
    place: placeOf(values.rules ?? 'iso-44003'),
    out: values.out,
    plugins: values.plugin ?? [],
    inputs: values.input ?? [],
    language: languageOf(values.lang, { format, plugins: values.plugin ?? [] }),
  }
  if (chosen.workers !== undefined && !isLines(chosen))
    throw new UsageError('--workers belongs to --format ndjson and the compiled engine, without plugins')
  const ruleSet = ruleSetOf(chosen.place)
  if (ruleSet === undefined) return exits.badInput
  const plugins = await pluginsOf(ruleSet, chosen)
  if (plugins === undefined) return exits.badInput
  const { engine, asOf, scope, language } = chosen
  const withPaths = format === 'table' || format === 'markdown' || format === 'html'
  const scorer = await createScorer(ruleSet, { engine, asOf, scope, withPaths, plugins, language })
  const sources = await sourcesOf(positionals)
  const progress = createProgress({ total: bytesOf(sources), isQuiet: values.quiet ?? false })
  const work = { sources, scorer, progress, chosen }
  return isLines(chosen) ? writeLines(work) : writeReports(work)
}

interface Chosen {
  readonly format: (typeof formats)[number]
  readonly engine: (typeof engines)[number]
  readonly fields: (typeof lineFields)[number]
  readonly workers: number | undefined
  readonly inputHash: boolean
  readonly asOf: string
  readonly scope: string | undefined
  /** Where the rule set is. */
  readonly place: string
  readonly out: string | undefined
  readonly plugins: readonly string[]
  /** Files for fact providers: `id=path`. */
  readonly inputs: readonly string[]
  /** The language for what plugins say. */
  readonly language: string | undefined
}

/** What several threads can do. */
function isLines({ format, engine, plugins }: Chosen): boolean {
  return format === 'ndjson' && engine === 'compiled' && plugins.length === 0
}

interface Work {
  readonly sources: readonly Source[]
  readonly scorer: Scorer
  readonly progress: Progress
  readonly chosen: Chosen
}

/** Lines of results, on all cores. */
async function writeLines({ sources, scorer: { ruleSet }, progress, chosen }: Work): Promise<number> {
  const { asOf, scope, fields, inputHash, place, workers } = chosen
  const leavesErrors = isSeveral(sources)
  const work = { place, hash: ruleSet.hash, asOf, scope, fields, inputHash, leavesErrors }
  const output = await openOutput(chosen.out)
  const team = { workers: workers ?? availableParallelism(), isWished: workers !== undefined }
  return finished(output, leavesErrors, () => assessLines(sources, { ruleSet, work, output, progress, ...team }))
}

/** Any other format, one relationship after another. */
async function writeReports(work: Work): Promise<number> {
  const { sources, scorer, chosen } = work
  const { fields, inputHash } = chosen
  const writing: WriterOptions = {
    ruleSet: scorer.ruleSet,
    shown:
      fields === 'all'
        ? (result: Result) => result
        : (result: Result) => compactResult(result, { clauses: fields === 'clauses', inputHash }),
    isSeveral: isSeveral(sources),
    isOnScreen: chosen.out === undefined,
    language: chosen.language,
  }
  const { writer, output } = await open(chosen.format, chosen.out, writing)
  return finished(output, writing.isSeveral, () => scoreAll(work, writer, writing.isSeveral))
}

/** Makes what was written appear, unless it failed or a single relationship is faulty. */
async function finished(output: Output, keepsFaulty: boolean, write: () => Promise<number>): Promise<number> {
  try {
    const faulty = await write()
    await (faulty === 0 || keepsFaulty ? output.finish() : output.discard())
    return faulty === 0 ? exits.fine : exits.badInput
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
  const output = await openOutput(out)
  if (format === 'json') return { writer: jsonWriter(output, writing), output }
  if (format === 'ndjson') return { writer: ndjsonWriter(output, writing), output }
  return { writer: await reportWriter(output, format, writing), output }
}

async function openOutput(out: string | undefined): Promise<Output> {
  return out === undefined ? standardOutput() : fileOutput(resolve(userFolder(), out))
}

/** Scores one relationship after another; a faulty one does not keep the others from being scored. Gives the number of those. */
async function scoreAll({ sources, scorer, progress }: Work, writer: Writer, leavesErrors: boolean): Promise<number> {
  let faulty = 0
  for await (const input of readInputs(sources, scorer.recordRules, (bytes) => progress.advance(bytes, 0))) {
    const { relationship, file, line } = input
    if (relationship === undefined) {
      faulty++
      progress.clear()
      say(faultLines(input.faults))
      if (leavesErrors) await writer.faulty(errorRecord(input))
    } else await writer.result({ ...(await scorer.score(relationship)), file, line, relationship })
    progress.advance(0, 1)
  }
  await writer.end()
  progress.clear()
  return faulty
}
