import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive, removeServers } from './postgres.ts'

const prefix = 'joinery-run-'

/**
 * Temporary files of a test run, of its browsers and of the processes that it starts are in one folder that goes with it,
 * what killed processes leave included. A run that was killed itself is cleared up after by the next one.
 */
export function setup(): void {
  removeLeftovers()
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  // PostgreSQL runs as another user there
  chmodSync(folder, 0o755)
  process.env['TMPDIR'] = folder
  // what Node made of a source file is kept there too: hundreds of processes of a run load the same files
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled')
  // PostgreSQL and the browsers are ended after every tear-down; nothing is left in here only when the process ends
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
}

function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : undefined
    if (owner === undefined || isAlive(owner)) continue
    const folder = join(tmpdir(), name)
    removeServers(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}
