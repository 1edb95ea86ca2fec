import { brotliCompressSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { build, type Rolldown } from 'vite'

/** What a browser loads for these entries of core together: bundled and minified. */
async function bundleOf(entries: readonly string[]): Promise<string> {
  const source = (entry: string) => fileURLToPath(new URL(`../src/${entry}.ts`, import.meta.url))
  const [{ output }] = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entries',
        resolveId: (id) => (id.endsWith('/entries') ? '\0entries' : undefined),
        load: (id) =>
          id === '\0entries'
            ? entries.map((entry) => `export * from ${JSON.stringify(source(entry))}`).join('\n')
            : undefined,
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'entries', formats: ['es'] },
      rolldownOptions: { output: { minify: true } },
    },
  })) as [Rolldown.RolldownOutput]
  return output[0].code
}

const compressed = (code: string) => brotliCompressSync(code).length

// ratchets, in bytes after brotli: whoever moves one says why
test.each([
  { part: 'light', what: 'compile, evaluate, score and say why', beside: [], most: 12_000 },
  // the pages that ask need no more of the methods than this, and must not bring their parameters along
  { part: 'rule-set/gated-methods', what: 'which methods have gates', beside: [], most: 100 },
  { part: 'parse', what: 'read a rule set that comes from a stranger, in steps', beside: ['light'], most: 10_000 },
  // the weakest principles are told by the share of what each asks for (6,100 before)
  { part: 'complete', what: 'sentences, next steps, paths, provenance', beside: ['light'], most: 6_150 },
  {
    part: 'model',
    what: 'the relationship model in plain words, and its parser',
    beside: ['light', 'parse'],
    most: 8_500,
  },
  {
    part: 'plugin/index',
    what: 'sector code: checked, guarded and assessed with',
    beside: ['light', 'parse', 'complete', 'model'],
    // question types are checked, and read with; what a record may hold in a sector is read from all plugins together;
    // sections are written in the language of the reader, and short scopes ask a few questions (8,700 before)
    most: 9_150,
  },
])('$part ($what) weighs at most $most bytes beside $beside', async ({ part, beside, most }) => {
  const before = beside.length === 0 ? 0 : compressed(await bundleOf(beside))
  const code = await bundleOf([...beside, part])
  const size = compressed(code) - before
  expect(size).toBeLessThanOrEqual(most)
  expect(size, 'so small that the limit should come down').toBeGreaterThan(most * 0.9)
  expect(code).not.toMatch(/\b(import|require)\b.{0,40}(json-rules-engine|zod)|new Function|\beval\(/)
})
