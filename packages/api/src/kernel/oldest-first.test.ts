import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { oldestFirst } from './oldest-first.ts'

test('what was put in first comes first, whatever comes and goes meanwhile', () => {
  const kept = new Set(['a', 'b', 'c', 'd'])
  const oldest = oldestFirst(() => kept.values())
  const take = () => {
    const item = oldest.next()
    kept.delete(item)
    return item
  }
  expect([take(), take()]).toEqual(['a', 'b'])
  kept.delete('c')
  kept.add('e')
  oldest.rest()
  expect([take(), take()]).toEqual(['d', 'e'])
  kept.add('f')
  expect(take()).toBe('f')
})

/** A memory that is full once, and then has room: what comes and goes is let go of. Tells how many of it are still there. */
const comingAndGoing = (memory: string) => `
  const { createMemory } = await import(${JSON.stringify(new URL('answer-memory.ts', import.meta.url).href)})
  const { createRecentScores } = await import(${JSON.stringify(new URL('../assess/recent-scores.ts', import.meta.url).href)})
  const used = () => { gc(); gc(); return process.memoryUsage().heapUsed }
  ${memory}
  for (let turn = 0; turn < 2_000; turn++) come(turn)
  const before = used()
  for (let turn = 0; turn < 60_000; turn++) come(turn % 500)
  console.log(Math.round((used() - before) / 1_000_000))`

const memories = {
  answers: `
    const memory = createMemory(1_000_000)
    const tenant = { id: 'coast' }
    const principal = { kind: 'secret', id: 'key', tenant }
    const come = (turn) => {
      memory.drop(principal, '/' + turn)
      memory.keep({ principal, url: '/' + turn }, { tenant, text: String(turn).padEnd(200, 'x').replace('x', 'y') }, 200)
    }`,
  scores: `
    const recent = createRecentScores(1_000)
    const basis = { asOf: '2026-11-28', digest: 'd' }
    const come = (turn) => {
      const head = { id: String(turn), version: 1, updatedAt: 'now' }
      recent.of({ tenant: 'coast' + (turn % 3), head, basis }, () => String(turn).padEnd(200, 'x').replace('x', 'y'))
      if (turn % 2 === 0) recent.forget('coast' + (turn % 3))
    }`,
}

test('of what was erased nothing is held on to, in the middle of a pass either', () => {
  const script = `
    const { createMemory } = await import(${JSON.stringify(new URL('answer-memory.ts', import.meta.url).href)})
    const memory = createMemory(1_000_000)
    const tenant = { id: 'coast' }
    const kept = []
    for (let turn = 0; turn < 4_000; turn++) {
      const known = { tenant }
      kept.push(new WeakRef(known))
      memory.keep({ principal: tenant, url: '/' + turn }, known, 200)
    }
    await new Promise((resolve) => setTimeout(resolve))
    const alive = () => { gc(); return kept.filter((one) => one.deref() !== undefined).length }
    const before = alive()
    await new Promise((resolve) => setTimeout(resolve))
    memory.forget(tenant)
    console.log(JSON.stringify([before, alive()]))`
  const { stdout } = spawnSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  const [before, after] = JSON.parse(stdout) as [number, number]
  expect(before).toBeGreaterThan(1_000)
  expect(after).toBe(0)
})

test.each(Object.entries(memories))('%s that come and go are let go of, where there is room', (_, memory) => {
  const flags = ['--expose-gc', '--input-type=module', '-e', comingAndGoing(memory)]
  const { stdout, stderr } = spawnSync(process.execPath, flags, { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(Number(stdout)).toBeLessThan(3)
})
