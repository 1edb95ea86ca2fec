import { join } from 'node:path'
import type { Plugin } from 'vite'

/** What the elements do without: hooks for polyfills and for drawing on a server, the list of versions, decorators. */
const needless: Readonly<Record<string, readonly RegExp[]>> = {
  'reactive-element/reactive-element.js': [
    /\w+=\w+\.reactiveElementPolyfillSupport,/,
    /,\w+\?\.\(\{ReactiveElement:\w+\}\),\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/,
    /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/,
    /const \w+=this\[Symbol\.metadata\];if\(null!==\w+\)\{[^}]*\}(?=this\._\$Eh=)/,
  ],
  'lit-html/lit-html.js': [
    /,\w+=\w+\.litHtmlPolyfillSupport(?=;)/,
    /\w+\?\.\(\w+,\w+\),\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/,
  ],
  'lit-element/lit-element.js': [
    /,\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)(?=;)/,
    /const \w+=\w+\.litElementPolyfillSupport;\w+\?\.\(\{LitElement:\w+\}\);/,
    /\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/,
  ],
}

/** Lit without what no page with these elements needs; a version of Lit that is written otherwise fails the build. */
export function leanLit(): Plugin {
  return {
    name: 'joinery:lean-lit',
    enforce: 'pre',
    resolveId: (source, importer = '') =>
      source === './css-tag.js' && importer.includes('reactive-element')
        ? join(import.meta.dirname, 'css-tag.ts')
        : undefined,
    transform: (code, id) => {
      const name = Object.keys(needless).find((end) => id.split('?')[0]!.endsWith(end))
      return name === undefined ? undefined : { code: needless[name]!.reduce(without, code), map: null }
    },
  }
}

function without(code: string, part: RegExp): string {
  if (!part.test(code)) throw new Error(`Lit no longer holds ${part}: look whether it can still be left out`)
  return code.replace(part, '')
}
