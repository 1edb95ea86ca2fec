import { expect, test } from 'vitest'
import type { Intake, PartnerShare } from '@joinery/intake'
import { candidatesOf, freeTogether, recordFor, withFindings, type Brought } from './bringing.ts'

function ledger(partners: readonly PartnerShare[]): Brought {
  const intake: Intake = {
    name: 'sales.csv',
    kind: 'ledger',
    rows: 3,
    columns: ['Customer', 'Amount'],
    mapping: {},
    faults: [],
    questions: [],
    proposals: [],
    notes: [],
    partners,
  }
  return { file: new File([], 'sales.csv'), chosen: {}, progress: undefined, intake, problem: undefined }
}

const castell = {
  id: 'r1',
  etag: '"1"',
  record: { org: { name: 'Harbour Joinery', headcount: 7 }, rel: { partnerName: 'Castell & Rowe' } },
}
const sales = ledger([
  { name: 'Millbrook Offices', side: 'customer', amount: 600, share: 0.6 },
  { name: 'Castell & Rowe Ltd', side: 'customer', amount: 400, share: 0.4 },
])
const purchases = ledger([{ name: 'MILLBROOK OFFICES GmbH', side: 'supplier', amount: 90, share: 0.9 }])

test('a partner that is looked after comes first, under its own name, with the share of the ledger', () => {
  expect(candidatesOf([castell], [sales, purchases])).toEqual([
    { name: 'Castell & Rowe', id: 'r1', revenueShare: 0.4, spendShare: undefined },
    { name: 'Millbrook Offices', id: undefined, revenueShare: 0.6, spendShare: 0.9 },
  ])
})

test('a new record begins with our firm as the others know it, and with what the partner mostly is to us', () => {
  const [, millbrook] = candidatesOf([castell], [sales, purchases])
  expect(recordFor(millbrook!, [castell], 'Harbour')).toEqual({
    org: { name: 'Harbour Joinery', headcount: 7 },
    rel: { partnerName: 'Millbrook Offices', kind: 'supplier' },
  })
  expect(recordFor({ ...millbrook!, revenueShare: undefined, spendShare: undefined }, [], 'Harbour')).toEqual({
    org: { name: 'Harbour' },
    rel: { partnerName: 'Millbrook Offices' },
  })
})

test('a name like a property of every object is a name', () => {
  const odd = ledger([{ name: '__proto__', side: 'customer', amount: 1, share: 1 }])
  expect(candidatesOf([], [odd]).map(({ name }) => name)).toEqual(['__proto__'])
})

test('what somebody recorded meanwhile stays', () => {
  const proposal = {
    id: 'set rel.revenueShare',
    action: 'set',
    path: 'rel.revenueShare',
    value: 0.4,
    says: 'Share of our revenue: 40 %',
    because: '400 of 1,000 in sales.csv',
    evidence: { factPath: 'rel.revenueShare', kind: 'file', uri: 'sales.csv' },
  } as const
  expect(withFindings({ rel: { revenueShare: 0.5 } }, [proposal])).toEqual({ rel: { revenueShare: 0.5 } })
  expect(withFindings({ rel: {} }, [{ ...proposal, recorded: 0.2 }])).toEqual({ rel: {} })
  expect(withFindings({ rel: {} }, [proposal]).rel).toEqual({ revenueShare: 0.4 })
})

test('where a ledger and bills disagree about a share, the ledger is heard', () => {
  const bills: Brought = { ...ledger([{ name: 'Castell & Rowe', side: 'customer', amount: 1, share: 0.9 }]) }
  const asBills = { ...bills, intake: { ...bills.intake!, kind: 'invoices' as const } }
  expect(candidatesOf([castell], [asBills, sales])[0]).toMatchObject({ revenueShare: 0.4 })
})

test('of several findings for one value only the first is confirmed with all others', () => {
  const share = { action: 'set', path: 'rel.revenueShare', says: '', because: '', evidence: {} } as const
  const meeting = { ...share, action: 'add', path: 'meetings', value: {} } as const
  const all = [
    { ...share, id: 'a', value: 0.4, recorded: 0.2 },
    { ...share, id: 'b', value: 0.6 },
    { ...share, id: 'c', value: 0.8 },
    { ...meeting, id: 'd' },
    { ...meeting, id: 'e' },
  ] as Parameters<typeof freeTogether>[0]
  expect(freeTogether(all)).toEqual([1, 3, 4])
})
