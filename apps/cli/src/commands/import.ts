import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { beginFromCopy, parsePartnerCopy, type Relationship } from '@joinery/core'
import {
  answered,
  applyProposals,
  inGroups,
  keyOfColumns,
  mostBytes,
  readFile,
  type Chosen,
  type Intake,
  type Proposal,
} from '@joinery/intake'
import { systemProblem } from '@joinery/kit'
import { exits, UsageError } from '../exits.ts'
import { documentOf, jsonOf } from '../input/bundles.ts'
import { intakeLines, partnerLines } from '../output/intake-lines.ts'
import { oneRelationship } from '../input/one-relationship.ts'
import { ruleSetOf } from '../input/rules.ts'
import { readOptions, today } from '../options.ts'
import { fileOutput } from '../output/output.ts'
import { print, say, shownPath, userFolder } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Finds in your files what a record could say: shares of revenue and spend, bills paid in time, meetings, people, tasks.

usage: joinery import FILE… --into RECORD [options]

FILE is a CSV of sales, purchases, bills or tasks from any program, a calendar (.ics), address cards (.vcf) or a plan that was
filled in (joinery plan --format xlsx). They are read on
this machine and go nowhere. What is found is listed with numbers; nothing is written until you accept it, and what is
recorded already is never written over.

  --begin RECORD         with what a partner took along from its page (joinery-shared.json): begin a record of your own there
  --into RECORD          the .json file with the relationship; it tells whom to look for
  --accept all|1,3,4     write these findings into the record, each with its file as evidence
  --answer ID=VALUE      the answer to a question that a file left open; several times if need be
  --column ROLE=NAME     which column holds what, where the names do not tell: --column amount=Net
  --remember FILE        keep answers and columns there, for the next file of the same program
  --partners             list every partner of a ledger with its share, instead of looking for one
  --as-of YYYY-MM-DD     the day that the last twelve months end on (default: today)
  --out FILE             write the new record there, and leave RECORD as it is
`

const options = {
  begin: { type: 'string' },
  into: { type: 'string' },
  accept: { type: 'string' },
  answer: { type: 'string', multiple: true },
  column: { type: 'string', multiple: true },
  remember: { type: 'string' },
  partners: { type: 'boolean' },
  'as-of': { type: 'string' },
  out: { type: 'string' },
} as const

export const importFiles: Command = { help, run: runImport }

async function runImport(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  if (positionals.length === 0) throw new UsageError('name a file to read: a CSV, a calendar, address cards or a plan')
  if (values.begin !== undefined) return beginRecord(positionals, values.begin)
  if (values.into === undefined && values.partners !== true)
    throw new UsageError('say into which record: --into record.json')
  const ruleSet = ruleSetOf('iso-44003')
  if (ruleSet === undefined) return exits.badInput
  const record = values.into === undefined ? {} : await oneRelationship([values.into], ruleSet, 'import into')
  const memory = values.remember === undefined ? {} : memoryOf(values.remember)
  if (record === undefined || memory === undefined) return exits.badInput
  const asOf = values['as-of'] ?? today()
  const said = chosenFrom(values.answer ?? [], values.column ?? [])
  const intakes = await Promise.all(positionals.map((name) => readOne(name, { record, asOf, said, memory })))
  if (values.remember !== undefined) await remember(values.remember, { memory, intakes, said })
  if (values.partners === true) await print(intakes.map(partnerLines).join(''))
  const proposals = intakes.flatMap((intake) => intake.proposals)
  if (values.partners !== true || intakes.some(({ faults }) => faults.length > 0)) say(intakeLines(intakes))
  if (intakes.some(({ faults }) => faults.length > 0)) return exits.badInput
  if (values.accept === undefined || values.into === undefined) return exits.fine
  return write(values.out ?? values.into, record, accepted(values.accept, proposals))
}

/** A record that begins with a copy; what the other firm shared is then found by an import of the same file. */
async function beginRecord(names: readonly string[], record: string): Promise<number> {
  const [name, ...others] = names
  if (name === undefined || others.length > 0) throw new UsageError('name one file to begin with: joinery-shared.json')
  if (existsSync(resolve(userFolder(), record)))
    throw new UsageError(`${record}: this file is there already; begin a new one, or use --into`)
  const copy = documentOf(name, parsePartnerCopy)
  if (copy === undefined) return exits.badInput
  const output = await fileOutput(resolve(userFolder(), record))
  await output.write(`${JSON.stringify(beginFromCopy(copy).own, undefined, 2)}\n`)
  await output.finish()
  say(`${shownPath(record)}: begun. What ${copy.sharedBy} shared: joinery import ${name} --into ${record}\n`)
  return exits.fine
}

/** What was said about files before, by their columns. */
type Memory = Readonly<Record<string, Chosen>>

function memoryOf(name: string): Memory | undefined {
  try {
    statSync(resolve(userFolder(), name))
  } catch {
    return {}
  }
  const value = jsonOf(name)
  if (value === undefined) return undefined
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Memory
  throw new UsageError(`${name}: this is not a file of remembered answers; name a new one`)
}

interface Reading {
  readonly record: Relationship
  readonly asOf: string
  readonly said: Chosen
  readonly memory: Memory
}

async function readOne(name: string, { record, asOf, said, memory }: Reading): Promise<Intake> {
  const file = { name: basename(name), bytes: bytesOf(name) }
  const intake = await readFile(file, { record, asOf, chosen: said })
  const key = keyOfColumns(intake.columns)
  if (!Object.hasOwn(memory, key)) return intake
  const known = memory[key]!
  const chosen = {
    ...known,
    ...said,
    mapping: { ...known.mapping, ...said.mapping },
    answers: { ...known.answers, ...said.answers },
  }
  return readFile(file, { record, asOf, chosen })
}

function bytesOf(name: string): Uint8Array {
  const path = resolve(userFolder(), name)
  try {
    // what is too large is not even read
    return statSync(path).size > mostBytes ? new Uint8Array(mostBytes + 1) : readFileSync(path)
  } catch (error) {
    throw new UsageError(`${name}: ${systemProblem(error, 'read')}`)
  }
}

function chosenFrom(answers: readonly string[], columns: readonly string[]): Chosen {
  const pairs = [
    ...answers.map((text) => pairOf('answer', text)),
    ...columns.map((text) => pairOf('column', text)).map(([role, name]) => [`column ${role}`, name] as const),
  ]
  return pairs.reduce<Chosen>((chosen, [id, value]) => answered(chosen, id, value), {})
}

function pairOf(option: string, text: string): readonly [string, string] {
  const at = text.indexOf('=')
  if (at < 1)
    throw new UsageError(
      `--${option}: "${text}" has no "="; write it as ${option === 'answer' ? 'side=customer' : 'amount=Net'}`,
    )
  return [text.slice(0, at), text.slice(at + 1)]
}

async function remember(
  name: string,
  { memory, intakes, said }: { memory: Memory; intakes: readonly Intake[]; said: Chosen },
): Promise<void> {
  const fresh = intakes
    .filter(({ columns }) => columns.length > 0)
    .map(({ columns }) => [keyOfColumns(columns), said] as const)
  if (Object.keys(said).length === 0 || fresh.length === 0) return
  const output = await fileOutput(resolve(userFolder(), name))
  await output.write(`${JSON.stringify({ ...memory, ...Object.fromEntries(fresh) }, undefined, 2)}\n`)
  await output.finish()
}

function accepted(words: string, proposals: readonly Proposal[]): readonly Proposal[] {
  const free = proposals.filter(({ recorded }) => recorded === undefined)
  if (words === 'all') return free
  const groups = inGroups(free)
  return words.split(',').flatMap((word) => {
    const group = /^\d+$/.test(word.trim()) ? groups[Number(word) - 1] : undefined
    if (group === undefined)
      throw new UsageError(`--accept: "${word.trim()}" is not "all" and not a number from 1 to ${groups.length}`)
    return group
  })
}

async function write(name: string, record: Relationship, proposals: readonly Proposal[]): Promise<number> {
  const output = await fileOutput(resolve(userFolder(), name))
  await output.write(`${JSON.stringify(applyProposals(record, proposals), undefined, 2)}\n`)
  await output.finish()
  say(`${shownPath(name)}: ${proposals.length} ${proposals.length === 1 ? 'finding' : 'findings'} written\n`)
  return exits.fine
}
