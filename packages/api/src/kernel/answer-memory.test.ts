import type { TenantContext } from '@joinery/store'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anonymous } from '../access/principal.ts'
import { createMemory, keepAnswer, type KnownAnswer, type KnownReading } from './answer-memory.ts'

const tenant = { id: 'larkmoor' } as TenantContext
const reading: KnownReading = { operation: 'getScore', tenant, relationship: 'r1', stamp: '1', until: 1, etag: '"1"' }
const principal = anonymous
const most = 20_000
/** What each takes beside itself and its address. */
const overhead = 400

test('the oldest go first, however often things are kept again, dropped and forgotten', () => {
  const url = fc.integer({ min: 0, max: 40 }).map((at) => `/${at}`)
  const step = fc.oneof(
    {
      weight: 20,
      arbitrary: fc.record({ is: fc.constant('keep' as const), url, size: fc.integer({ max: 2_400, min: 0 }) }),
    },
    { weight: 3, arbitrary: fc.record({ is: fc.constant('drop' as const), url }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('forget' as const) }) },
  )
  fc.assert(
    fc.property(fc.array(step, { minLength: 50, maxLength: 300 }), (steps) => {
      const memory = createMemory<KnownReading>(most)
      let expected: { readonly url: string; readonly bytes: number }[] = []
      const bytes = () => expected.reduce((sum, kept) => sum + kept.bytes, 0)
      for (const step of steps) {
        if (step.is === 'forget') memory.forget(tenant)
        else if (step.is === 'drop') memory.drop(principal, step.url)
        else memory.keep({ principal, url: step.url }, reading, step.size)
        expected = step.is === 'forget' ? [] : expected.filter((kept) => kept.url !== step.url)
        if (step.is !== 'keep') continue
        const size = overhead + step.url.length + step.size
        if (size <= most / 8) expected.push({ url: step.url, bytes: size })
        while (bytes() > most) expected.shift()
        expect(memory.bytes()).toBe(bytes())
      }
      const isKept = (at: number) => memory.find(principal, `/${at}`) !== undefined
      const urls = Array.from({ length: 41 }, (_, at) => at).filter(isKept)
      expect(new Set(urls.map((at) => `/${at}`))).toEqual(new Set(expected.map((kept) => kept.url)))
    }),
  )
})

test.each([
  ['plain', true],
  ['“Brücke”', false],
  ['é', false],
  ['', true],
])('of "%s" it is known whether it goes out as it is: %s', (text, isPlain) => {
  const memory = createMemory<KnownAnswer>(most)
  expect(keepAnswer(memory, { principal, url: '/' }, { ...reading, text }).isPlain).toBe(isPlain)
})
