import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { folderWith } from '../../test/joinery.ts'
import { createWorkerPool } from './worker-pool.ts'

/** A pool whose workers answer a word as this text of a function says. */
function poolOf(answer: string, count = 2) {
  const text = `import { parentPort, workerData } from 'node:worker_threads'
    const answer = ${answer}
    parentPort.on('message', (word) => parentPort.postMessage(answer(word, workerData)))`
  const module = join(folderWith({ 'worker.mjs': text }), 'worker.mjs')
  return createWorkerPool<string, string>({ module: pathToFileURL(module), count, data: 'hello' })
}

test('every answer belongs to its question, however long it takes', async () => {
  const wait = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, word.length % 5)'
  const pool = poolOf(`(word, greeting) => { ${wait}; return greeting + word }`)
  const words = Array.from({ length: 50 }, (_nothing, index) => '.'.repeat(50 - index))
  expect(await Promise.all(words.map((word) => pool.run(word)))).toEqual(words.map((word) => `hello${word}`))
  await pool.close()
})

test.each([
  ['throws', '() => { throw new Error("no more paper") }', 'no more paper'],
  ['throws what is no error', '() => { throw "paper" }', 'paper'],
  ['ends', '() => process.exit(3)', 'exit code 3'],
])('a worker that %s is told of, and the pool can be closed', async (_name, answer, reason) => {
  const pool = poolOf(answer, 1)
  const runs = await Promise.allSettled([pool.run('first'), pool.run('second')])
  for (const run of runs)
    expect(run).toMatchObject({
      status: 'rejected',
      reason: { name: 'WorkerStopped', message: expect.stringContaining(reason) },
    })
  await expect(pool.run('later')).rejects.toThrow('a worker thread stopped')
  await pool.close()
})
