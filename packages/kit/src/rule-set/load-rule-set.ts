import { realpathSync } from 'node:fs'
import { basename } from 'node:path'
import type { Fault, RuleSet } from '@joinery/core'
import { readJsonFile, type JsonSource } from '../json/json-source.ts'
import { fileFault, inOrder, type LocatedFault } from '../located-fault.ts'
import { withOtherPlace } from '../overlay/other-place.ts'
import { systemProblem } from '../system-problem.ts'
import { collectParts, isFolder } from './collect-files.ts'
import { findBase, findRuleSet, notFound, type Search } from './find-rule-set.ts'
import type { LoadedRuleSet } from './loaded-rule-set.ts'
import { mergeParts } from './merge-parts.ts'
import { locateFault } from './origins.ts'
import { readWhole, type Reading } from './read-whole.ts'

/**
 * Loads a rule set by name, from a folder of parts, or from one file. Nothing is thrown: what is wrong is in `faults`.
 *
 * @example
 * const { ruleSet, faults } = loadRuleSet('iso-44003', { from: [import.meta.filename] })
 */
export function loadRuleSet(nameOrPath: string, search: Search = {}): LoadedRuleSet {
  const place = findRuleSet(nameOrPath, search)
  return place === undefined
    ? nothing(nameOrPath, notFound(nameOrPath, search))
    : loadFrom(place, { search, chain: [] })
}

interface Way {
  readonly search: Search
  /** The places of the rule sets that lead here through `extends`. */
  readonly chain: readonly string[]
}

function loadFrom(place: string, way: Way): LoadedRuleSet {
  const sources = readParts(place)
  const unreadable = sources.flatMap(({ faults }) => faults)
  const merged = mergeParts(sources)
  const locate = (fault: Fault) => locateFault(merged, fault)
  const { base, fault } = loadBase(place, merged.document, way)
  const bases = base?.ruleSet === undefined ? [] : [base.ruleSet, ...basesOf(base)]
  const isWhole = sources.some(({ value }) => value !== undefined)
  const { operators, questionTypes } = way.search
  const reading = isWhole ? readWhole(merged.document, { bases, operators, questionTypes }) : nothingRead
  const faults = [
    ...unreadable,
    ...merged.faults,
    ...(fault === undefined ? [] : [locate(fault)]),
    ...ownFaults(reading, base, locate),
  ]
  const all = [...inOrder(withoutRepeats(faults)), ...(base?.faults ?? [])]
  const ruleSet = all.length === 0 ? reading.ruleSet : undefined
  return { place, ruleSet, faults: all, own: reading.mended, base, locate }
}

const nothingRead: Reading = { ruleSet: undefined, mended: undefined, faults: [] }

function ownFaults(
  { faults, mended }: Reading,
  base: LoadedRuleSet | undefined,
  locate: LoadedRuleSet['locate'],
): LocatedFault[] {
  // what core says about a base that is not there was said before, with the place where it was looked for
  const own = base?.ruleSet === undefined ? faults.filter(({ path }) => path !== '/extends/ruleSet') : faults
  return own.map((fault) => locate(withOtherPlace(fault, { own: mended, base, locate })))
}

function readParts(place: string): JsonSource[] {
  try {
    return (isFolder(place) ? collectParts(place) : [place]).map(readJsonFile)
  } catch (error) {
    const fault = fileFault(place, 'unreadable', systemProblem(error, 'read'))
    return [{ file: place, value: undefined, faults: [fault], locate: () => undefined }]
  }
}

function loadBase(place: string, document: unknown, way: Way): { base?: LoadedRuleSet; fault?: Fault } {
  const id = (document as { extends?: { ruleSet?: unknown } | null }).extends?.ruleSet
  if (typeof id !== 'string') return {}
  const found = findBase(id, place, way.search)
  const at = { path: '/extends/ruleSet', value: id, severity: 'error' } as const
  if (found === undefined) return { fault: { ...at, code: 'unknown-id', message: notFound(id) } }
  const chain = [...way.chain, realpathSync(place)]
  if (!chain.includes(realpathSync(found))) return { base: loadFrom(found, { ...way, chain }) }
  const circle = [...chain.slice(chain.indexOf(realpathSync(found))), found].map((path) => basename(path)).join(' → ')
  return { fault: { ...at, code: 'circular', message: `a rule set cannot extend itself: ${circle}` } }
}

function basesOf({ base }: LoadedRuleSet): RuleSet[] {
  return base?.ruleSet === undefined ? [] : [base.ruleSet, ...basesOf(base)]
}

function withoutRepeats(faults: readonly LocatedFault[]): LocatedFault[] {
  return [
    ...new Map(
      faults.map((fault) => [JSON.stringify([fault.file, fault.path, fault.code, fault.message]), fault]),
    ).values(),
  ]
}

function nothing(nameOrPath: string, message: string): LoadedRuleSet {
  const fault = fileFault(nameOrPath, 'unreadable', message)
  const locate = (inside: Fault): LocatedFault => ({ ...inside, file: nameOrPath })
  return { place: nameOrPath, ruleSet: undefined, faults: [fault], own: undefined, base: undefined, locate }
}
