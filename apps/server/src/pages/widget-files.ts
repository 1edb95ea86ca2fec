import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import type { Hono } from 'hono'
import { answerFile, servedFile, type ServedFile } from './served-file.ts'

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

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
}

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
  const names = readdirSync(folder).filter((name) => Object.hasOwn(types, extname(name)) && isPart(name))
  const files = names.map((name) => [name, fileOf(folder, name)] as const)
  return {
    version: integrity.version,
    first: integrity.first,
    files: new Map(files),
    integrityOf: (name) => integrity.files[name] ?? '',
    partOf: (part) => names.find((name) => isNamedByHash(name) && name.startsWith(`joinery-${part}-`)) ?? 'joinery.js',
  }
}

function fileOf(folder: string, name: string): ServedFile {
  const packed = join(folder, `${name}.br`)
  return servedFile(
    types[extname(name)]!,
    readFileSync(join(folder, name)),
    existsSync(packed) ? readFileSync(packed) : undefined,
  )
}

/**
 * `/widgets/joinery.js` always leads to the elements of this service, `/widgets/<version>/joinery.js` to the very same bytes
 * for ever. Parts that are fetched later carry their hash in their name: a first file that was kept over an upgrade would
 * ask for parts that are gone, so a browser asks each time whether it still has the right one.
 */
export function addWidgetFiles(app: Hono, widgets: WidgetFiles | undefined): void {
  app.get('/widgets/:file', (context, next) => {
    if (widgets === undefined) return context.text(notBuilt, 503, { 'cache-control': 'no-store' })
    const name = context.req.param('file')
    const file = widgets.files.get(name)
    if (file === undefined) return next()
    return answerFile(context, file, isNamedByHash(name) ? 'for-ever' : 'asked-again')
  })
  app.get('/widgets/:version/:file', (context, next) => {
    const { version, file: name } = context.req.param()
    const file = version === widgets?.version ? widgets.files.get(name) : undefined
    return file === undefined ? next() : answerFile(context, file, 'for-ever')
  })
}

function isNamedByHash(name: string): boolean {
  return /^joinery-.+-[\w-]{8}\.js$/.test(name)
}
