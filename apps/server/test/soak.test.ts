import { expect, test } from 'vitest'
import { newFolder } from './folders.ts'
import { growthOf, soak } from './soak.ts'

const folder = newFolder()

// `node apps/server/test/long/soak.ts --minutes 30` looks at its memory too
test('under an even, mixed load every request gets the answer it asks for', { timeout: 60_000 }, async () => {
  const { requests, failures, samples } = await soak({ env: { JOINERY_DATA: folder }, seconds: 2, rate: 100 })
  expect(failures).toEqual([])
  expect(requests).toBeGreaterThan(40)
  expect(samples.at(-1)!.memory).toBeGreaterThan(50)
})

const memories: (readonly [what: string, memory: (second: number) => number, growth: number])[] = [
  ['that stays', () => 180, 0],
  ['that goes up and down', (second) => 180 + (second % 10), 0],
  ['that grows in the warm-up alone', (second) => Math.min(second, 100), 0],
  ['that shrinks', (second) => 400 - second / 4, -39],
  ['that leaks', (second) => 180 + second, 155],
]

test.each(memories)('memory %s is told apart', (_, memory, growth) => {
  const samples = Array.from({ length: 61 }, (_none, at) => ({ second: at * 5, memory: memory(at * 5), requests: at }))
  expect(Math.round(growthOf(samples, 100))).toBe(growth)
})
