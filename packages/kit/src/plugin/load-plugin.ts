import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createFaults, DocumentError, isPlainObject, type Fault } from '@joinery/core'
import { checkPlugin, type Plugin } from '@joinery/core/plugin'
import { fileFault, type LocatedFault } from '../located-fault.ts'
import { isFile, isFolder } from '../rule-set/collect-files.ts'
import type { Search } from '../rule-set/find-rule-set.ts'
import { lendCore } from './lend-core.ts'

/** A plugin from its package or file, or what keeps it from being used. */
export interface LoadedPlugin {
  /** Its folder or file. */
  readonly place: string
  readonly plugin: Plugin | undefined
  readonly faults: readonly LocatedFault[]
}

/** The word in the `keywords` of a package.json that makes a folder a plugin. */
const keyword = 'joinery-plugin'

/** Whether a folder holds a plugin: its package.json says so. */
export function isPluginFolder(path: string): boolean {
  const keywords = packageOf(path)?.['keywords']
  return Array.isArray(keywords) && keywords.includes(keyword)
}

/**
 * Loads a plugin by the name of its package, or from a folder or file. Its code runs in this process: load only what you
 * trust. Nothing is thrown: what is wrong is in `faults`.
 *
 * @example
 * const { plugin, faults } = await loadPlugin('@joinery/plugin-construction', { from: [import.meta.filename] })
 */
export async function loadPlugin(nameOrPath: string, search: Search = {}): Promise<LoadedPlugin> {
  const found = findPlugin(nameOrPath, search)
  if (found === undefined) return nothing(nameOrPath, notFound(nameOrPath))
  const { place, entry } = found
  lendCore()
  try {
    const module = (await import(pathToFileURL(entry).href)) as { readonly default?: unknown }
    if (module.default === undefined)
      return nothing(entry, 'it has no default export; write: export default definePlugin({ … })')
    const faults = createFaults()
    const plugin = checkPlugin(module.default, faults)
    return { place, plugin, faults: located(faults.list, entry) }
  } catch (error) {
    if (error instanceof DocumentError) return { place, plugin: undefined, faults: located(error.faults, entry) }
    return { place: entry, plugin: undefined, faults: [codeFault(error, entry)] }
  }
}

function located(faults: readonly Fault[], file: string): LocatedFault[] {
  return faults.map((fault) => Object.assign({ file }, fault))
}

function nothing(place: string, message: string): LoadedPlugin {
  return { place, plugin: undefined, faults: [fileFault(place, 'unreadable', message)] }
}

/** What keeps code from being loaded, with the place in the plugin's own files as far as the engine tells it. */
function codeFault(error: unknown, entry: string): LocatedFault {
  const fault = fileFault(entry, 'unreadable', `its code cannot be loaded: ${messageOf(error)}`)
  const { message = '', stack = '' } = error instanceof Error ? error : {}
  // what is imported and not there has no line in the stack, only the file that asks for it
  const importer = /^Cannot find .+ imported from (.+)$/m.exec(message)?.[1]
  if (importer !== undefined) return { ...fault, file: importer }
  const [, address, line, column] = /(file:\/\/[^\s():]+):(\d+)(?::(\d+))?/.exec(stack) ?? []
  if (address === undefined || address.includes('/node_modules/')) return fault
  return { ...fault, file: fileURLToPath(address), line: Number(line), column: Number(column ?? 1) }
}

function notFound(nameOrPath: string): string {
  return `there is no plugin "${nameOrPath}"; give the name of an installed package, or a path to its folder or file`
}

/** One line: what code throws may be long and of many lines. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : 'it failed without saying why'
  return text.split('\n')[0]!.slice(0, 300)
}

interface Found {
  readonly place: string
  readonly entry: string
}

/** Where a plugin is, and the module that it gives; none of its code runs. */
export function findPlugin(nameOrPath: string, { folder = '.', from = [] }: Search): Found | undefined {
  const path = resolve(folder, nameOrPath)
  if (isFile(path)) return { place: path, entry: path }
  if (isFolder(path)) return entryIn(path)
  if (/^[./\\]/.test(nameOrPath)) return undefined
  for (const anchor of from) {
    const place = installed(nameOrPath, anchor)
    if (place !== undefined) return entryIn(place)
  }
  return undefined
}

/** The folder of an installed package: what it exports is its own business, so the folders are looked through. */
function installed(name: string, anchor: string): string | undefined {
  for (let folder = resolve(anchor); folder !== dirname(folder); folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name)
    if (isFolder(place)) return place
  }
  return undefined
}

/** The module that a package gives for itself. */
function entryIn(folder: string): Found | undefined {
  const exports = packageOf(folder)?.['exports']
  const main: unknown = isPlainObject(exports) && '.' in exports ? exports['.'] : exports
  const named: unknown = isPlainObject(main) ? (main['import'] ?? main['default']) : main
  const candidates = [...(typeof named === 'string' ? [named] : []), 'src/index.ts', 'index.js', 'index.ts']
  const entry = candidates.map((candidate) => join(folder, candidate)).find(isFile)
  return entry === undefined ? undefined : { place: folder, entry }
}

function packageOf(folder: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return isPlainObject(data) ? data : undefined
  } catch {
    return undefined
  }
}
