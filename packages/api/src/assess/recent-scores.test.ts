import { expect, test } from 'vitest'
import { createRecentScores } from './recent-scores.ts'

const head = { id: 'r1', firm: 'f1', version: 1, createdAt: '2026-11-24', updatedAt: '2026-11-24' }
const of = (tenant: string) => ({ tenant, head, basis: { asOf: '2026-11-24', digest: 'd1' } })

test('scores of an association that something was erased of are made again; those of others are kept', () => {
  const scores = createRecentScores(10)
  const made: string[] = []
  const ask = (tenant: string) =>
    scores.of(of(tenant), () => {
      made.push(tenant)
      return '{}'
    })
  for (const tenant of ['larkmoor', 'quay', 'larkmoor', 'quay']) ask(tenant)
  expect(made).toEqual(['larkmoor', 'quay'])
  scores.forget('larkmoor')
  for (const tenant of ['larkmoor', 'quay']) ask(tenant)
  expect(made).toEqual(['larkmoor', 'quay', 'larkmoor'])
})

test('the oldest go when there are too many', () => {
  const scores = createRecentScores(3)
  const made: string[] = []
  const ask = (id: string) =>
    scores.of({ ...of('larkmoor'), head: { ...head, id } }, () => {
      made.push(id)
      return id
    })
  for (let turn = 0; turn < 20; turn++)
    for (const id of ['a', 'b', 'c']) expect(ask(`${id}${turn}`)).toBe(`${id}${turn}`)
  made.length = 0
  for (const id of ['a19', 'b19', 'c19', 'd', 'b19', 'c19', 'a19']) ask(id)
  expect(made).toEqual(['d', 'a19'])
})
