import type { TenantContext } from '@joinery/store'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anonymous } from '../access/principal.ts'
import {
  answerAgain,
  createMemory,
  keepAnswer,
  type AnswerMemory,
  type KnownAnswer,
  type KnownReading,
  type KnownSource,
} from './answer-memory.ts'

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
  keepAnswer(memory, { principal, url: '/' }, { ...reading, text })
  expect(memory.find(principal, '/')?.isPlain).toBe(isPlain)
})

/** Makes the answers to these addresses, each from what it was made from before. */
function makeAgain(memory: AnswerMemory) {
  const sources = new Map<string, KnownSource>()
  return (url: string) => {
    const source = sources.get(url) ?? { ...reading, make: () => `of ${url}` }
    sources.set(url, source)
    return answerAgain(memory, { principal, url }, source)
  }
}

test('an answer that is made again soon is kept as it was made, with all that must hold for it', () => {
  const memory = createMemory<KnownAnswer>(most)
  const make = makeAgain(memory)
  expect(make('/a')).toEqual({ text: 'of /a', isPlain: true })
  expect(memory.find(principal, '/a')).toBeUndefined()
  expect(make('/a')).toEqual({ text: 'of /a', isPlain: true })
  expect(memory.find(principal, '/a')).toEqual({ ...reading, text: 'of /a', isPlain: true })
})

test('whoever goes through more than there is room for, again and again, pushes out nothing', () => {
  const memory = createMemory<KnownAnswer>(most)
  keepAnswer(memory, { principal, url: '/own' }, { ...reading, text: 'own' })
  const make = makeAgain(memory)
  // each takes 400 bytes and some
  for (let turn = 0; turn < 3; turn++) for (let at = 0; at < 60; at++) make(`/${at}`)
  expect(memory.find(principal, '/own')?.text).toBe('own')
  expect(memory.find(principal, '/59')).toBeUndefined()
})

test('who comes back while others go through everything is remembered', () => {
  const memory = createMemory<KnownAnswer>(most)
  const make = makeAgain(memory)
  for (let at = 0; at < 200; at++) {
    make(`/${at}`)
    if (at % 20 === 0 && memory.find(principal, '/own') === undefined) make('/own')
  }
  expect(memory.find(principal, '/own')?.text).toBe('of /own')
})
