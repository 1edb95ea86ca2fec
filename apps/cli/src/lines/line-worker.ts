/** The entry of a worker thread: answers batches of relationships with their results. */
import { parentPort, workerData } from 'node:worker_threads'
import { createBatchAssessor, loadRuleSet, type Batch } from '@joinery/kit/lines'
import { search } from '../input/search.ts'
import { giveBack } from './give-back.ts'
import type { AssessedBytes, LineWork } from './assess-lines.ts'

const { place, hash, ...options } = workerData as LineWork
const { ruleSet } = loadRuleSet(place, search())
if (ruleSet?.hash !== hash) throw new Error('the rule set was changed while it was being used')
const assess = createBatchAssessor({ ...options, ruleSet })
const encoder = new TextEncoder()

parentPort!.on('message', (batch: Batch) => {
  const { text, documents, faulty } = assess(batch)
  if (batch.is === 'lines') giveBack(batch.bytes)
  const bytes = encoder.encode(text)
  parentPort!.postMessage({ text: bytes, documents, faulty } satisfies AssessedBytes, [bytes.buffer])
})
