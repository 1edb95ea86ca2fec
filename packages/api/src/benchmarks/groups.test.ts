import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSafe, shownGroups, type Group, type Leaf } from './groups.ts'

const leastFirms = 5

/** A leaf of firms with one relationship each. */
function leaf(sector: string, size: string, firms: number): Leaf {
  return { sector, size, firms: new Map(Array.from({ length: firms }, (_, n) => [`${sector}-${size}-${n}`, 1])) }
}

const names = (groups: readonly Group[]) => groups.map(({ sector, size }) => `${sector ?? 'all'}/${size ?? 'all'}`)

describe('the groups that may be shown', () => {
  test.each([
    { case: 'nobody', leaves: [], shown: [] },
    { case: 'four firms', leaves: [leaf('joinery', 'micro', 4)], shown: [] },
    {
      case: 'five firms',
      leaves: [leaf('joinery', 'micro', 5)],
      shown: ['all/all', 'joinery/all', 'joinery/micro'],
    },
    {
      case: 'a small group beside a large one: the large one would give it away',
      leaves: [leaf('joinery', 'micro', 8), leaf('joinery', 'small', 2)],
      shown: ['all/all', 'joinery/all'],
    },
    {
      case: 'two small groups that hide each other',
      leaves: [leaf('joinery', 'micro', 8), leaf('joinery', 'small', 3), leaf('joinery', 'medium', 3)],
      shown: ['all/all', 'joinery/all', 'joinery/micro'],
    },
    {
      case: 'a small sector beside a large one',
      leaves: [leaf('glazing', 'micro', 2), leaf('joinery', 'micro', 9)],
      shown: ['all/all'],
    },
  ])('$case: $shown', ({ leaves, shown }) => {
    expect(names(shownGroups(leaves, leastFirms)).toSorted()).toEqual(shown.toSorted())
  })

  test('no firm may be more than a quarter of a group', () => {
    const even = new Map(['a', 'b', 'c', 'd', 'e'].map((firm) => [firm, 1]))
    expect(isSafe(even, leastFirms)).toBe(true)
    expect(isSafe(new Map([...even, ['a', 3]]), leastFirms)).toBe(false)
  })

  test('whoever asks for every group and subtracts learns of no group that is too small', () => {
    fc.assert(
      fc.property(leavesOfLife, fc.integer({ min: 5, max: 8 }), (leaves, least) => {
        const shown = shownGroups(leaves, least)
        for (const learnt of learnable(leaves, shown)) expect(isSafe(together(learnt), least)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('without hiding more than the small groups, somebody would be told apart', () => {
    const leaves = [leaf('joinery', 'micro', 8), leaf('joinery', 'small', 2)]
    const careless = [...leaves.filter(({ firms }) => firms.size >= leastFirms), { sector: 'joinery', size: null }]
    expect(learnable(leaves, careless).some((learnt) => !isSafe(together(learnt), leastFirms))).toBe(true)
  })
})

const sizes = ['micro', 'small', 'medium']
const sectors = ['joinery', 'glazing', 'roofing']
const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 12 }))
const firmsOf = (place: string) =>
  count.chain((firms) =>
    fc
      .array(fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 9 })), {
        minLength: firms,
        maxLength: firms,
      })
      .map((counts) => new Map(counts.map((own, index) => [`${place}-${index}`, own]))),
  )
const leavesOfLife: fc.Arbitrary<Leaf[]> = fc
  .tuple(
    ...sectors.flatMap((sector) =>
      sizes.map((size) => firmsOf(`${sector}-${size}`).map((firms): Leaf => ({ sector, size, firms }))),
    ),
  )
  .map((leaves) => leaves.filter(({ firms }) => firms.size > 0))

function together(leaves: readonly Leaf[]): Map<string, number> {
  return new Map(leaves.flatMap(({ firms }) => [...firms]))
}

/**
 * Every set of leaves whose figures follow from those of the shown groups by adding and subtracting them in any way: the sets
 * whose row of noughts and ones is a linear combination of the rows of the shown groups.
 */
function learnable(leaves: readonly Leaf[], shown: readonly Group[]): Leaf[][] {
  const rows = shown.map(({ sector, size }) =>
    leaves.map((one) => Number((sector === null || one.sector === sector) && (size === null || one.size === size))),
  )
  const basis = reduced(rows)
  const sets: Leaf[][] = []
  for (let set = 1; set < 2 ** leaves.length; set++) {
    const row = leaves.map((_, index) => Number((set & (1 << index)) !== 0))
    if (follows(row, basis)) sets.push(leaves.filter((_, index) => row[index] === 1))
  }
  return sets
}

type Row = readonly number[]

function follows(row: Row, basis: readonly Row[]): boolean {
  return without(row, basis).every((value) => Math.abs(value) < 1e-9)
}

/** Rows that no other row of the list can be made of, each with a leading one. */
function reduced(rows: readonly Row[]): Row[] {
  const basis: Row[] = []
  for (const row of rows) {
    const rest = without(row, basis)
    const lead = rest.find((value) => Math.abs(value) > 1e-9)
    if (lead !== undefined) basis.push(rest.map((value) => value / lead))
  }
  return basis
}

function without(row: Row, basis: readonly Row[]): Row {
  return basis.reduce((rest, base) => {
    const factor = rest[base.findIndex((value) => Math.abs(value) > 1e-9)]!
    return factor === 0 ? rest : rest.map((value, index) => value - factor * base[index]!)
  }, row)
}
