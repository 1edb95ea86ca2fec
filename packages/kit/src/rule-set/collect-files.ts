import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Folders and files beside the parts of a rule set that are no parts of it. */
const otherFolders = new Set(['cases', 'coverage', 'dist', 'node_modules', 'test'])
const otherFiles = new Set(['package.json', 'rule-set.json', 'tsconfig.json', 'turbo.json'])
/** What `joinery bundle` and `joinery keygen` write, should somebody run them here. */
const otherEndings = ['.joinery.json', '.private.json', '.public.json']

const deepest = 8
const mostFiles = 2_000

/** The parts of a rule set in a folder: `rule-set.json` first, then every other JSON file below it, in order of name. */
export function collectParts(folder: string): string[] {
  return [join(folder, 'rule-set.json'), ...jsonFilesIn(folder, { below: deepest, isPart })]
}

/** All case files of a rule set, in order of name. */
export function collectCases(folder: string): string[] {
  const cases = join(folder, 'cases')
  return isFolder(cases) ? jsonFilesIn(cases, { below: deepest, isPart: (name) => name.endsWith('.json') }) : []
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function isPart(name: string): boolean {
  return name.endsWith('.json') && !otherFiles.has(name) && !otherEndings.some((ending) => name.endsWith(ending))
}

function jsonFilesIn(folder: string, options: { below: number; isPart: (name: string) => boolean }): string[] {
  const { below } = options
  // links to folders are not followed: they may lead in a circle
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'))
  const files = entries.toSorted(byName).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory())
      return below > 0 && !otherFolders.has(entry.name) ? jsonFilesIn(path, { ...options, below: below - 1 }) : []
    return options.isPart(entry.name) && isFile(path) ? [path] : []
  })
  return files.slice(0, mostFiles)
}

function byName(left: { name: string }, right: { name: string }): number {
  if (left.name === right.name) return 0
  return left.name < right.name ? -1 : 1
}
