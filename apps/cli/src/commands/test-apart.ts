import { spawn } from 'node:child_process'
import { argv, execArgv, execPath } from 'node:process'
import { exits } from '../exits.ts'

/**
 * Runs the same cases in a program of their own: the code of a plugin is read anew, and code that never ends ends with the signal.
 */
export function testApart(words: readonly string[], signal: AbortSignal): Promise<number> {
  const once = words.filter((word) => word !== '--watch')
  const child = spawn(execPath, [...execArgv, argv[1]!, 'test', ...once], {
    stdio: ['ignore', 'inherit', 'inherit'],
    signal,
  })
  return new Promise((resolve) => {
    child.on('error', () => resolve(exits.unexpected))
    child.on('close', (code) => resolve(code ?? exits.unexpected))
  })
}
