import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Context, Hono } from 'hono'
import { fileProblem } from './file-problem.ts'
import { typeOf, type KeptFiles } from './kept-files.ts'
import { answerFile, bundledFile, type ServedFile } from './served-file.ts'

/** The elements as they are built, ready to be served. */
export interface WidgetFiles {
  /** Changes with every byte of them; part of the address under which they never change. */
  readonly version: string
  readonly files: ReadonlyMap<string, ServedFile>
  /** `sha384-…` of a file, for a page that pins it. */
  readonly integrityOf: (name: string) => string
  /** The file of a part, which has a hash in its name. */
  readonly partOf: (part: string) => string
  /** The files that the first question needs. */
  readonly first: readonly string[]
}

/** Said wherever the elements would be, while they have not been built. */
export const notBuilt =
  'The elements have not been built: run "pnpm run bundle" in packages/widgets, then start the service again.'

const bundleFolder = join(
  dirname(createRequire(import.meta.url).resolve('@joinery/widgets/package.json')),
  'dist/bundle',
)

/** What stands in `integrity.json`. */
interface Integrity {
  readonly version: string
  readonly first: readonly string[]
  readonly files: Readonly<Record<string, string>>
}

/** Reads the elements into memory; undefined where they have not been built. */
export function readWidgetFiles(folder: string = bundleFolder): WidgetFiles | undefined {
  const hashes = join(folder, 'integrity.json')
  if (!existsSync(hashes)) return undefined
  const integrity = JSON.parse(readFileSync(hashes, 'utf8')) as Integrity
  // what an earlier build left behind is no part of these elements
  const isPart = (name: string) =>
    name === 'integrity.json' || Object.hasOwn(integrity.files, name.replace(/\.map$/, ''))
  const names = readdirSync(folder).filter((name) => typeOf(name) !== undefined && isPart(name))
  const files = names.map(
    (name) => [name, bundledFile(typeOf(name) ?? 'application/octet-stream', join(folder, name))] as const,
  )
  return {
    version: integrity.version,
    first: integrity.first,
    files: new Map(files),
    integrityOf: (name) => integrity.files[name] ?? '',
    partOf: (part) => names.find((name) => isNamedByHash(name) && name.startsWith(`joinery-${part}-`)) ?? 'joinery.js',
  }
}

/**
 * `/widgets/joinery.js` always leads to the elements of this service, `/widgets/<version>/joinery.js` to the very same bytes
 * for ever, whichever version is at work. Parts that are fetched later carry their hash in their name, so a browser asks each
 * time whether it still has the right first file; and where a page stood open over an upgrade, its parts are there as well.
 */
export function addWidgetFiles(app: Hono, widgets: WidgetFiles | undefined, kept: KeptFiles): void {
  app.get('/widgets/:file', async (context, next) => {
    const name = context.req.param('file')
    const file = widgets?.files.get(name)
    if (file !== undefined) return answerFile(context, file, isNamedByHash(name) ? 'for-ever' : 'asked-again')
    if (isNamedByHash(name)) return answerKept(context, () => kept.newest('widgets', name), noPart)
    return widgets === undefined ? context.text(notBuilt, 503, { 'cache-control': 'no-store' }) : next()
  })
  app.get('/widgets/:version/:file', async (context) => {
    const { version, file: name } = context.req.param()
    const own = version === widgets?.version ? widgets.files.get(name) : undefined
    if (own !== undefined) return answerFile(context, own, 'for-ever')
    return answerKept(context, () => kept.find({ family: 'widgets', version }, name), noVersion)
  })
}

const noPart =
  'No version of the elements that was at work here has this part. Load the page again: it then asks for the present ones.'
const noVersion =
  'No version of the elements that was at work here has this file. /widgets/integrity.json names the version that is at work now, with the hash of each file.'

/** A file of whichever version; that of another one never changes either. */
export async function answerKept(
  context: Context,
  find: () => Promise<ServedFile | undefined>,
  missing: string,
): Promise<Response> {
  try {
    const file = await find()
    return file === undefined ? fileProblem(context, 'not-found', missing) : answerFile(context, file, 'for-ever')
  } catch {
    return fileProblem(context, 'unavailable', 'The files of other versions cannot be read just now. Try again soon.')
  }
}

function isNamedByHash(name: string): boolean {
  return /^joinery-.+-[\w-]{8}\.js$/.test(name)
}
