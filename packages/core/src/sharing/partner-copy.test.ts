import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryRelationship } from '../../test/arbitrary-relationship.ts'
import { checkRelationship } from '../parse-relationship.ts'
import { createFaults, DocumentError } from '../fault.ts'
import { modelFields } from '../schema/model.ts'
import { mirrorOf } from './mirror.ts'
import { beginFromCopy, isPartnerCopy, parsePartnerCopy, type PartnerCopy } from './partner-copy.ts'

const copy: PartnerCopy = {
  format: 'joinery-partner-copy',
  version: 1,
  at: '2026-11-26',
  sharedBy: 'Harbour Joinery',
  sharedWith: 'Ben Rowe',
  record: {
    org: { name: 'Harbour Joinery', values: [{ text: 'On the day', example: 'May' }], redLines: ['secret'] },
    rel: { partnerName: 'Castell & Rowe', kind: 'customer', stage: 'running', revenueShare: 0.4 },
    people: [
      { side: 'us', name: 'Ada Harbour', decisionLimit: 500 },
      { side: 'partner', name: 'Ben Rowe' },
    ],
    objectives: [{ text: 'On time', owner: 'Ada', partnerOwner: 'Ben', benefitUs: 'calm', benefitPartner: 'speed' }],
    risks: [
      { title: 'Fire', scope: 'joint', raisedBy: 'us', ownerUs: 'Ada' },
      { title: 'One buyer', scope: 'own', sharedAt: '2026-05-04' },
    ],
    value: { us: [{ text: 'steady work' }], partner: [{ text: 'no surprises' }] },
    rmp: { owner: 'Ada', versionAt: '2026-10-02', partnerApprovedAt: '2026-11-02' },
    practices: [{ area: 'quoting' }],
  },
  yours: {
    confirmed: ['rmp'],
    remarks: [{ comment: 'Since July.' }],
    pulse: { at: '2026-11-24', ours: { openness: 2 }, theirs: { openness: 4 } },
    statements: { 'p01.plan/1': 'no' },
  },
}

describe('a record of one’s own, from a copy', () => {
  const { own, shared } = beginFromCopy(parsePartnerCopy(copy))

  test('begins with who both are, and with how both rated each other', () => {
    expect(own).toEqual({
      org: { name: 'Castell & Rowe' },
      rel: { partnerName: 'Harbour Joinery', kind: 'supplier' },
      pulses: [
        { side: 'us', at: '2026-11-24', openness: 2 },
        { side: 'partner', at: '2026-11-24', openness: 4 },
      ],
    })
  })

  test('is offered what the other firm wrote, seen from this side, without what is its own', () => {
    expect(shared).toEqual({
      rel: { stage: 'running' },
      values: { theirs: ['On the day'] },
      people: [
        { side: 'partner', name: 'Ada Harbour' },
        { side: 'us', name: 'Ben Rowe' },
      ],
      objectives: [{ text: 'On time', partnerOwner: 'Ada', owner: 'Ben', benefitPartner: 'calm', benefitUs: 'speed' }],
      risks: [{ title: 'Fire', scope: 'joint', raisedBy: 'partner', ownerPartner: 'Ada' }, { title: 'One buyer' }],
      value: { partner: [{ text: 'steady work' }], us: [{ text: 'no surprises' }] },
      rmp: { owner: 'Ada', versionAt: '2026-10-02' },
    })
  })

  test('of any record is a record, and holds nothing that is private', () => {
    const privatePaths = modelFields.filter(({ visibility }) => visibility === 'private').map(({ path }) => path)
    fc.assert(
      fc.property(arbitraryRelationship(['p01.plan/2']), (record) => {
        const mirrored = mirrorOf(record)
        const faults = createFaults()
        checkRelationship(mirrored, undefined, faults)
        expect(faults.list).toEqual([])
        const paths = new Set(pathsOf(mirrored))
        expect(privatePaths.filter((path) => paths.has(path))).toEqual([])
      }),
    )
  })
})

test('a copy that was changed names every fault', () => {
  const broken = { ...copy, version: 2, at: 'soon', yours: { confirmed: 'rmp', remarks: [] } }
  expect(isPartnerCopy(broken)).toBe(true)
  expect(isPartnerCopy([copy])).toBe(false)
  expect(faultsOf(broken)).toEqual(['/version', '/at', '/yours/confirmed'])
  expect(faultsOf({ ...copy, record: { rel: { stag: 'running' } } })).toEqual(['/record/rel/stag'])
})

function faultsOf(value: unknown): string[] {
  try {
    parsePartnerCopy(value)
    return []
  } catch (error) {
    return error instanceof DocumentError ? error.faults.map(({ path }) => path) : ['another error']
  }
}

function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, path))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = path === '' ? key : `${path}.${key}`
    return [at, ...pathsOf(inner, at)]
  })
}
