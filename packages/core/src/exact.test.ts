import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion, atLeast, fourDecimals, snap } from './exact.ts'

describe('numbers that came from fractions', () => {
  test.each([
    { sum: 0.1 + 0.2, exact: 0.3 },
    { sum: 0.7 + 0.1 + 0.05, exact: 0.85 },
    { sum: 1 - 0.9, exact: 0.1 },
    { sum: 3 * (1 / 3), exact: 1 },
  ])('$sum is at least $exact, and the other way round', ({ sum, exact }) => {
    expect(snap(sum)).toBe(exact)
    expect(atLeast(sum, exact)).toBe(true)
    expect(atLeast(exact, sum)).toBe(true)
  })

  test('a real difference stays one', () => {
    expect(atLeast(0.849_999, 0.85)).toBe(false)
    expect(atLeast(0.850_001, 0.85)).toBe(true)
  })

  test.each([
    [1 / 3, 0.3333],
    [2 / 3, 0.6667],
    [0.000_05, 0.0001],
    [1.000_05, 1.0001],
    [2.674_95, 2.675],
    [0.000_049, 0],
    [-0.000_05, -0],
    [4, 4],
  ])('%d has the four decimals %d, half up', (value, rounded) => {
    expect(fourDecimals(value)).toBeCloseTo(rounded, 12)
  })
})

describe('apportioned parts', () => {
  test.each([
    { parts: [1 / 3, 1 / 3, 1 / 3], shares: [0.3334, 0.3333, 0.3333] },
    { parts: [0.00004, 0.00004, 0.00004], shares: [0.0001, 0, 0] },
    { parts: [2, -0.1], shares: [2, -0.1] },
    { parts: [1.66666, -0.66666], shares: [1.6667, -0.6667] },
    { parts: [], shares: [] },
  ])('$parts become $shares', ({ parts, shares }) => {
    expect(apportion(parts, fourDecimals(sumOf(parts)))).toEqual(shares)
  })

  test('add up to the rounded sum, and each is off by less than one ten-thousandth', () => {
    const part = fc
      .tuple(fc.integer({ min: -4_000, max: 8_000 }), fc.integer({ min: 1, max: 997 }))
      .map(([a, b]) => a / b)
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const shares = apportion(parts, fourDecimals(sumOf(parts)))
        const units = shares.reduce((sum, share) => sum + Math.round(share * 1e4), 0)
        expect(Math.abs(units - sumOf(parts) * 1e4)).toBeLessThanOrEqual(0.500_001)
        for (const [index, share] of shares.entries())
          expect(Math.abs(share - parts[index]!)).toBeLessThan(0.0001 + 1e-12)
      }),
      { verbose: 0 },
    )
  })

  test('follow the whole where their sum lies half-way', () => {
    const parts = Array.from({ length: 12 }, (_, index) => (0.78125 * (index + 1)) / 78)
    const shares = apportion(parts, fourDecimals(0.78125))
    expect(Math.round(sumOf(shares) * 1e4)).toBe(7_813)
  })

  test('is never the minus zero that JSON would lose', () => {
    expect(Object.is(apportion([-0.00001, 0.00001], 0)[0], -0)).toBe(false)
    expect(Object.is(apportion([-0], 0)[0], -0)).toBe(false)
  })
})

function sumOf(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0)
}
