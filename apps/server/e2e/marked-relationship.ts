import { expect } from 'vitest'
import type { Relationship } from '@joinery/core'
import { markedRecord } from '../test/marked-record.ts'
import type { DeskWorld } from './desk-world.ts'

const today = new Date().toISOString().slice(0, 10)

/** A confirmation that nobody gave: it must lift nothing. */
const forged: Relationship = {
  evidence: [{ factPath: 'commitments', kind: 'email', confirmedByPartnerAt: today }],
}

/** Puts a mark into each private field of a record of the service, and a forged confirmation. Gives the marks by field. */
export async function fillWithMarks(world: DeskWorld, key: string, path: string): Promise<Map<string, string>> {
  const { record: marked, marks } = markedRecord()
  delete marked.rmp?.partnerApprovedAt
  const { record } = await world.ask<{ record: Relationship }>(key, path)
  const full = filled(filled(record, forged), marked) as Relationship
  const answer = await world.app.request(path, {
    method: 'PUT',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'if-match': '*' },
    body: JSON.stringify({ record: full }),
  })
  expect([answer.status, answer.ok ? '' : await answer.text()]).toEqual([200, ''])
  const text = JSON.stringify(full)
  const planted = [...marks].filter(([, mark]) => text.includes(mark))
  // what the files and the portfolio have filled in is private by itself
  expect([...marks.keys()].filter((field) => !planted.some(([other]) => other === field))).toEqual(taken)
  return new Map([...planted, ['rel.revenueShare', '0.6294'], ['rel.revenueShare in words', '62.9']])
}

/** Private fields that hold what the files and the portfolio have said. */
const taken = ['rel.revenueShare', 'segment.scoredAt', 'segment.targetLevel']

type Filled = Readonly<Record<string, unknown>>

/** What is there stays; what is not there comes from `more`, lists one behind the other. */
function filled(there: unknown, more: unknown): unknown {
  if (Array.isArray(there) && Array.isArray(more)) return [...there, ...more]
  if (!isFilled(there) || !isFilled(more)) return there ?? more
  return Object.fromEntries(
    [...new Set([...Object.keys(there), ...Object.keys(more)])].map((name) => [name, filled(there[name], more[name])]),
  )
}

function isFilled(value: unknown): value is Filled {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
