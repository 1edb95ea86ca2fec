import { parentPort, workerData } from 'node:worker_threads'
import { inspect } from './inspect.ts'

// a thread of its own for each look: modules that were changed are read anew, and one that never ends can be ended
const { place } = workerData as { readonly place: string }
const inspection = await inspect(place, (first) => parentPort?.postMessage(first))
parentPort?.postMessage(inspection)
