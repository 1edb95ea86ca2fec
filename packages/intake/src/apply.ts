import type { Relationship } from '@joinery/core'
import { recordedAt, type Proposal } from './proposal.ts'

/**
 * The record with the proposals that a person confirmed, each with its source as evidence. Pure. What is recorded already is
 * never written over, even where it was recorded after the proposal was made.
 */
export function applyProposals(record: Relationship, confirmed: readonly Proposal[]): Relationship {
  return confirmed.reduce(applied, record)
}

function applied(record: Relationship, { action, path, value, evidence }: Proposal): Relationship {
  const recorded = recordedAt(record, path)
  const isTaken = recorded !== undefined && recorded !== ''
  if (action === 'set' && isTaken) return record
  const entries = Array.isArray(recorded) ? (recorded as unknown[]) : []
  const next = action === 'set' ? value : [...entries, value]
  return {
    ...(withValue(record, path.split('.'), next) as Relationship),
    evidence: [...(record.evidence ?? []), evidence],
  }
}

function withValue(at: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  const data = typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>) : {}
  return { ...data, [key]: withValue(Object.hasOwn(data, key) ? data[key] : undefined, rest, value) }
}
