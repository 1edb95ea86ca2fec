import { createHash } from 'node:crypto'
import type { AuditRow, AuditSealRow } from '../schema/access-rows.ts'

/** What the first seal stands on. */
export const firstPrevious = '0'.repeat(64)

/** Every field of an entry that may never change, as one text without any doubt about where a field ends. */
export function entryText(row: Omit<AuditRow, 'bucket' | 'mac' | 'seal'>): string {
  const { tenant, id, at, actor, action, target, before_hash, after_hash, request_id, firm } = row
  return JSON.stringify([tenant, id, at, actor, action, target, before_hash, after_hash, request_id, firm])
}

export function sealText({
  number,
  entries,
  previous,
  hash,
  at,
}: Omit<AuditSealRow, 'bucket' | 'mac' | 'tenant'>): string {
  return JSON.stringify([number, entries, previous, hash, at])
}

/** Over the seal before and every entry of this one, in the order of their ids. */
export function chainHash(previous: string, rows: readonly AuditRow[]): string {
  const hash = createHash('sha256').update(previous)
  for (const row of rows.toSorted((left, right) => (left.id < right.id ? -1 : 1))) {
    hash.update('\n').update(entryText(row)).update(row.mac)
  }
  return hash.digest('hex')
}
