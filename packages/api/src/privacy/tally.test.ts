import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, merge, randomOf, shownCount, type Tally } from './tally.ts'

const secret = 'a secret of the service'

/** A tally of so many firms with one relationship each. */
function tallyOf(firms: readonly string[]): Tally {
  const tally: Tally = new Map()
  for (const firm of firms) count(tally, 'up', { firm, random: randomOf(secret, firm) })
  return tally
}

const firms = (many: number) => Array.from({ length: many }, (_, index) => `firm ${index}`)

describe('a count as it is shown', () => {
  test.each([0, 1, 4])('%i firms are not told from none', (many) => {
    expect(shownCount(tallyOf(firms(many)).get('up'), 5)).toBeNull()
  })

  test('is a multiple of five within four of the truth', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 5, maxLength: 60 }), (names) => {
        const shown = shownCount(tallyOf(names).get('up'), 5)!
        expect(shown % 5).toBe(0)
        expect(Math.abs(shown - names.length)).toBeLessThan(5)
      }),
    )
  })

  test('is the same whenever it is asked for, in whatever order and pieces the relationships come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 5, maxLength: 40 }), fc.nat(40), (names, cut) => {
        const pieces = tallyOf(names.slice(cut).toReversed())
        merge(pieces, tallyOf(names.slice(0, cut)))
        expect(shownCount(pieces.get('up'), 5)).toBe(shownCount(tallyOf(names).get('up'), 5))
      }),
    )
  })

  test('is right on average', () => {
    const counts = Array.from({ length: 500 }, (_, run) =>
      shownCount(tallyOf(firms(7).map((firm) => `${run} ${firm}`)).get('up'), 5),
    )
    const mean = counts.reduce<number>((sum, shown) => sum + shown!, 0) / counts.length
    expect(Math.abs(mean - 7)).toBeLessThan(0.5)
  })
})
