import { expect, test } from 'vitest'
import { createProgress } from './progress.ts'

function watch(total: number | undefined, { isTTY = true, isQuiet = false } = {}) {
  const shown: string[] = []
  let now = 5_000
  const screen = { isTTY, write: (text: string) => shown.push(text) }
  const progress = createProgress({ total, isQuiet, screen, clock: () => now })
  const after = (milliseconds: number, bytes: number, relationships: number) => {
    now += milliseconds
    progress.advance(bytes, relationships)
  }
  return { shown, after, clear: progress.clear }
}

test('count, rate, share and what is left', () => {
  const { shown, after, clear } = watch(10_000_000)
  after(1_000, 2_500_000, 1_250)
  after(50, 10, 10)
  after(950, 2_499_990, 1_240)
  clear()
  expect(shown).toEqual([
    '\r[========                      ] 25 % 1,250 scored, 1,250 a second, 3 s left\u001B[K',
    '\r[===============               ] 50 % 2,500 scored, 1,250 a second, 2 s left\u001B[K',
    '\r\u001B[2K',
  ])
})

test('where nobody knows how much there is: count and rate', () => {
  const { shown, after } = watch(undefined)
  after(2_000, 5_000_000, 30_000)
  expect(shown).toEqual(['\r30,000 scored, 15,000 a second\u001B[K'])
})

test.each([
  ['a long time', 1_000_000_000, 10_000_000, '17 min left'],
  ['a very long time', 1_000_000_000, 1_000_000, '2.8 h left'],
])('%s', (_name, total, bytes, left) => {
  const { shown, after } = watch(total)
  after(10_000, bytes, 1)
  expect(shown[0]).toContain(left)
})

test.each([
  ['no terminal', 10_000_000, { isTTY: false }],
  ['told to be quiet', 10_000_000, { isQuiet: true }],
  ['little to do', 10_000, {}],
])('nothing is shown: %s', (_name, total, options) => {
  const { shown, after, clear } = watch(total, options)
  after(1_000, 5_000, 10)
  clear()
  expect(shown).toEqual([])
})
