import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'

/**
 * Makes much that lives for a while, as a busy service does, and tells how large the place for new objects has become: for most of
 * the later half, since it takes more for a moment where the heap as a whole is collected.
 */
const busy = (before: string) => `
  import { collectYoungAlone, limitYoungGeneration, holdYoungGeneration, youngBytes } from ${JSON.stringify(new URL('heap.ts', import.meta.url).href)}
  ${before}
  ${makeMuch}
  console.log(await work())`

/** In so small turns that what is decided after a collection is done before the next one. */
const makeMuch = `
  const kept = []
  const work = async () => {
    const sizes = []
    for (let turn = 0; turn < 600; turn++) {
      for (let made = 0; made < 5_000; made++) kept[(turn * 5_000 + made) % 100_000] = { turn, made, list: [turn] }
      sizes.push(youngBytes())
      await new Promise((resolve) => setImmediate(resolve))
    }
    return sizes.slice(300).toSorted((one, other) => one - other)[150]
  }`

function bytesAfter(before: string): number {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', busy(before)], { encoding: 'utf8' })
  return Number(stdout)
}

/** Much of what is made in each turn lives on for a while: enough to be moved to where the lasting things are. */
const lasting = (before: string) => `
  import { limitOldGeneration } from ${JSON.stringify(new URL('heap.ts', import.meta.url).href)}
  ${before}
  const kept = []
  for (let turn = 0; turn < 400; turn++) {
    for (let made = 0; made < 10_000; made++) kept[(turn * 10_000 + made) % 300_000] = { turn, made, list: [turn] }
    await new Promise((resolve) => setImmediate(resolve))
  }`

/** How many times what is in use the heap may become, as the engine decided at each full collection. */
function growthOf(before: string): number[] {
  // what it decides, not what it comes to: how large the heap is at a moment hangs on how busy the machine is
  const flags = ['--trace-gc-verbose', '--input-type=module', '-e', lasting(before)]
  const { stdout } = spawnSync(process.execPath, flags, { encoding: 'utf8', maxBuffer: 50_000_000 })
  return [...stdout.matchAll(/ factor ([\d.]+) based on /gu)].map(([, factor]) => Number(factor))
}

test(
  'what lasts grows to twice of what is in use, and no further, where its growth is limited',
  {
    timeout: 60_000,
  },
  () => {
    const [limited, free] = [growthOf('limitOldGeneration()'), growthOf('')]
    expect(new Set(limited)).toEqual(new Set([2]))
    expect(Math.max(...free)).toBeGreaterThan(2)
  },
)

/** Milliseconds for which other threads helped to collect what was made just now. */
function helpedMs(before: string): number {
  const flags = ['--trace-gc-nvp', '--input-type=module', '-e', busy(before)]
  const { stdout } = spawnSync(process.execPath, flags, { encoding: 'utf8' })
  const helped = [...stdout.matchAll(/ background\.scavenge\.parallel=([\d.]+)/gu)].map(([, ms]) => Number(ms))
  expect(helped.length).toBeGreaterThan(10)
  return helped.reduce((sum, ms) => sum + ms, 0)
}

test('new objects are collected without calling other threads to help', { timeout: 60_000 }, () => {
  expect(helpedMs('holdYoungGeneration(); collectYoungAlone()')).toBe(0)
  // on one processor there is nobody to help
  expect(helpedMs('holdYoungGeneration()') > 0).toBe(availableParallelism() > 1)
})

/** Collects everything again and again, with every second thing gone; nothing but the looking for room may be done by other threads. */
const swept = (before: string) => `
  import { sweepAlone } from ${JSON.stringify(new URL('heap.ts', import.meta.url).href)}
  ${before}
  const otherThreads = () => [process.cpuUsage(), process.threadCpuUsage()]
    .map(({ user, system }) => (user + system) / 1_000)
    .reduce((all, own) => all - own)
  const startedAt = otherThreads()
  const kept = []
  for (let turn = 0; turn < 12; turn++) {
    for (let made = turn % 2; made < 300_000; made += turn === 0 ? 1 : 2) kept[made] = { turn, made, list: [turn] }
    gc({ type: 'major', execution: 'sync' })
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  console.log(otherThreads() - startedAt)`

const nothingElse = [
  '--no-concurrent-marking',
  '--no-concurrent-array-buffer-sweeping',
  '--no-concurrent-recompilation',
  '--no-parallel-compaction',
  '--no-parallel-marking',
  '--no-parallel-pointer-update',
  '--no-parallel-scavenge',
  '--no-parallel-weak-ref-clearing',
]

function sweptByOthersMs(before: string): number {
  const flags = [...nothingElse, '--expose-gc', '--input-type=module', '-e', swept(before)]
  return Number(spawnSync(process.execPath, flags, { encoding: 'utf8' }).stdout)
}

test('after a whole collection no other thread looks for room', { timeout: 60_000 }, () => {
  expect(sweptByOthersMs('')).toBeGreaterThan(5 * sweptByOthersMs('sweepAlone()'))
})

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

/** A busy service that was idle for a while: the engine throws away what it can, and the place for new objects with it. */
const idleBetween = `
  import { limitYoungGeneration, holdYoungGeneration, youngBytes } from ${JSON.stringify(new URL('heap.ts', import.meta.url).href)}
  holdYoungGeneration()
  limitYoungGeneration()
  ${makeMuch}
  const busy = await work()
  gc({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  console.log(JSON.stringify([busy, youngBytes(), await work()]))`

test('the place for new objects grows again after the engine took it back', { timeout: 60_000 }, () => {
  const { stdout } = spawnSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', idleBetween], {
    encoding: 'utf8',
  })
  const [busy, idle, again] = JSON.parse(stdout) as [number, number, number]
  expect(idle).toBeLessThan(busy / 2)
  expect(again).toBeGreaterThan(idle * 2)
})
