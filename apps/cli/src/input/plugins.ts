import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { DocumentError, type Relationship, type RuleSet } from '@joinery/core'
import { gatherFacts, recordRules, resolveSectors, type Plugin, type Sector } from '@joinery/core/plugin'
import { isPluginFolder, loadPlugin, searchWith, systemProblem, type Search } from '@joinery/kit'
import { UsageError } from '../exits.ts'
import { faultLines } from '../output/print-faults.ts'
import { say, userFolder } from '../terminal.ts'
import { search } from './search.ts'

/** Plugins that were named, and the files for their fact providers. */
export interface Plugins {
  readonly plugins: readonly Plugin[]
  /** Their rule sets on top of the one at hand. */
  readonly sectors: readonly Sector[]
  /** What a record may hold: the rule set with the facts of all sectors. */
  readonly recordRules: RuleSet
  /** What providers bring about one relationship. */
  readonly fetched: (relationship: Relationship, asOf: string) => ReturnType<typeof gatherFacts>
}

export interface PluginOptions {
  readonly plugins: readonly string[]
  readonly inputs: readonly string[]
}

/** Loads what `--plugin` and `--input` name; undefined where something is faulty, after its faults were said. */
export async function pluginsOf(ruleSet: RuleSet, options: PluginOptions): Promise<Plugins | undefined> {
  const loaded = await Promise.all(options.plugins.map((name) => loadPlugin(name, search())))
  const faults = loaded.flatMap((one) => one.faults)
  if (faults.length > 0) say(faultLines(faults))
  const plugins = loaded.flatMap(({ plugin }) => plugin ?? [])
  if (plugins.length < loaded.length) return undefined
  const files = filesOf(options.inputs, plugins)
  const sectors = sectorsOf(ruleSet, plugins)
  if (sectors === undefined) return undefined
  return {
    plugins,
    sectors,
    recordRules: recordRules(ruleSet, sectors),
    fetched: (relationship, asOf) => gatherFacts(plugins, relationship, { asOf, files, host: globalThis }),
  }
}

function sectorsOf(ruleSet: RuleSet, plugins: readonly Plugin[]): readonly Sector[] | undefined {
  try {
    return resolveSectors(ruleSet, plugins)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    say(faultLines(error.faults.map((fault) => Object.assign({ file: '--plugin' }, fault))))
    return undefined
  }
}

/** `--input construction/payment-file=payments.csv`: the bytes of files, by the provider that reads them. */
function filesOf(inputs: readonly string[], plugins: readonly Plugin[]): ReadonlyMap<string, Uint8Array> {
  const known = plugins.flatMap(({ factProviders = [] }) => factProviders.flatMap(({ id, file }) => (file ? [id] : [])))
  return new Map(
    inputs.map((input) => {
      const [id, ...path] = input.split('=')
      if (!known.includes(id!) || path.length === 0)
        throw new UsageError(
          `--input ${input}: write PROVIDER=FILE; ${known.length === 0 ? 'no plugin that was named reads files' : `known providers: ${known.join(', ')}`}`,
        )
      return [id!, bytesOf(path.join('='))] as const
    }),
  )
}

function bytesOf(name: string): Uint8Array {
  try {
    return readFileSync(resolve(userFolder(), name))
  } catch (error) {
    throw new UsageError(`${name}: ${systemProblem(error, 'read')}`)
  }
}

/** The plugin in a folder that says it is one; its faults are said, and it is 'faulty' then. */
export async function pluginAt(place: string): Promise<Plugin | undefined | 'faulty'> {
  if (!isPluginFolder(place)) return undefined
  const { plugin, faults } = await loadPlugin(place, search())
  if (plugin === undefined) say(faultLines(faults))
  return plugin ?? 'faulty'
}

/** The plugin that `--plugin` names, for its operators and question types; its faults are said, and it is 'faulty' then. */
export async function pluginCalled(name: string): Promise<Plugin | 'faulty'> {
  const plugin = await pluginAt(resolve(userFolder(), name))
  if (plugin === undefined) throw new UsageError(`--plugin ${name}: this is not the folder of a plugin`)
  return plugin
}

/** Where to look for rule sets, and the operators that a plugin lends them. */
export function searchFor(plugin: Plugin | undefined): Search {
  return plugin === undefined ? search() : searchWith(plugin, search())
}
