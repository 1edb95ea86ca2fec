import { expect, test } from 'vitest'
import type { Answer } from '../src/engine/postgres-knowledge.ts'
import { countsForMs, createStampCheck, heardAfterMs } from '../src/engine/postgres-stamp.ts'
import type { Reading, Stamp } from '../src/index.ts'
import { newMember } from './stores.ts'

/** Questions that the test answers itself, with a snapshot; a reading holds while it is that one. */
function heldBack(now?: () => number) {
  const heard: ((answer: Answer) => void)[] = []
  let current: string | null | undefined
  const knowledge = {
    heard: () => null,
    hear: (answer: Answer) => {
      current = answer?.[0]
      return true
    },
    holds: ({ stamp }: Reading) => stamp === current,
  }
  const asker = { ask: (_: string | null, hear: (answer: Answer) => void) => void heard.push(hear) }
  const check = createStampCheck({ asker, knowledge, begin: () => undefined, ...(now === undefined ? {} : { now }) })
  return { heard, check }
}

test('an answer counts from when it was asked until it is too old, and the next one is asked for before that', async () => {
  let now = 1_000
  const { heard, check } = heldBack(() => now)
  const told: boolean[] = []
  const holds = (stamp: Stamp) => check({ stamp } as Reading, (held) => void told.push(held))
  const asked = (questions: number) => expect.poll(() => heard.length).toBe(questions)
  holds('1:1:')
  await asked(1)
  now += 3
  expect(told).toEqual([])
  heard[0]!(['1:1:'])
  expect(told).toEqual([true])
  now += 3
  holds('1:1:')
  holds('2:2:')
  expect(told).toEqual([true, true, false])
  now += countsForMs - 6
  holds('1:1:')
  expect(told.splice(0)).toEqual([true, true, false, true])
  await asked(2)
  now += 0.1
  holds('1:1:')
  holds('2:2:')
  expect(told).toEqual([])
  heard[1]!(['2:2:'])
  expect(told.splice(0)).toEqual([false, true])
  now += countsForMs
  holds('2:2:')
  await asked(3)
  holds('2:2:')
  now += countsForMs + 1
  heard[2]!(['2:2:'])
  expect(told.splice(0)).toEqual([true])
  await asked(4)
  heard[3]!(['2:2:'])
  expect(told.splice(0)).toEqual([true])
  now += 1
  holds('2:2:')
  expect(told.splice(0)).toEqual([true])
})

test('where the database does not answer, nothing counts that was heard before', async () => {
  const { heard, check } = heldBack(() => 1_000)
  const told: boolean[] = []
  const holds = () => check({ stamp: '1:1:' } as Reading, (held) => void told.push(held))
  holds()
  await expect.poll(() => heard.length).toBe(1)
  heard[0]!(undefined)
  holds()
  expect(told).toEqual([false])
  await expect.poll(() => heard.length).toBe(2)
})

test('a change is acknowledged when no answer counts any more that was asked for before it was made', async () => {
  const { store, tenant } = await newMember('postgres')
  const acknowledged = async (work: Parameters<typeof store.write>[1]) => {
    let workedAt = 0
    await store.write(tenant, async (tx) => {
      await work(tx)
      workedAt = performance.now()
    })
    return performance.now() - workedAt
  }
  expect(heardAfterMs).toBeGreaterThan(countsForMs)
  for (let firm = 0; firm < 20; firm++)
    expect(await acknowledged((tx) => tx.firms.create({ name: `Firm ${firm}` }))).toBeGreaterThan(heardAfterMs)
  // what reaches no reading waits for nothing
  const others = []
  for (let entry = 0; entry < 20; entry++)
    others.push(await acknowledged((tx) => tx.audit.append({ actor: 'key:1', action: 'firm.create', target: 'firm' })))
  expect(Math.min(...others)).toBeLessThan(heardAfterMs)
})

test('many who ask while answers are slow share a few questions', async () => {
  let now = 1_000
  const { heard, check } = heldBack(() => (now += countsForMs))
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5))
  const told: boolean[] = []
  const holds = () => check({ stamp: '1:1:' } as Reading, (held) => void told.push(held))
  holds()
  await turn()
  for (let more = 0; more < 50; more++) holds()
  await turn()
  expect(heard).toHaveLength(1)
  heard[0]!(['1:1:'])
  await turn()
  expect([heard.length, told]).toEqual([2, [true]])
  heard[1]!(['2:2:'])
  expect(told).toEqual([true, ...Array.from({ length: 50 }, () => false)])
  await turn()
  expect(heard).toHaveLength(2)
})

test('a few who come while many wait for a slow answer wait for the end of its turn, and no longer', async () => {
  let now = 1_000
  const { heard, check } = heldBack(() => (now += countsForMs))
  const told: boolean[] = []
  const holds = () => check({ stamp: '1:1:' } as Reading, (held) => void told.push(held))
  for (let many = 0; many < 10; many++) holds()
  await expect.poll(() => heard.length).toBe(1)
  holds()
  heard[0]!(['1:1:'])
  expect([heard.length, told.length]).toEqual([1, 10])
  holds()
  await expect.poll(() => heard.length).toBe(2)
  heard[1]!(['1:1:'])
  expect(told).toHaveLength(12)
})
