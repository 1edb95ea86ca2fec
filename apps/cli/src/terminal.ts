import { dirname, relative, resolve } from 'node:path'
import { cwd, env, stderr, stdout } from 'node:process'

/** Writes to the output, no faster than it is read; what was written is no longer needed then. */
export function print(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    // what goes wrong is said once for all of the output, by its "error" event
    stdout.write(text, () => resolve())
  })
}

/** Says something to the person at the terminal, beside the output. */
export function say(text: string): void {
  stderr.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** Whether the output may be coloured: on a terminal, unless the user asks for none (https://no-color.org). */
export function isColourful(): boolean {
  return stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb'
}

/** Columns of the terminal; undefined where the output is no terminal. */
export function columns(): number | undefined {
  return stdout.isTTY ? stdout.columns : undefined
}

/**
 * The folder that relative paths start from. A package script runs in the folder of its package; then it is the one that
 * the user was in.
 */
export function userFolder(): string {
  const caller = env['INIT_CWD']
  const scriptOf = env['npm_package_json']
  const isMoved = caller !== undefined && caller !== '' && (scriptOf === undefined || dirname(scriptOf) === cwd())
  return isMoved ? caller : cwd()
}

/** A path as the user would write it. */
export function shownPath(path: string): string {
  const short = relative(userFolder(), resolve(userFolder(), path))
  return short === '' || short.startsWith('..') ? path : short
}

/** A reader that has seen enough (`| head`) closes the pipe: nothing is wrong then. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [stdout, stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit()
      say(`joinery: the output cannot be written (${error.code ?? error.message})`)
      process.exit(2)
    })
}
