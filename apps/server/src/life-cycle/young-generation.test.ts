import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Makes much that lives for a while, as a busy service does, and tells how large the place for new objects has become. */
const busy = (before: string) => `
  import { limitYoungGeneration, holdYoungGeneration, youngBytes } from ${JSON.stringify(new URL('young-generation.ts', import.meta.url).href)}
  ${before}
  const kept = []
  for (let turn = 0; turn < 150; turn++) {
    for (let made = 0; made < 20_000; made++) kept[(turn * 20_000 + made) % 100_000] = { turn, made, list: [turn] }
    await new Promise((resolve) => setImmediate(resolve))
  }
  console.log(youngBytes())`

function bytesAfter(before: string): number {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', busy(before)], { encoding: 'utf8' })
  return Number(stdout)
}

test('the place for new objects grows to what is needed, and no further', { timeout: 60_000 }, () => {
  const [held, limited, free] = [
    bytesAfter('holdYoungGeneration()'),
    bytesAfter('holdYoungGeneration(); limitYoungGeneration()'),
    bytesAfter(''),
  ]
  expect(held).toBeLessThan(5_000_000)
  expect(limited).toBeGreaterThan(held)
  expect(limited).toBeLessThan(free)
})
