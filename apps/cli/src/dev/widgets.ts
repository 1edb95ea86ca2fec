import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { UsageError } from '../exits.ts'

/** The elements as they were built, by the names of their files. */
export function readWidgets(): ReadonlyMap<string, Buffer> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@joinery/widgets/package.json')), 'dist/bundle')
  const list = join(folder, 'integrity.json')
  if (!existsSync(list))
    throw new UsageError(
      'the elements that the page shows have not been built: run "pnpm --filter @joinery/widgets bundle", then this again',
    )
  const { files } = JSON.parse(readFileSync(list, 'utf8')) as { readonly files: Readonly<Record<string, string>> }
  return new Map(Object.keys(files).map((name) => [name, readFileSync(join(folder, name))]))
}
