import { expect } from 'vitest'
import type { Relationship } from '@joinery/core'
import { markedRecord } from '../test/marked-record.ts'
import type { DeskWorld } from './desk-world.ts'

const today = new Date().toISOString().slice(0, 10)

/** What the firm has written down of its work with the partner; with a confirmation that nobody gave. */
const written: Relationship = {
  org: { headcount: 1 },
  people: [
    { side: 'us', name: 'Ada Harbour', isLead: true },
    { side: 'partner', name: 'Ben Rowe', isLead: true },
  ],
  rmp: { createdAt: '2026-01-10', owner: 'Ada Harbour' },
  commitments: ['Oak by Monday', 'Prices a month ahead', 'A stand-in at holidays'].map((text) => ({
    side: 'us',
    text,
    due: '2026-05-04',
    keptAt: '2026-05-04',
  })),
  trust: { benefitShareAgreedAt: '2026-05-04' },
  evidence: [{ factPath: 'commitments', kind: 'email', confirmedByPartnerAt: today }],
}

/** Fills a record of the service up: what is written above, and a mark in each private field. Gives the marks by field. */
export async function fillWithMarks(world: DeskWorld, key: string, path: string): Promise<Map<string, string>> {
  const { record: marked, marks } = markedRecord()
  delete marked.rmp?.partnerApprovedAt
  const { record } = await world.ask<{ record: Relationship }>(key, path)
  const full = filled(filled(record, written), marked) as Relationship
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
