import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { DocumentError, type Fault } from '@joinery/core'
import {
  bundleRuleSet,
  loadRuleSet,
  parseJsonText,
  readJsonFile,
  systemProblem,
  type Bundle,
  type JsonSource,
  type LocatedFault,
} from '@joinery/kit'
import { UsageError } from '../exits.ts'
import { faultLines } from '../output/print-faults.ts'
import { say, userFolder } from '../terminal.ts'
import { pluginAt, pluginCalled, searchFor } from './plugins.ts'
import { placeOf } from './rules.ts'

/**
 * A rule set as it is published; undefined where it is faulty, after its faults were said. Rules of a plugin may use the
 * operators that it brings: those of the folder itself, or of the plugin that is named.
 */
export async function bundleOf(nameOrPath: string, pluginName?: string): Promise<Bundle | undefined> {
  const place = placeOf(nameOrPath)
  const plugin = pluginName === undefined ? await pluginAt(place) : await pluginCalled(pluginName)
  if (plugin === 'faulty') return undefined
  const { ruleSet, faults, locate } = loadRuleSet(place, searchFor(plugin))
  if (ruleSet === undefined) return sayFaults(faults)
  try {
    return bundleRuleSet(ruleSet)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return sayFaults(error.faults.map(locate))
  }
}

/** What a JSON file holds; undefined where it is faulty, after its faults were said. */
export function jsonOf(name: string): unknown {
  const { value, faults } = readJsonFile(resolve(userFolder(), name))
  return faults.length === 0 ? value : sayFaults(faults)
}

/** A key from its file: what `read` makes of it. Of a private key nothing but places is ever shown. */
export function keyOf<Key>(name: string, read: (value: unknown) => Key): Key | undefined {
  const source = parseJsonText(textOf(name), resolve(userFolder(), name))
  if (source.faults.length > 0) throw new UsageError(`${name}: this is not a key: it is not JSON`)
  try {
    return read(source.value)
  } catch (error) {
    return sayPlaces(error, source)
  }
}

/** What `read` makes of a JSON file; undefined where it is faulty, after its faults were said. */
export function documentOf<Read>(name: string, read: (value: unknown) => Read): Read | undefined {
  const source = readJsonFile(resolve(userFolder(), name))
  if (source.faults.length > 0) return sayFaults(source.faults)
  try {
    return read(source.value)
  } catch (error) {
    return sayPlaces(error, source)
  }
}

function sayPlaces(error: unknown, source: JsonSource): undefined {
  if (!(error instanceof DocumentError)) throw error
  const place = (fault: Fault): LocatedFault => Object.assign({ file: source.file }, fault, source.locate(fault.path))
  return sayFaults(error.faults.map(place))
}

/** The text of a small file. */
export function textOf(name: string): string {
  try {
    return readFileSync(resolve(userFolder(), name), 'utf8')
  } catch (error) {
    throw new UsageError(`${name}: ${systemProblem(error, 'read')}`)
  }
}

function sayFaults(faults: readonly LocatedFault[]): undefined {
  say(faultLines(faults))
}
