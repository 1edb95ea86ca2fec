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

export interface Block {
  readonly language: string
  readonly text: string
}

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string): Block[] {
  const fences = page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)
  return Array.from(fences, ([, language, text]) => ({ language: language!, text: text! }))
}

/** Runs the joinery command from its sources, at the root of the repository. */
export function joinery(words: readonly string[]): string {
  const { INIT_CWD: _caller, ...env } = process.env
  const program = spawnSync(process.execPath, ['apps/cli/src/main.ts', ...words], {
    cwd: fileURLToPath(root),
    env,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  })
  return program.stdout + program.stderr
}
