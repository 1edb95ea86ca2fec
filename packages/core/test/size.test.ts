import { brotliCompressSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { build, type Rolldown } from 'vite'

/** Bytes that a browser loads for an entry: bundled, minified, compressed. */
async function sizeOf(entry: string): Promise<{ size: number; code: string }> {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const [{ output }] = (await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: `${root}/src/${entry}.ts`, formats: ['es'] },
      rolldownOptions: { output: { minify: true } },
    },
  })) as [Rolldown.RolldownOutput]
  const { code } = output[0]
  return { size: brotliCompressSync(code).length, code }
}

// ratchets: whoever moves one says why
test.each([
  // compile, evaluate, score and say why: what every page loads
  ['light', 12_000],
  // read a stranger's rule set or record, every fault found; a third of it is the relationship model with its plain words
  ['parse', 20_500],
  // sentences, next steps, lenses, paths and provenance, when somebody asks for them
  ['complete', 11_500],
])('the entry "%s" weighs at most %d bytes', async (entry, most) => {
  const { size, code } = await sizeOf(entry)
  expect(size).toBeLessThanOrEqual(most)
  expect(size, 'so small that the limit should come down').toBeGreaterThan(most * 0.9)
  expect(code).not.toMatch(/\b(import|require)\b.{0,40}(json-rules-engine|zod)|new Function|\beval\(/)
})
