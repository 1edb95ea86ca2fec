import {
  createSectorCheck,
  DocumentError,
  type AssessOptions,
  type Faults,
  type Relationship,
  type RuleSet,
  type SectorResult,
} from '@joinery/core'
import { createSectors, fitsRuleSet, recordRules, resolveSectors, type Plugin } from '@joinery/core/plugin'
import { SectorResult as SectorSchema } from '@joinery/core/result'
import * as z from 'zod'
import type { LoadedBundle } from '../rule-sets/catalogue.ts'
import { askProviders, openProviders, providerProblems, type Fetched, type ProviderRoom } from './fact-providers.ts'
import type { Loaded, PluginData } from './jobs.ts'
import { createPluginThread, type Budget, type PluginThread } from './plugin-thread.ts'

/** The sector parts of results. The code of plugins runs in threads of their own; here is only their data. */
export interface SectorRooms {
  /** The sectors that a record says something about, and that fit the rule set. */
  readonly concern: (record: Relationship, ruleSet: RuleSet) => boolean
  /** What a record may hold: the rule set with the facts of every sector that fits it. */
  readonly rulesFor: (ruleSet: RuleSet) => RuleSet
  /** Reports what a record says of the sectors otherwise than their plugins declare, whatever it is scored by later. */
  readonly checkRecord: (record: Relationship, faults: Faults) => void
  /** Asks the fact providers that were switched on; what they bring belongs to the result that is kept. */
  readonly gather: (record: Relationship, ruleSet: RuleSet, asOf: string) => Promise<Fetched[]>
  readonly assess: (
    record: Relationship,
    basis: Pick<LoadedBundle, 'ruleSet' | 'text'>,
    options: AssessOptions,
  ) => Promise<SectorResult[]>
  /** Ends the threads. */
  readonly end: () => Promise<void>
}

/** No plugins: no sector is ever concerned. */
export const noSectors: SectorRooms = {
  concern: () => false,
  rulesFor: (ruleSet) => ruleSet,
  checkRecord: () => undefined,
  gather: async () => [],
  assess: async () => [],
  end: async () => undefined,
}

const usualBudget: Budget = { milliseconds: 2_000, loadMilliseconds: 10_000, megabytes: 128 }

interface Room {
  readonly plugin: PluginData
  readonly thread: PluginThread
  readonly providers: ProviderRoom | undefined
}

/** What is wrong with plugins that a service was told to load. */
export class PluginProblem extends Error {}

/** What plugins may take, and whom they may ask. */
export interface SectorOptions {
  readonly budget?: Budget
  /** Fact providers that are asked before a result is kept; no other is ever asked. */
  readonly providers?: readonly string[]
}

/** Loads each plugin in a thread of its own. Throws a PluginProblem that names every fault of all of them. */
export async function openSectors(
  modules: readonly string[],
  { budget = usualBudget, providers = [] }: SectorOptions = {},
): Promise<SectorRooms> {
  const opened = await Promise.allSettled(modules.map((module) => openRoom(module, { budget, providers })))
  const rooms = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const end = async () => rooms.forEach(endRoom)
  const problems = opened.flatMap((one) => (one.status === 'rejected' ? [messageOf(one.reason)] : []))
  const names = rooms.map(({ plugin }) => plugin.name)
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice !== undefined) problems.push(`two plugins are called "${twice}"`)
  problems.push(
    ...providerProblems(
      providers,
      rooms.map(({ plugin }) => plugin),
    ),
  )
  if (problems.length > 0) {
    await end()
    throw new PluginProblem(problems.join('\n'))
  }
  const concerned = (record: Relationship, ruleSet: RuleSet) =>
    rooms.filter(({ plugin }) => record.ext?.[plugin.name] !== undefined && fitsRuleSet(plugin, ruleSet))
  return {
    concern: (record, ruleSet) => concerned(record, ruleSet).length > 0,
    rulesFor: createRulesFor(rooms.map(({ plugin }) => plugin)),
    checkRecord: createSectorCheck(rooms.map(({ plugin }) => plugin)),
    gather: async (record, ruleSet, asOf) => {
      const asking = concerned(record, ruleSet).flatMap((room) => room.providers ?? [])
      return (await Promise.all(asking.map((room) => askProviders(room, record, asOf)))).flat()
    },
    assess: async (record, basis, options) => {
      const parts = concerned(record, basis.ruleSet).map((room) => assessIn(room, record, { basis, options }))
      return (await Promise.all(parts)).flat()
    },
    end,
  }
}

function endRoom({ thread, providers }: Room): void {
  thread.end()
  providers?.thread.end()
}

async function openRoom(module: string, { budget, providers }: Required<SectorOptions>): Promise<Room> {
  const thread = createPluginThread(module, budget)
  try {
    const loaded = JSON.parse(await thread.run({ kind: 'load', input: module })) as Loaded
    if ('plugin' in loaded) {
      const asked = loaded.plugin.providers.filter(({ id, readsFile }) => !readsFile && providers.includes(id))
      return { plugin: loaded.plugin, thread, providers: openProviders(module, asked, budget) }
    }
    throw new Error(loaded.faults.join('; '))
  } catch (error) {
    thread.end()
    throw new Error(`${module}: ${messageOf(error)}`)
  }
}

interface Work {
  readonly basis: Pick<LoadedBundle, 'ruleSet' | 'text'>
  readonly options: AssessOptions
}

async function assessIn({ plugin, thread }: Room, record: Relationship, work: Work): Promise<SectorResult[]> {
  const { basis, options } = work
  const { asOf, scope, isWitnessed, fetched = [] } = options
  const witnessed = isWitnessed && (record.evidence ?? []).map((entry) => isWitnessed(entry))
  const chosen = scope === undefined ? { asOf, fetched } : { asOf, scope, fetched }
  const rules = { digest: basis.ruleSet.hash, text: basis.text }
  const input = { digest: rules.digest, record, options: chosen, witnessed }
  try {
    return checked(await thread.run({ kind: 'assess', input }, rules), plugin, basis.ruleSet)
  } catch (error) {
    // what gave rubbish once is not asked again
    if (!(error instanceof Error) || !error.message.startsWith('too many')) thread.end()
    return withoutCode(plugin, messageOf(error), { record, ...work })
  }
}

const Answer = z.array(SectorSchema).max(20)

/** Code of the plugin ran where this was made: it is read as what a stranger sent. */
function checked(text: string, plugin: PluginData, ruleSet: RuleSet): SectorResult[] {
  const answer = Answer.safeParse(parsed(text))
  const isWhole = answer.success && answer.data.length === (plugin.ruleSets ?? []).length
  if (!isWhole || !fitsRuleSet(plugin, ruleSet) || answer.data.some((one) => one.plugin !== plugin.name))
    throw new Error('gave a result that cannot be used')
  return answer.data
}

/** The sector with its code left out: what needs it is an error, and everybody can see why. */
function withoutCode(
  plugin: PluginData,
  reason: string,
  { record, basis, options }: Work & { readonly record: Relationship },
): SectorResult[] {
  const parts = createSectors(basis.ruleSet, [silentOf(plugin, reason)]).assess(record, options)
  return parts.map(({ sector }) =>
    Object.assign(sector, { faults: [{ contribution: plugin.name, message: reason }, ...sector.faults] }),
  )
}

/** A plugin whose functions all fail, for the data that stands beside them. */
function silentOf({ name, version, ruleSets, facts, operators, questionTypes }: PluginData, reason: string): Plugin {
  const fail = () => {
    throw new Error(reason)
  }
  return {
    name,
    ...(version === undefined ? {} : { version }),
    ...(ruleSets === undefined ? {} : { ruleSets }),
    facts: facts.map((fact) => Object.assign({ derive: fail }, fact)),
    operators: operators.map((operator) => Object.assign({ holds: fail }, operator)),
    questionTypes: questionTypes.map((type) => Object.assign({ read: fail, write: fail }, type)),
  } as Plugin
}

/** Read once for each rule set. A plugin that does not fit is said where it is assessed, and closes nothing here. */
function createRulesFor(plugins: readonly PluginData[]): SectorRooms['rulesFor'] {
  const known = new WeakMap<RuleSet, RuleSet>()
  const read = (ruleSet: RuleSet): RuleSet => {
    const fitting = plugins.filter((plugin) => fitsRuleSet(plugin, ruleSet))
    try {
      return recordRules(
        ruleSet,
        resolveSectors(
          ruleSet,
          fitting.map((plugin) => silentOf(plugin, 'no code here')),
        ),
      )
    } catch (error) {
      if (error instanceof DocumentError) return ruleSet
      throw error
    }
  }
  return (ruleSet) => {
    const rules = known.get(ruleSet) ?? read(ruleSet)
    known.set(ruleSet, rules)
    return rules
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'it failed'
}
