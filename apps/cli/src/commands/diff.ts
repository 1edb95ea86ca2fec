import { relative } from 'node:path'
import type { RuleSet } from '@joinery/core'
import type { Plugin } from '@joinery/core/plugin'
import {
  casesOf,
  createImpact,
  createImpactCounter,
  loadRuleSet,
  type ImpactInput,
  type LoadedRuleSet,
  type RelationshipImpact,
} from '@joinery/kit'
import { exits, UsageError } from '../exits.ts'
import { readInputs, sourcesOf, type Source } from '../input/inputs.ts'
import { pluginAt, searchFor } from '../input/plugins.ts'
import { placeOf } from '../input/rules.ts'
import { expectScope, refuseWrong } from '../input/scorer.ts'
import { choiceOf, readOptions, today } from '../options.ts'
import { diffWriters, type Compared } from '../output/diff-writers.ts'
import { faultLines } from '../output/print-faults.ts'
import { print, say, shownPath, userFolder } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Shows what differs between two versions of a rule set, how big a step of the version it asks for, and whose scores move.

usage: joinery diff BEFORE AFTER [--relationships FILE|FOLDER …] [options]

BEFORE and AFTER are names, folders or bundles; folders of plugins are compared with their code at hand. Without
--relationships, the cases of both show who moves.

  --relationships PATH   .json files with one relationship, .ndjson files with one a line, folders of both, or -; repeatable
  --scope NAME           a scope of the rule sets (default: full)
  --as-of YYYY-MM-DD     the day that ages are counted from (default: today; a case has its own)
  --format NAME          table, json or markdown (default: table)
  --strict               exit code 1 where the version says less than the changes ask for
`

const options = {
  relationships: { type: 'string', multiple: true },
  scope: { type: 'string' },
  'as-of': { type: 'string' },
  format: { type: 'string' },
  strict: { type: 'boolean' },
} as const

export const diff: Command = { help, run: runDiff }

async function runDiff(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  const format = choiceOf('format', values.format, ['table', 'json', 'markdown'])
  const [older, newer, ...others] = positionals
  if (older === undefined || newer === undefined || others.length > 0)
    throw new UsageError('name two versions of a rule set: joinery diff BEFORE AFTER')
  const [before, after] = await Promise.all([loaded(older), loaded(newer)])
  if (before?.ruleSet === undefined || after?.ruleSet === undefined) return exits.badInput
  const chosen = {
    asOf: values['as-of'] ?? today(),
    ...(values.scope !== undefined && { scope: values.scope }),
    plugins: { ...(before.plugin && { before: before.plugin }), ...(after.plugin && { after: after.plugin }) },
  }
  const pair = { before: before.ruleSet, after: after.ruleSet }
  for (const ruleSet of [pair.before, pair.after]) expectScope(ruleSet, values.scope)
  const { diff: found, of } = refuseWrong(() => createImpact(pair.before, pair.after, chosen))
  const inputs =
    values.relationships === undefined
      ? casesOfBoth(before, after)
      : relationshipsOf(await sourcesOf(values.relationships), pair.before)
  const faulty = await writeAll({ diff: found, before, after }, { inputs, of, format })
  if (faulty > 0) return exits.badInput
  return values.strict === true && !found.isBigEnough ? exits.failed : exits.fine
}

interface Loaded extends LoadedRuleSet {
  readonly plugin?: Plugin
}

/** Undefined where the code of a plugin is faulty; what is wrong was said. */
async function loaded(name: string): Promise<Loaded | undefined> {
  const place = placeOf(name)
  const plugin = await pluginAt(place)
  if (plugin === 'faulty') return undefined
  const found = loadRuleSet(place, searchFor(plugin))
  if (found.ruleSet === undefined) say(faultLines(found.faults))
  return { ...found, ...(plugin && { plugin }) }
}

interface Work {
  readonly inputs: AsyncIterable<ImpactInput | undefined> | Iterable<ImpactInput>
  readonly of: (input: ImpactInput) => RelationshipImpact
  readonly format: keyof typeof diffWriters
}

/** Writes one after another as they are read; gives the number of those that were too faulty to be scored. */
async function writeAll(compared: Compared, { inputs, of, format }: Work): Promise<number> {
  const writer = diffWriters[format](compared)
  const counter = createImpactCounter()
  let faulty = 0
  await print(writer.begin())
  for await (const input of inputs) {
    if (input === undefined) {
      faulty++
      continue
    }
    const impact = of(input)
    counter.add(impact)
    await print(writer.impact(impact))
  }
  await print(writer.end(counter.summary()))
  return faulty
}

function casesOfBoth(before: LoadedRuleSet, after: LoadedRuleSet): ImpactInput[] {
  const cases = [before, after].flatMap(({ place, ruleSet }) => casesOf(place, ruleSet!))
  return cases.map(({ file, relationship, asOf }) => ({ id: relative(userFolder(), file), relationship, asOf }))
}

async function* relationshipsOf(sources: readonly Source[], ruleSet: RuleSet): AsyncGenerator<ImpactInput | undefined> {
  for await (const { file, line, relationship, faults } of readInputs(sources, ruleSet, () => {})) {
    if (relationship === undefined) say(faultLines(faults))
    const id = line === undefined ? shownPath(file) : `${shownPath(file)}:${line}`
    yield relationship === undefined ? undefined : { id, relationship }
  }
}
