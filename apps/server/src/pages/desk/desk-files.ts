import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { bundledFile, type ServedFile } from '../served-file.ts'

/** The scripts of the desk as they are built, ready to be served. */
export interface DeskFiles {
  /** Changes with every byte of them; part of the address under which they never change. */
  readonly version: string
  readonly files: ReadonlyMap<string, ServedFile>
}

const bundleFolder = join(dirname(createRequire(import.meta.url).resolve('@joinery/desk/package.json')), 'dist/bundle')

/** Reads the scripts into memory; undefined where they have not been built. */
export function readDeskFiles(folder: string = bundleFolder): DeskFiles | undefined {
  if (!existsSync(join(folder, 'desk.js'))) return undefined
  const version = createHash('sha256')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .toSorted()
    .map((name) => {
      const file = bundledFile('text/javascript; charset=utf-8', join(folder, name))
      version.update(`${name}\0${file.body.length}\0`).update(file.body)
      return [name, file] as const
    })
  return { version: version.digest('hex').slice(0, 16), files: new Map(files) }
}
