import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

// A step of `bundle`: the small scripts around the elements, and the hashes by which a page can pin them.

const root = join(import.meta.dirname, '..')
const outDir = join(root, 'dist/bundle')
const parts = readdirSync(outDir).filter((name) => name.endsWith('.js'))
/** What an assessment needs until its first question stands: named ahead, all of it is one journey. */
const first = [...neededBy(parts.find((name) => name.startsWith('joinery-questions-'))!)].toSorted()

for (const name of ['loader', 'frame']) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    define: { firstParts: JSON.stringify(first) },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: `src/embed/${name}.ts`, name, formats: ['iife'], fileName: () => `${name}.js` },
      rolldownOptions: { output: { minify: true } },
    },
  })
}

const files = readdirSync(outDir)
  .filter((name) => name.endsWith('.js'))
  .toSorted()
  .map((name) => ({ name, body: readFileSync(join(outDir, name)) }))

const version = createHash('sha256')
for (const { name, body } of files) version.update(`${name}\0${body.length}\0`).update(body)

const integrity = Object.fromEntries(
  files.map(({ name, body }) => [name, `sha384-${createHash('sha384').update(body).digest('base64')}`]),
)
const packed = { version: version.digest('hex').slice(0, 16), first, files: integrity }
writeFileSync(join(outDir, 'integrity.json'), `${JSON.stringify(packed, undefined, 2)}\n`)

/** A file and all that it imports, from file to file. */
function neededBy(name: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(name)) return found
  found.add(name)
  for (const [, needed] of readFileSync(join(outDir, name), 'utf8').matchAll(/from\s*["'`]\.\/([^"'`]+)["'`]/g))
    neededBy(needed!, found)
  return found
}
