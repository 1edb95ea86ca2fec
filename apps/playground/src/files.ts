import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join, normalize, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
}

const pages = join(import.meta.dirname, '../pages')
const widgets = join(dirname(createRequire(import.meta.url).resolve('@joinery/widgets/package.json')), 'dist/bundle')

/** A file that may be served: a page, or a part of the elements. */
export function fileFor(path: string): { readonly type: string; readonly body: Buffer } | undefined {
  const name = path.endsWith('/') ? `${path}index.html` : path
  const file = name.startsWith('/widgets/') ? inside(widgets, name.slice('/widgets'.length)) : inside(pages, name)
  const type = types[extname(name)]
  if (file === undefined || type === undefined) return undefined
  try {
    return { type, body: readFileSync(file) }
  } catch {
    return undefined
  }
}

function inside(folder: string, name: string): string | undefined {
  const file = normalize(join(folder, name))
  return file.startsWith(folder + sep) && !file.includes('\0') ? file : undefined
}
