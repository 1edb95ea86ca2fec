import type { Relationship } from '@joinery/core'

export type Evidence = NonNullable<Relationship['evidence']>[number]

/** Something that a record could say, found in a file; nothing is taken over until a person says so. */
export interface Proposal {
  /** The same for the same finding, whatever else is in the file. */
  readonly id: string
  /** `set`: one value where none is recorded. `add`: one more entry of a list. */
  readonly action: 'set' | 'add'
  /** Where it goes: `rel.revenueShare`, `meetings`. */
  readonly path: string
  readonly value: unknown
  /** What it is, in a sentence. */
  readonly says: string
  /** Where it comes from, in a sentence. */
  readonly because: string
  readonly evidence: Evidence
  /** What is recorded there already. It stays: such a proposal is shown, never taken over. */
  readonly recorded?: unknown
  /**
   * Of many alike: what they are together, in a sentence, such as `52 meetings from … to … (calendar.ics)`. Those with the
   * same words are shown as one line and confirmed as one, and can still be looked at one by one.
   */
  readonly group?: string
}

/** More alike than this nobody reads one by one. */
const mostApart = 12

/** Findings that are alike as one group, where they are many. */
export function together(proposals: readonly Proposal[], group: string): readonly Proposal[] {
  return proposals.length > mostApart ? proposals.map((proposal) => ({ ...proposal, group })) : proposals
}

/** Findings as they are shown and confirmed: those of one group together, each other by itself. Pure. */
export function inGroups(proposals: readonly Proposal[]): readonly (readonly Proposal[])[] {
  const groups = new Map<unknown, Proposal[]>()
  for (const proposal of proposals) {
    const key = proposal.group ?? proposal
    const same = groups.get(key)
    if (same === undefined) groups.set(key, [proposal])
    else same.push(proposal)
  }
  return [...groups.values()]
}

/** The source of a finding, as evidence for what it says: a file that a stranger could look into. */
export function evidenceFrom(file: string, factPath: string, observedAt: string): Evidence {
  return { factPath, kind: 'file', uri: file, observedAt, providedBy: 'system', grade: 'E2' }
}

/** The value at a path of a record, if there is one. */
export function recordedAt(record: Relationship, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? (value as Record<string, unknown>)[key]
      : undefined
  }, record)
}

/** A proposal for one value; it carries what is recorded there already. */
export function setProposal(
  record: Relationship,
  { path, ...rest }: Omit<Proposal, 'id' | 'action' | 'recorded'>,
): Proposal {
  const recorded = recordedAt(record, path)
  const isFree = recorded === undefined || recorded === ''
  return { id: `set ${path}`, action: 'set', path, ...rest, ...(isFree ? {} : { recorded }) }
}

/** Whether a list has an entry: each field of it stands there as it is. */
export function hasEntry(list: unknown, entry: unknown): boolean {
  if (!Array.isArray(list)) return false
  return (list as unknown[]).some((known) => {
    if (typeof entry !== 'object' || entry === null) return known === entry
    const there = Object(known) as Readonly<Record<string, unknown>>
    return Object.entries(entry).every(([key, value]) => JSON.stringify(there[key]) === JSON.stringify(value))
  })
}
