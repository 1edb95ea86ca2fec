import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Contribution } from '../src/index.ts'
import { engines, newMember } from './stores.ts'

const cell = { ruleSet: 'iso-44003', sector: 'construction', size: 'small', quarter: '2026-Q4' }
const of = { ruleSet: 'iso-44003', quarter: '2026-Q4' }
const contribution = (relationship: string, firm: string, p01: number): Contribution => ({
  ...cell,
  relationship,
  firm,
  scores: { p01 },
})

/** What the cell must be, counted from scratch. */
function expectedCell(latest: readonly Contribution[]) {
  const scores = latest.map(({ scores: { p01 } }) => p01!)
  const bins = Array.from({ length: 41 }, () => 0)
  for (const score of scores) bins[Math.round(score * 10)]! += 1
  const byFirm = Map.groupBy(latest, ({ firm }) => firm)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return {
    count: scores.length,
    sum: expect.closeTo(sum(scores), 6),
    sumOfSquares: expect.closeTo(sum(scores.map((score) => score ** 2)), 6),
    bins,
    firms: byFirm.size,
    largest: Math.max(...[...byFirm.values()].map(({ length }) => length)) / scores.length,
  }
}

describe.each(engines)('on %s', (engine) => {
  test('cells are what their relationships last added, however often and in whatever order', async () => {
    const { store, tenant } = await newMember(engine)
    const step = fc.record({
      relationship: fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5'),
      firm: fc.constantFrom('f1', 'f2'),
      score: fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10),
    })
    const latest = new Map<string, Contribution>()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        const given = steps.map(({ relationship, firm, score }) => contribution(relationship, firm, score))
        for (const one of given) latest.set(one.relationship, one)
        await store.write(tenant, (tx) => tx.benchmarks.contribute(given))
        const cells = await store.read(tenant, (tx) => tx.benchmarks.cells(of))
        expect(cells).toMatchObject([{ ...cell, principle: 'p01', ...expectedCell([...latest.values()]) }])
      }),
      { numRuns: 12 },
    )
    for (const firm of ['f1', 'f2']) await store.write(tenant, (tx) => tx.benchmarks.withdraw(firm))
    expect(await store.read(tenant, (tx) => tx.benchmarks.cells(of))).toEqual([])
    expect(await store.read(tenant, (tx) => tx.benchmarks.shares(of))).toEqual(new Map())
  })

  test('what many add at once adds up', async () => {
    const { store, tenant } = await newMember(engine)
    await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        store.write(tenant, (tx) =>
          tx.benchmarks.contribute([
            contribution(`r${index % 8}`, `f${index % 3}`, 2),
            contribution(`s${index}`, 'f9', 3),
          ]),
        ),
      ),
    )
    const cells = await store.read(tenant, (tx) => tx.benchmarks.cells(of))
    expect(cells).toMatchObject([{ count: 32, sum: 8 * 2 + 24 * 3, firms: expect.any(Number), largest: 24 / 32 }])
    expect((await store.read(tenant, (tx) => tx.benchmarks.shares(of))).get('f9')).toBe(24)
  })

  test('a frozen quarter is frozen once, and a score off the scale is refused', async () => {
    const { store, tenant } = await newMember(engine)
    const frozen = await store.write(tenant, (tx) => tx.benchmarks.freeze({ ...of, body: { cells: [1] } }))
    expect(await store.read(tenant, (tx) => tx.benchmarks.snapshot(of.ruleSet, of.quarter))).toEqual(frozen)
    await expect(store.write(tenant, (tx) => tx.benchmarks.freeze({ ...of, body: {} }))).rejects.toMatchObject({
      code: 'duplicate',
    })
    for (const score of [-0.1, 4.1, Number.NaN]) {
      await expect(
        store.write(tenant, (tx) => tx.benchmarks.contribute([contribution('r', 'f', score)])),
      ).rejects.toMatchObject({ code: 'bad-value' })
    }
  })
})
