import { parentPort } from 'node:worker_threads'
import { tasks, type Job } from './tasks.ts'

// the thread of a workshop: one job, one answer
parentPort?.on('message', (job: Job) => void answer(job))

async function answer({ kind, input }: Job): Promise<void> {
  try {
    parentPort?.postMessage({ output: await tasks[kind](input as never) })
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}
