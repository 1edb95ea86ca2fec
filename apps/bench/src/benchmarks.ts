import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Benchmark } from './measure.ts'

const rules = fileURLToPath(new URL('../../../rules/', import.meta.url))

/** Everything `pnpm bench` measures, in the order it is printed. */
export const benchmarks: readonly Benchmark[] = [{ name: 'read and parse every rule file', run: readRules }]

function readRules(): unknown[] {
  const files = globSync('*/**/*.json', { cwd: rules, exclude: ['**/node_modules'] })
  return files.map((file) => JSON.parse(readFileSync(rules + file, 'utf8')) as unknown)
}
