import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { didYouMean, type AddedOperators } from '@joinery/core'
import type { questionTypesOf } from '@joinery/core/plugin'
import { isFile, isFolder } from './collect-files.ts'

/** The rule sets that come with Joinery; the first one is the usual one. */
export const bundledRuleSets = ['iso-44003', 'example-association', 'supplier-scorecard'] as const

/** Where rule sets are looked for by name. */
export interface Search {
  /** Files or folders whose installed packages may hold rule sets, as `@joinery/rules-<name>`. */
  readonly from?: readonly string[]
  /** The folder that relative paths start from; default: the current one. */
  readonly folder?: string
  /** Operators that rules may use because a plugin brings them. */
  readonly operators?: AddedOperators
  /** Question types that questions may name for the same reason. */
  readonly questionTypes?: ReturnType<typeof questionTypesOf>
  /** What the facts that a plugin works out are made of. */
  readonly derived?: ReadonlyMap<string, readonly string[]>
}

const name = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The folder or file of a rule set; undefined where neither a path nor a package leads to one. */
export function findRuleSet(nameOrPath: string, search: Search = {}): string | undefined {
  const path = resolve(search.folder ?? '.', nameOrPath)
  if (isFile(path) || isFile(join(path, 'rule-set.json'))) return path
  return name.test(nameOrPath) ? packageOf(nameOrPath, search) : undefined
}

/** The rule set that another one extends: in a folder or a bundle beside it, or installed as a package. */
export function findBase(id: string, place: string, search: Search): string | undefined {
  if (!name.test(id)) return undefined
  const folder = isFile(place) ? dirname(place) : place
  const beside = [join(dirname(folder), id), join(folder, id)].find((path) => isFile(join(path, 'rule-set.json')))
  return (
    beside ?? bundleBeside(dirname(folder), id) ?? packageOf(id, { ...search, from: [folder, ...(search.from ?? [])] })
  )
}

/** The newest bundle of a rule set in a folder: `<id>-<version>.joinery.json`, as `joinery bundle` calls it. */
function bundleBeside(folder: string, id: string): string | undefined {
  const versions = namesIn(folder).flatMap((file) => {
    const [, name, version] = /^(.+)-(\d+\.\d+\.\d+)\.joinery\.json$/.exec(file) ?? []
    return name === id && isFile(join(folder, file)) ? [version!] : []
  })
  const newest = versions.toSorted((left, right) => left.localeCompare(right, 'en', { numeric: true })).at(-1)
  return newest === undefined ? undefined : join(folder, `${id}-${newest}.joinery.json`)
}

/** A folder that may not be read holds nothing for us. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Says why there is no rule set of that name or at that place, and what would be right. */
export function notFound(nameOrPath: string, { folder = '.' }: Search = {}): string {
  if (isFolder(resolve(folder, nameOrPath))) return 'there is no rule-set.json in this folder'
  if (!name.test(nameOrPath)) return 'there is no such file or folder'
  const hint = didYouMean(nameOrPath, bundledRuleSets)
  return `there is no rule set "${nameOrPath}"${hint || `; known names: ${bundledRuleSets.join(', ')}, or give a path`}`
}

function packageOf(id: string, { from = [] }: Search): string | undefined {
  for (const anchor of from) {
    try {
      return dirname(
        createRequire(join(anchor, existsSync(anchor) && isFolder(anchor) ? 'here' : '')).resolve(
          `@joinery/rules-${id}/package.json`,
        ),
      )
    } catch {
      // not installed for this one; another may have it
    }
  }
  return undefined
}
