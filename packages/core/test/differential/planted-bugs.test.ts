import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { plantedBugs } from './planted-bugs.ts'
import type { Catch } from './planted-worker.ts'

/** Enough for the rarest of them several times over. */
const most = 30_000
const workers = 2

test('every planted bug is noticed', { timeout: 900_000 }, async () => {
  const shares = Array.from({ length: workers }, (_share, index) =>
    plantedBugs.filter((_bug, position) => position % workers === index),
  )
  const catches = (await Promise.all(shares.map((bugs) => catchesOf(bugs, most)))).flat()
  const caught = catches.flatMap(({ name, cases }) => (cases === undefined ? [] : [{ name, cases }]))
  const hardest = caught.toSorted((left, right) => right.cases - left.cases).slice(0, 8)
  process.stdout.write(
    `planted bugs: ${caught.length} of ${plantedBugs.length} noticed; hardest: ${hardest
      .map(({ name, cases }) => `${name} (${cases} cases)`)
      .join(', ')}\n`,
  )
  expect(catches.flatMap(({ name, fault }) => (fault === undefined ? [] : [`${name}: ${fault}`]))).toEqual([])
  expect(caught).toHaveLength(plantedBugs.length)
})

test('a copy without a bug differs in nothing', { timeout: 300_000 }, async () => {
  const [first] = plantedBugs
  expect(await catchesOf([{ ...first!, replace: first!.find }], 1_000)).toEqual([
    { name: first!.name, cases: undefined, fault: 'not noticed in 1000 cases' },
  ])
})

async function catchesOf(bugs: typeof plantedBugs, cases: number): Promise<Catch[]> {
  const catches: Catch[] = []
  const worker = new Worker(new URL('planted-worker.ts', import.meta.url), { workerData: { bugs, most: cases } })
  worker.on('message', (found: Catch) => catches.push(found))
  await once(worker, 'exit')
  return catches
}
