import { spawn, type ChildProcess } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// @boundaries-ignore the tools of the workspace are no package
export { folderWith, newFolder } from '../../../tools/new-folder.ts'

export const main = join(import.meta.dirname, '../src/main.ts')
export const example = join(import.meta.dirname, '../examples/harbour-joinery.json')

/** What a run of the command left behind. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly folder?: string
  readonly input?: string
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** Runs the real command as a process of its own. */
export function joinery(
  words: readonly string[],
  { folder = tmpdir(), input = '', env = {} }: RunOptions = {},
): Promise<Ran> {
  // the variables that a package script sets would move the folder that paths start from
  const { INIT_CWD: _caller, npm_package_json: _script, ...inherited } = process.env
  const child = spawn(process.execPath, [main, ...words], { cwd: folder, env: { ...inherited, ...env } })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return endOf(child)
}

function endOf(child: ChildProcess): Promise<Ran> {
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    )
  })
}
