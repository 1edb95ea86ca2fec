import { describe, expect, test } from 'vitest'
import { factOf, isComplete, withComplete, withFact } from './record.ts'

describe('a fact in a record', () => {
  test('is set in its place, and nothing else changes', () => {
    const before = { rmp: { owner: 'Iris Boone' }, rel: { partnerName: 'Fairlawn Lettings' } }
    const after = withFact(before, 'rmp.createdAt', '2026-02-02')
    expect(after).toEqual({ ...before, rmp: { owner: 'Iris Boone', createdAt: '2026-02-02' } })
    expect(before.rmp).toEqual({ owner: 'Iris Boone' })
  })

  test('leaves nothing empty behind when it is taken out', () => {
    const record = withFact({}, 'ext.food.audits', [{ passed: true }])
    expect(withFact(record, 'ext.food.audits', undefined)).toEqual({})
  })

  test('that reaches into JavaScript itself is a plain key', () => {
    withFact({}, '__proto__.polluted', true)
    withFact({}, 'constructor.prototype.polluted', true)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(factOf({}, 'constructor.name')).toBeUndefined()
  })
})

test('a list is whole from the day somebody says so, until the mark is taken away', () => {
  const record = withComplete({ risks: [] }, 'risks', '2026-11-23')
  expect(isComplete(record, 'risks')).toBe(true)
  expect(withComplete(record, 'risks', undefined)).toEqual({ risks: [] })
})
