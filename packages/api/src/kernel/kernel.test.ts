import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { checkAccept } from './accept.ts'
import { createCursors } from './cursor.ts'
import { isKnown, preconditionOf } from './etag.ts'
import { parsePart } from './faults.ts'
import { mergePatch } from './merge-patch.ts'
import { createMetrics } from './metrics.ts'
import { Problem } from './problem.ts'
import { createRateLimiter } from './rate-limit.ts'
import { createSealer } from './sealer.ts'

const secret = new Uint8Array(32).fill(7)

function problemOf(work: () => unknown): Problem | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

describe('cursors', () => {
  const cursors = createCursors(secret)
  const place = { at: '2026-11-24T02:00:00.000Z', id: '018f' }

  test('lead back to where they were made', () => {
    expect(cursors.read(cursors.write(place, 'tenant-a /v1/firms?'), 'tenant-a /v1/firms?')).toEqual(place)
  })

  test.each(['tenant-b /v1/firms?', 'tenant-a /v1/firms?sector=joinery', ''])('do not fit the list "%s"', (list) => {
    const cursor = cursors.write(place, 'tenant-a /v1/firms?')
    expect(problemOf(() => cursors.read(cursor, list))?.code).toBe('bad-cursor')
  })

  test('with any one character changed fit nothing', () => {
    const cursor = cursors.write(place, 'list')
    const changes = fc.tuple(fc.nat(cursor.length - 1), fc.constantFrom('A', 'a', 'Z', '0', '9', '_', '-', '.'))
    fc.assert(
      fc.property(changes, ([at, character]) => {
        const forged = cursor.slice(0, at) + character + cursor.slice(at + 1)
        // base64url leaves bits of the last character unused: the same bytes are the same cursor
        const bytes = (text: string) => text.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'))
        fc.pre(bytes(forged).join() !== bytes(cursor).join())
        return problemOf(() => cursors.read(forged, 'list'))?.code === 'bad-cursor'
      }),
    )
  })

  test('of another service fit nothing', () => {
    const cursor = createCursors(new Uint8Array(32).fill(8)).write(place, 'list')
    expect(problemOf(() => cursors.read(cursor, 'list'))?.code).toBe('bad-cursor')
  })
})

describe('ETags', () => {
  test.each([
    ['"3"', true],
    ['W/"3"', true],
    ['"1", "3"', true],
    ['*', true],
    ['"4"', false],
    ['3', false],
  ])('If-None-Match: %s knows "3": %s', (header, known) => {
    expect(isKnown(header, '"3"')).toBe(known)
  })

  test.each([
    ['"3"', undefined],
    ['*', undefined],
    ['"2", "3"', undefined],
    ['"2"', 'precondition-failed'],
    ['W/"3"', 'precondition-failed'],
    ['three', 'malformed-request'],
    [undefined, 'precondition-required'],
  ])('If-Match: %s, where "3" stands, gives %s', (header, code) => {
    expect(problemOf(() => preconditionOf(header).check('"3"'))?.code).toBe(code)
  })
})

describe('rates', () => {
  test('a minute holds as many requests as the limit says, then refuses, then goes on evenly', () => {
    const limiter = createRateLimiter(60)
    const taken = Array.from({ length: 61 }, () => limiter.take('key', 0))
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(60)
    expect(taken.at(-1)).toEqual({ allowed: false, remaining: 0, seconds: 1 })
    expect(limiter.take('key', 1_000).allowed).toBe(true)
    expect(limiter.take('key', 1_000).allowed).toBe(false)
  })

  test('one caller does not use up what another has', () => {
    const limiter = createRateLimiter(1)
    expect(limiter.take('one', 0).allowed && limiter.take('two', 0).allowed).toBe(true)
  })

  test('over any stretch of time no more pass than the limit and one burst', () => {
    const arrivals = fc.array(fc.nat(2_000), { minLength: 1, maxLength: 400 })
    fc.assert(
      fc.property(arrivals, (gaps) => {
        const limiter = createRateLimiter(60)
        let now = 0
        let passed = 0
        for (const gap of gaps) {
          now += gap
          if (limiter.take('key', now).allowed) passed++
        }
        return passed <= 60 + now / 1_000 + 1
      }),
    )
  })

  test('remembers only so many callers', () => {
    const limiter = createRateLimiter(1, 2)
    for (const caller of ['one', 'two', 'three']) limiter.take(caller, 0)
    expect(limiter.take('one', 0).allowed).toBe(true)
  })
})

describe('faults', () => {
  const Boat = z.strictObject({ name: z.string(), size: z.enum(['small', 'large']), crew: z.array(z.int().max(9)) })

  test('say where, what and what would be right, all at once', () => {
    const problem = problemOf(() => parsePart(Boat, { size: 'smal', crew: [1, 10, 'x'], 'sa/il': 1 }, 'body'))
    expect(problem?.code).toBe('invalid-request')
    expect(problem?.errors).toEqual([
      { in: 'body', pointer: '/name', code: 'missing', message: 'is missing; give text' },
      {
        in: 'body',
        pointer: '/size',
        code: 'not-allowed',
        message: 'must be one of "small", "large"; did you mean "small"?',
        value: 'smal',
      },
      { in: 'body', pointer: '/crew/1', code: 'out-of-range', message: 'may be at most 9', value: 10 },
      { in: 'body', pointer: '/crew/2', code: 'wrong-type', message: 'must be a number', value: 'x' },
      { in: 'body', pointer: '/sa~1il', code: 'unknown-key', message: 'unknown key "sa/il"' },
    ])
  })
})

describe('merge patch', () => {
  // the examples of RFC 7396, appendix A
  test.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j patched with %j is %j', (target, patch, result) => {
    expect(mergePatch(target, patch)).toEqual(result)
  })
})

test.each([
  [undefined, undefined],
  ['*/*', undefined],
  ['application/json;q=0.9, text/html', undefined],
  ['application/*', undefined],
  ['text/html', 'not-acceptable'],
  ['application/json;q=0', 'not-acceptable'],
])('Accept: %s, for JSON, gives %s', (accept, code) => {
  expect(problemOf(() => checkAccept(accept, ['application/json']))?.code).toBe(code)
})

test('what is sealed comes back, and nobody else can open it', () => {
  const sealed = createSealer(secret).seal('{"key":"sk_live_…"}')
  expect(createSealer(secret).open(sealed)).toBe('{"key":"sk_live_…"}')
  expect(() => createSealer(new Uint8Array(32)).open(sealed)).toThrow('authenticate data')
})

test('metrics count by operation and class, in the format of Prometheus', () => {
  const metrics = createMetrics()
  metrics.observe('getFirm', 200, 3)
  metrics.observe('getFirm', 404, 7_000)
  const text = metrics.text([{ name: 'joinery_up', about: 'Whether it is up.', value: 1 }])
  expect(text).toContain('joinery_requests_total{operation="getFirm",status="4xx"} 1')
  expect(text).toContain('joinery_request_duration_seconds_bucket{operation="getFirm",le="0.005"} 1')
  expect(text).toContain('joinery_request_duration_seconds_bucket{operation="getFirm",le="+Inf"} 2')
  expect(text).toContain('# TYPE joinery_up gauge\njoinery_up 1\n')
})
