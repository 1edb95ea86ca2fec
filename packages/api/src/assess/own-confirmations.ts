import type { Relationship } from '@joinery/core'
import { linkOf, type Witness } from './witness.ts'

interface Word {
  readonly relationship: string
  readonly link: string
  readonly fields: readonly string[]
  readonly day: string
}

/** The record with the partner's word on what stands in these fields; it takes the place of an older word on them. */
export function withConfirmations(record: Relationship, word: Word, witness: Witness): Relationship {
  const { fields, ...by } = word
  const made = fields.map((field) => witness.attest({ ...by, record, field }))
  const kept = (record.evidence ?? []).filter(
    ({ uri = '', factPath = '' }) => linkOf(uri) !== word.link || !fields.includes(factPath),
  )
  return { ...record, evidence: [...kept, ...made] }
}

/** The record without what the partner of a link confirmed of a field, of parts of it, or of what it is a part of. */
export function withoutConfirmation(record: Relationship, link: string, field: string): Relationship {
  const { evidence } = record
  if (evidence === undefined) return record
  return {
    ...record,
    evidence: evidence.filter(({ uri = '', factPath = '' }) => linkOf(uri) !== link || !overlap(factPath, field)),
  }
}

/** The fields that the partner of a link has confirmed, as far as its word still holds. */
export function confirmedBy(
  link: string,
  confirmed: { readonly relationship: string; readonly record: Relationship },
  witness: Witness,
): string[] {
  const isSeen = witness.seen(confirmed)
  const own = (confirmed.record.evidence ?? []).filter(({ uri = '' }) => linkOf(uri) === link)
  return own.filter((entry) => isSeen(entry)).map(({ factPath = '' }) => factPath)
}

/** Whether the partner's word on a field holds, by whichever link it was given. */
export function isVouched(
  field: string,
  confirmed: { readonly relationship: string; readonly record: Relationship },
  witness: Witness,
): boolean {
  const isSeen = witness.seen(confirmed)
  return (confirmed.record.evidence ?? []).some((entry) => entry.factPath === field && isSeen(entry))
}

function overlap(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`)
}
