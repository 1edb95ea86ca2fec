import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

/** Moves the log into the file when it is told to: syncing both is a wait that the thread which answers shall not have. */
const db = new DatabaseSync((workerData as { readonly path: string }).path, { defensive: true })
db.exec('pragma trusted_schema = off; pragma synchronous = full; pragma cache_size = -200')
const checkpoint = db.prepare('pragma wal_checkpoint(passive)')

parentPort?.on('message', () => {
  checkpoint.all()
  parentPort?.postMessage('done')
})
