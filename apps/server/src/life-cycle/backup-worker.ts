import { parentPort, workerData } from 'node:worker_threads'
import { backupSqlite } from '@joinery/store'

// copying a large file takes seconds: here it keeps nobody waiting
const { from, to } = workerData as { readonly from: string; readonly to: string }
const { bytes } = await backupSqlite(from, to)
parentPort!.postMessage(bytes)
