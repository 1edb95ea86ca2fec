import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a new master key, readable by its owner alone; a file that is there already stays as it is. The new one stands
 * even when the power fails right after this returns: without it nothing that was sealed opens again.
 * Throws what the file system says, and then leaves nothing in half.
 */
export function makeKeyFile(file: string): void {
  const handle = openNew(file)
  if (handle === undefined) return
  try {
    writeSync(handle, `${randomBytes(32).toString('base64')}\n`)
    fsyncSync(handle)
    syncFolder(dirname(file))
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
}

function openNew(file: string): number | undefined {
  try {
    return openSync(file, 'wx', 0o600)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined
    throw error
  }
}

/** On Windows a folder cannot be opened; there the name is kept with the file. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
