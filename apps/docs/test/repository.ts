import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../../', import.meta.url)

/** A text of the repository, by its path from the root. */
export function textOf(path: string): string {
  return readFileSync(new URL(path, root), 'utf8')
}

export function urlOf(path: string): URL {
  return new URL(path, root)
}

/** The pages that people read. */
export function pages(): string[] {
  const docs = readdirSync(new URL('apps/docs/', root), { recursive: true, encoding: 'utf8' })
  const written = docs.filter((path) => path.endsWith('.md') && !path.includes('node_modules'))
  return ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...written.map((path) => `apps/docs/${path}`)]
}

/** Pages that lead from an empty folder to something that works, step by step. */
export const guides: readonly string[] = ['apps/docs/write-a-rule-set.md', 'apps/docs/write-a-plugin.md']

export interface Block {
  readonly language: string
  readonly text: string
}

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string): Block[] {
  const fences = page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)
  return Array.from(fences, ([, language, text]) => ({ language: language!, text: text! }))
}

/** Runs the joinery command from its sources, at the root of the repository or in another folder. */
export function joinery(words: readonly string[], folder = fileURLToPath(root)): string {
  const { INIT_CWD: _caller, ...env } = process.env
  const program = spawnSync(process.execPath, [fileURLToPath(urlOf('apps/cli/src/main.ts')), ...words], {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  })
  return program.stdout + program.stderr
}
