import { readFileSync, realpathSync } from 'node:fs'
// by its whole: older Node has no such export, and naming it would keep this file from loading
import * as nodeModule from 'node:module'
import { createRequire } from 'node:module'
import { dirname, extname, relative, resolve, sep } from 'node:path'

/** A file as a browser takes it. */
export interface Served {
  readonly type: string
  readonly body: string | Buffer
}

/**
 * A module or a JSON file in a folder, TypeScript without its types; undefined for everything else. Links that lead out of the
 * folder, hidden files and other people's packages are not served.
 */
export function moduleIn(folder: string, path: string): Served | undefined {
  const file = inside(folder, path)
  if (file === undefined) return undefined
  const text = readFileSync(file, 'utf8')
  switch (extname(file)) {
    case '.json':
      return { type: 'application/json', body: text }
    case '.js':
    case '.mjs':
      return { type: 'text/javascript; charset=utf-8', body: text }
    case '.ts':
    case '.mts':
      return { type: 'text/javascript; charset=utf-8', body: withoutTypes(text) }
    default:
      return undefined
  }
}

function inside(folder: string, path: string): string | undefined {
  try {
    const root = realpathSync(folder)
    const file = realpathSync(resolve(root, `.${sep}${path}`))
    const steps = relative(root, file).split(sep)
    const isOwn = file.startsWith(root + sep) && !steps.some((step) => step.startsWith('.') || step === 'node_modules')
    return isOwn ? file : undefined
  } catch {
    // what is not there is not served either
    return undefined
  }
}

function withoutTypes(text: string): string {
  const emitWarning = process.emitWarning.bind(process)
  // Node says once that this is new; that is no news for whoever writes a plugin
  process.emitWarning = () => undefined
  try {
    return nodeModule.stripTypeScriptTypes(text)
  } finally {
    process.emitWarning = emitWarning
  }
}

/** The core that this command runs on, as modules of a page: the same code that the plugin gets here. */
export interface CoreModules {
  readonly folder: string
  /** For the page: `@joinery/core/plugin` → `/core/…`. */
  readonly importMap: string
}

export function coreModules(): CoreModules {
  const manifest = createRequire(import.meta.url).resolve('@joinery/core/package.json')
  const { exports } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly exports: Readonly<Record<string, Entry>>
  }
  const entries = Object.entries(exports).flatMap(([name, entry]) => {
    const path = typeof entry === 'string' ? entry : entry.default
    return /\.(js|ts)$/.test(path) ? [[`@joinery/core${name.slice(1)}`, `/core${path.slice(1)}`]] : []
  })
  return { folder: dirname(manifest), importMap: JSON.stringify({ imports: Object.fromEntries(entries) as object }) }
}

type Entry = string | { readonly default: string }
