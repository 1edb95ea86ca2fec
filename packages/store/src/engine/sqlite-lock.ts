import { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../store-error.ts'

/**
 * Keeps a second process from writing the same file. The lock is one that the system holds on a file beside the data, so
 * a killed process leaves none behind.
 */
export function lockFile(path: string): () => void {
  const db = new DatabaseSync(`${path}.lock`, { timeout: 0 })
  try {
    db.exec('pragma journal_mode = delete; begin exclusive')
  } catch {
    db.close()
    throw new StoreError('locked', `Another program is using ${path}. End it first, or give each its own file.`)
  }
  return () => {
    db.close()
  }
}
