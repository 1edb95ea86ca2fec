import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/**
 * Lit asks for a Trusted Types policy named lit-html when it is loaded. A page may bring a Lit of its own, and only one script
 * may take the name; so the bundle takes its own.
 */
export function ownPolicy(): Plugin {
  return {
    name: 'joinery:own-policy',
    transform: (code, id) =>
      /lit-html\/(?:development\/)?lit-html\.js$/.test(id.split('?')[0]!)
        ? { code: code.replace(/createPolicy\((['"])lit-html\1/, "createPolicy('joinery'"), map: null }
        : undefined,
  }
}

/** Minifiers leave text alone; templates and styles are text, and a third of it would be line ends and spaces. */
export function shortText(): Plugin {
  return {
    name: 'joinery:short-text',
    transform: {
      order: 'pre',
      handler: (code, id) =>
        /widgets\/src\/.*\.ts$/.test(id.split('?')[0]!) && code.includes('css`')
          ? { code: code.replaceAll(/\bcss`([^`]*)`/g, (_all, css: string) => `css\`${shortCss(css)}\``), map: null }
          : undefined,
    },
    generateBundle: (_options, bundle) => {
      for (const output of Object.values(bundle)) {
        // the style of a report has a hash of its own
        if (output.type === 'chunk' && !output.fileName.includes('report'))
          output.code = output.code.replaceAll(/(?:\n|\\n) +/g, ' ')
      }
    },
  }
}

/** The tokens as the styles use them among themselves; the names that a site sets stay. */
const base = join(import.meta.dirname, '../src/base')
const tokens = readdirSync(base)
  .toSorted()
  .flatMap((name) => readFileSync(join(base, name), 'utf8').match(/--_[a-z-]+(?=:)/g) ?? [])

/** The same rules with no space that does not matter: around `+` and `*` in sums, and between selectors, it does. */
function shortCss(css: string): string {
  return css
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,>]) ?/g, '$1')
    .replaceAll(/([{;][\w-]+|\([\w-]+): /g, '$1:')
    .replaceAll(';}', '}')
    .replaceAll(/(?<![\d\w])0\.(?=\d)/g, '.')
    .replaceAll(/--_[a-z-]+/g, (name) => (tokens.includes(name) ? `--_${tokens.indexOf(name).toString(36)}` : name))
    .trim()
}

/** A part is fetched together with what it imports: one journey instead of one for each step from file to file. */
export function together(): Plugin {
  return {
    name: 'joinery:together',
    generateBundle: (_options, bundle) => {
      const chunks = new Map(
        Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
      )
      for (const chunk of chunks.values()) {
        const own = neededBy(chunk.fileName, chunks)
        chunk.code = chunk.code.replaceAll(
          /\bimport\((["'`])\.\/([^"'`]+)\1\)/g,
          (alone: string, _quote, name: string) => {
            const more = [...neededBy(name, chunks)].filter((one) => one !== name && !own.has(one))
            const all = [alone, ...more.map((one) => `import(\`./${one}\`)`)]
            return more.length === 0 ? alone : `Promise.all([${all.join(',')}]).then(e=>e[0])`
          },
        )
      }
    },
  }
}

type Chunks = ReadonlyMap<string, Rolldown.OutputChunk>

/** A file and all that it cannot do without, but for the first one, which is always there. */
function neededBy(name: string, chunks: Chunks, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(name) || name === 'joinery.js') return found
  found.add(name)
  for (const one of chunks.get(name)?.imports ?? []) neededBy(one, chunks, found)
  return found
}
