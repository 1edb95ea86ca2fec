import { mkdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { checkRelationship, createFaults, type RuleSet } from '@joinery/core'
import { createMigrator, type AnswerMove, type LocatedFault, type Migrator } from '@joinery/kit'
import { exits, UsageError } from '../exits.ts'
import { readInputs, sourcesOf, type Source } from '../input/inputs.ts'
import { ruleSetOf } from '../input/rules.ts'
import { choiceOf, readOptions } from '../options.ts'
import { migrationWriters, type MigrationWriter } from '../output/migration-writers.ts'
import { fileOutput, trying } from '../output/output.ts'
import { faultLines } from '../output/print-faults.ts'
import { print, say, shownPath, userFolder } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Carries records from one version of a rule set to another: answers follow their indicators, and nothing is deleted.

usage: joinery migrate --from NAME|PATH --to NAME|PATH FILE… --out FOLDER

FILE is a .json file with one relationship, a .ndjson file with one a line, or a folder of both. An answer that cannot follow
is kept in the record, under ext.joinery.retiredAnswers, and told in the report.

  --out FOLDER     where to write the new files, under the same names
  --in-place       instead: write over the files themselves
  --format NAME    the report: table or json (default: table)

Exit code 1: a record that was written does not fit the later version in every place. 2: a record is faulty; its file is left out.
`

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
  'in-place': { type: 'boolean' },
  format: { type: 'string' },
} as const

export const migrate: Command = { help, run: runMigrate }

async function runMigrate(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  const format = choiceOf('format', values.format, ['table', 'json'])
  if (values.from === undefined || values.to === undefined)
    throw new UsageError('name both versions of the rule set: --from BEFORE --to AFTER')
  if (positionals.length === 0) throw new UsageError('name the files to carry over')
  if ((values.out === undefined) === (values['in-place'] !== true))
    throw new UsageError('say where to write: --out FOLDER, or --in-place')
  const targets = targetsOf(await sourcesOf(positionals), values.out)
  const [before, after] = [ruleSetOf(values.from), ruleSetOf(values.to)]
  if (before === undefined || after === undefined) return exits.badInput
  const migrator = createMigrator(before, after)
  const writer = migrationWriters[format](migrator.map, { before, after })
  if (values.out !== undefined) await makeFolder(values.out)
  await print(writer.begin())
  const work: Work = { before, after, migrator, writer }
  const codes: number[] = []
  for (const target of targets) codes.push(await migrateFile(target, work))
  await print(writer.end())
  return Math.max(...codes)
}

interface Target {
  readonly source: Source
  readonly path: string
}

/** Where each file goes; never onto itself, unless that was asked for, and never two into one. */
function targetsOf(sources: readonly Source[], out: string | undefined): Target[] {
  const targets = sources.map((source) => {
    if (source.kind === 'document' || source.kind === 'lines')
      throw new UsageError('standard input has no name to write to; name files')
    return { source, path: out === undefined ? source.path : join(resolve(userFolder(), out), basename(source.path)) }
  })
  for (const { source, path } of targets) {
    if (out !== undefined && path === source.path)
      throw new UsageError(`${shownPath(path)} would be written over; choose another folder, or say --in-place`)
    if (targets.some((other) => other.path === path && other.source.path !== source.path))
      throw new UsageError(`two files are called ${basename(path)}; carry them over one folder at a time`)
  }
  return targets
}

async function makeFolder(out: string): Promise<void> {
  await trying(out, () => mkdir(resolve(userFolder(), out), { recursive: true }))
}

interface Work {
  readonly before: RuleSet
  readonly after: RuleSet
  readonly migrator: Migrator
  readonly writer: MigrationWriter
}

/** Carries one file over, record by record; a file with a faulty record is not written at all. */
async function migrateFile({ source, path }: Target, { before, after, migrator, writer }: Work): Promise<number> {
  const output = await fileOutput(path)
  const reports: { line: number | undefined; answers: readonly AnswerMove[] }[] = []
  let [faulty, misfits] = [0, 0]
  try {
    for await (const { file, line, relationship, faults } of readInputs([source], before, () => {})) {
      if (relationship === undefined) {
        faulty++
        say(faultLines(faults))
        continue
      }
      const moved = migrator.migrate(relationship)
      const left = misfitsOf(moved.relationship, after, { file, line })
      misfits += left.length
      if (left.length > 0) say(faultLines(left))
      const indent = source.kind === 'file of lines' ? undefined : 2
      await output.write(`${JSON.stringify(moved.relationship, undefined, indent)}\n`)
      reports.push({ line, answers: moved.answers })
    }
  } catch (error) {
    await output.discard()
    throw error
  }
  await (faulty === 0 ? output.finish() : output.discard())
  if (faulty === 0) for (const one of reports) await print(writer.record({ file: shownPath(path), ...one }))
  else say(`${shownPath(source.path)}: left out; mend it first`)
  if (faulty > 0) return exits.badInput
  return misfits > 0 ? exits.failed : exits.fine
}

/** What of a record that was carried over does not fit the later version: sector data of another type. */
function misfitsOf(
  relationship: unknown,
  after: RuleSet,
  { file, line }: { file: string; line: number | undefined },
): LocatedFault[] {
  const faults = createFaults()
  checkRelationship(relationship, after, faults)
  return faults.list.map((fault) => Object.assign({ file }, fault, line === undefined ? {} : { line }))
}
