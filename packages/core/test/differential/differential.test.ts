import { expect, test } from 'vitest'
import { compareOnce } from './compare.ts'
import { fuzz, seedOf, summaryOf } from './fuzz.ts'

const cases = 20_000

test.each([777_000_080_226, 424_242_115_030])(
  'what once came out in another way comes out alike: case %d',
  async (seed) => {
    expect(await compareOnce(seed)).toMatchObject({ is: 'same' })
  },
)

test('compiled rules give the same bytes as json-rules-engine', { timeout: 900_000 }, async () => {
  const seed = seedOf(process.env['FUZZ_SEED'])
  const tally = await fuzz({ cases, seed, workers: 2 })
  const [first] = tally.differences
  process.stdout.write(`${summaryOf(seed, tally)}\n`)
  expect(first === undefined ? '' : `seed ${first.seed}\n${first.report}`).toBe('')
  expect(tally.evaluated + tally.refused).toBe(cases)
  expect(tally.evaluated / cases).toBeGreaterThan(0.7)
})
