import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'

/** Names the files of a bundle that was just made; kept beside them. */
const listName = 'parts.json'

if (argv[1] === import.meta.filename) {
  const folder = 'dist/bundle'
  if (argv[2] === 'list') listParts(folder)
  else for (const name of sweepParts(folder)) console.log(`${folder}/${name} was of an earlier bundle: removed`)
}

/** Notes what a bundle consists of, right after it was made in an empty folder. */
export function listParts(folder: string): void {
  writeFileSync(join(folder, listName), JSON.stringify(readdirSync(folder).toSorted()))
}

/**
 * Removes what is no part of the bundle, and names it: a bundle that comes out of a cache is laid over the one before, whose
 * parts have other hashes in their names and would be served and published with it.
 */
export function sweepParts(folder: string): string[] {
  const parts = new Set([listName, ...(JSON.parse(readFileSync(join(folder, listName), 'utf8')) as string[])])
  const left = readdirSync(folder).filter((name) => !parts.has(name))
  for (const name of left) rmSync(join(folder, name), { recursive: true })
  return left
}
