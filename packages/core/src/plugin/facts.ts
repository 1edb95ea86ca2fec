import { dayOf, isoOf, type Day } from '../day.ts'
import { createFaults } from '../fault.ts'
import { stated, type Data } from '../facts/record.ts'
import { failure, isFailure, isInterval, isNotDue, notDue } from '../facts/values.ts'
import { checkRelationship } from '../parse-relationship.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { Fetched, Notice, PluginFault } from '../schema/result.ts'
import { pointerOf, shown } from '../fault.ts'
import type { Plugin, PluginFact, ValueType } from './contract.ts'
import { guarded } from './guard.ts'
import { inputCopy, onlyParts } from './parts.ts'

/** A record with the facts of a plugin in it, and what went wrong on the way. */
export interface Extended {
  /** For the evaluators: marks stand for what failed, is not due or is known only as an interval. */
  readonly record: Data
  /** What each fact of the plugin is, by its id in rules. */
  readonly values: ReadonlyMap<string, unknown>
  readonly faults: readonly PluginFault[]
  readonly notices: readonly Notice[]
}

export interface ExtendOptions {
  readonly plugin: Plugin
  /** The plugin's rule set: it declares what the facts are. */
  readonly ruleSet: RuleSet
  readonly asOf: Day
  readonly fetched: readonly Fetched[]
}

/** How rules read the fact `<name>/word`. */
export function factId(id: string): string {
  return `ext.${id.replace('/', '.')}`
}

/** Adds to a record what providers brought and what the plugin's facts give; what the record states itself always wins. */
export function extendRecord(record: Data, options: ExtendOptions): Extended {
  const { plugin, asOf } = options
  const { brought, faults } = usable(options)
  const whole = withFacts(record, plugin, brought)
  const derived = new Map<string, unknown>()
  const notices: Notice[] = []
  for (const fact of plugin.facts ?? []) {
    const id = factId(fact.id)
    const value = valueOf(fact, whole, asOf)
    const own = stated(whole, id)
    if (isFailure(value)) faults.push({ contribution: fact.id, message: value.message })
    else if (own !== undefined && value !== undefined && value !== notDue && own !== value)
      notices.push(differs(id, own, value))
    derived.set(id, own ?? value)
  }
  return { record: withFacts(whole, plugin, wordsOf(derived)), values: derived, faults, notices }
}

function differs(id: string, own: unknown, value: unknown): Notice {
  const given = isInterval(value) ? `${value.least} or more` : shown(value)
  return {
    code: 'stated-differs-from-derived',
    path: pointerOf(...id.split('.')),
    message: `the record says ${shown(own)}, but the rest of it gives ${given}; what it says counts`,
  }
}

function wordsOf(facts: ReadonlyMap<string, unknown>): Data {
  return Object.fromEntries([...facts].map(([id, value]) => [id.split('.').at(-1)!, value]))
}

/** A copy of the record with more facts of the plugin; those that are there already stay. */
function withFacts(record: Data, { name }: Plugin, facts: Data): Data {
  const ext = (record['ext'] ?? {}) as Data
  const own = (ext[name] ?? {}) as Data
  if (typeof own !== 'object' || Array.isArray(own)) return record
  const given = Object.entries(own).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return { ...record, ext: { ...ext, [name]: { ...own, ...facts, ...Object.fromEntries(given) } } }
}

/** What providers brought, as far as it is fresh and sound. */
function usable({ plugin, ruleSet, asOf, fetched }: ExtendOptions): { brought: Data; faults: PluginFault[] } {
  const faults: PluginFault[] = []
  const brought: Record<string, unknown> = {}
  for (const provider of plugin.factProviders ?? [])
    for (const { provider: id, observedAt, facts, problems } of fetched) {
      if (id !== provider.id) continue
      const say = (message: string) => faults.push({ contribution: id, message })
      for (const { place, message } of problems) say(place === '' ? message : `${place}: ${message}`)
      if (observedAt === null) continue
      const age = asOf - (dayOf(observedAt) ?? Number.NaN)
      if (!(age >= 0 && age <= provider.maxAgeDays))
        say(`what it brought is of ${shown(observedAt)}; on ${isoOf(asOf)} at most ${provider.maxAgeDays} days count`)
      else if (isSound(facts, { plugin, ruleSet, promised: provider.gives, say })) Object.assign(brought, facts)
    }
  return { brought, faults }
}

interface Soundness {
  readonly plugin: Plugin
  /** What the provider that brought them said it gives; what another one gives is no promise of its own. */
  readonly promised: readonly string[]
  readonly ruleSet: RuleSet
  readonly say: (message: string) => void
}

/** Whether brought facts are those that were promised, of the types that the rule set declares. */
function isSound(facts: Data, { plugin, ruleSet, promised, say }: Soundness): boolean {
  const strange = Object.keys(facts).filter((word) => !promised.includes(`${plugin.name}/${word}`))
  for (const word of strange.slice(0, 10)) say(`it brought "${word.slice(0, 60)}", which it did not promise`)
  const faults = createFaults()
  checkRelationship({ ext: { [plugin.name]: facts } }, ruleSet, faults)
  for (const { path, message } of faults.list.slice(0, 20)) say(`${path}: ${message}`)
  return strange.length === 0 && faults.list.length === 0
}

function valueOf(fact: PluginFact, record: Data, asOf: Day): unknown {
  const complete = (record['complete'] ?? {}) as Data
  const at = Object.freeze({
    asOf: isoOf(asOf),
    isComplete: (list: string) => Object.hasOwn(complete, list),
  })
  const result = guarded(() => fact.derive(inputCopy(onlyParts(record, fact.reads)) as Data, at) as unknown)
  if ('fault' in result) return failure(result.fault)
  const { value } = result
  if (value === undefined) return undefined
  if (isNotDue(value)) return notDue
  return fits(fact.type, value) ? value : failure(`gave ${described(value)}, not a ${typeWords[fact.type]}`)
}

const typeWords: Readonly<Record<ValueType, string>> = {
  text: 'text of at most 10000 characters',
  number: 'number',
  share: 'share of 0 and above',
  yesNo: 'yes or no (true or false)',
  date: 'day (YYYY-MM-DD)',
}

function described(value: unknown): string {
  if (value === null) return 'null; give undefined where nothing is known'
  if (typeof value === 'string') return value.length > 60 ? `text of ${value.length} characters` : shown(value)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : `a value of type ${typeof value}`
}

/** Whether a known value is of a type. */
export function fits(type: ValueType, value: unknown): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string' && value.length <= 10_000
    case 'date':
      return dayOf(value) !== undefined
    case 'yesNo':
      return typeof value === 'boolean'
    case 'number':
      return isInterval(value) ? isOrdered(value) : Number.isFinite(value)
    case 'share':
      if (isInterval(value)) return isOrdered(value) && value.least >= 0
      return typeof value === 'number' && Number.isFinite(value) && value >= 0
  }
}

function isOrdered({ least, most }: { least: number; most: number }): boolean {
  return Number.isFinite(least) && typeof most === 'number' && most >= least
}
