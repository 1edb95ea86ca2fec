import type { Instant, Page, PageRequest, Position } from '../contract/page.ts'
import type { TenantContext } from '../contract/tenants.ts'
import type { Session } from '../engine/engine.ts'
import type { Vault } from '../seal/vault.ts'
import { StoreError } from '../store-error.ts'

/** What every repository works with: one transaction of one tenant. */
export interface Work {
  readonly session: Session
  readonly tenant: TenantContext
  readonly vault: Vault
  /** One moment for the whole transaction. */
  readonly now: Instant
  /** Sorts after `after`, whichever process made that one, and however far its clock is ahead. */
  readonly newId: (after?: string) => string
}

/** The two columns that every row begins with. */
export function ownedBy({ tenant }: Work): { readonly tenant: string; readonly bucket: number } {
  return { tenant: tenant.id, bucket: tenant.bucket }
}

export function checkedLimit(limit: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= 500) return limit
  throw new StoreError('bad-value', `A page has 1 to 500 items, not ${limit}.`)
}

/** Before everything, for lists that begin with the oldest. */
const start: Position = { at: '', id: '' }
/** After everything, for lists that begin with the newest. */
const end: Position = { at: '~', id: '~' }

/** Rows are read with one more than asked for, which tells whether there is a next page. */
export async function pageOf<Row, Item>(
  rows: readonly Row[],
  { limit, place, item }: { limit: number; place: (row: Row) => Position; item: (row: Row) => Item | Promise<Item> },
): Promise<Page<Item>> {
  const shown = rows.slice(0, limit)
  const items = await Promise.all(shown.map(item))
  const last = shown.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? place(last) : undefined }
}

export function oldestFirst({ after, limit }: PageRequest): { at: string; id: string; limit: number } {
  return { ...(after ?? start), limit: checkedLimit(limit) + 1 }
}

export function newestFirst({ after, limit }: PageRequest): { at: string; id: string; limit: number } {
  return { ...(after ?? end), limit: checkedLimit(limit) + 1 }
}

/** Nothing was changed: either it is not there, or somebody was faster. */
export function notChanged(what: string, stored: { readonly version: number } | undefined): StoreError {
  if (stored === undefined) return new StoreError('absent', `There is no ${what}.`)
  return new StoreError('conflict', `Somebody changed ${what} meanwhile; it is at version ${stored.version}.`, {
    version: stored.version,
  })
}

export function json<T>(text: string): T {
  return JSON.parse(text) as T
}

/** Cuts a long list into pieces that one statement can take. */
export function inPieces<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, piece) =>
    items.slice(piece * size, (piece + 1) * size),
  )
}
