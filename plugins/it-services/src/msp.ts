import { dayOf } from '@joinery/core'
import type { Data } from '@joinery/core/plugin'

interface Service {
  readonly name?: string
  readonly critical?: boolean
  readonly reviewedAt?: string
  readonly minutes?: boolean
}

interface Leaver {
  readonly name?: string
  readonly leftAt?: string
  readonly accessRemovedAt?: string
}

/** A try at bringing data back: how long it took and how much work was lost, beside what was agreed. */
export interface RestoreTest {
  readonly at?: string
  readonly joint?: boolean
  readonly tookHours?: number
  readonly targetHours?: number
  readonly lostHours?: number
  readonly targetLostHours?: number
}

interface ProviderChange {
  readonly title?: string
  readonly kind?: string
  readonly at?: string
  readonly announcedAt?: string
}

interface ClientDocument {
  readonly title?: string
  readonly updatedAt?: string
}

/** What a record says under `ext.msp`. The rule set declares the same, and records are checked against it. */
export interface Msp {
  readonly provider?: string
  readonly services?: readonly Service[]
  readonly slaMet?: boolean
  readonly leavers?: readonly Leaver[]
  readonly adminAccounts?: number
  readonly adminAccountsWithMfa?: number
  readonly restoreTests?: readonly RestoreTest[]
  readonly providerChanges?: readonly ProviderChange[]
  readonly clientDocuments?: readonly ClientDocument[]
}

type Side = 'us' | 'partner'

/** What a fact has to read to learn which side provides the IT. */
export const readsSides = ['ext.msp.provider', 'rel.kind']

/** The sector part of a record that was checked; empty where there is none. */
export function mspOf(record: Data): Msp {
  const { msp } = (record['ext'] ?? {}) as { readonly msp?: Msp }
  return msp ?? {}
}

/** The side that provides the IT: as the record says, else by what the partner is to us. */
export function providerSide(record: Data): Side | undefined {
  const { provider } = mspOf(record)
  if (provider === 'us' || provider === 'partner') return provider
  const { kind } = (record['rel'] ?? {}) as { readonly kind?: string }
  if (kind === 'customer') return 'us'
  return kind === 'supplier' || kind === 'subcontract' ? 'partner' : undefined
}

export function clientSide(record: Data): Side | undefined {
  const provider = providerSide(record)
  if (provider === undefined) return undefined
  return provider === 'us' ? 'partner' : 'us'
}

/** Days from one day to another; NaN, with which every comparison is false, where one is missing. */
export function daysBetween(from: unknown, to: unknown): number {
  return (dayOf(to) ?? Number.NaN) - (dayOf(from) ?? Number.NaN)
}
