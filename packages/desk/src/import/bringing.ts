import type { Relationship } from '@joinery/core'
import {
  applyProposals,
  firmKey,
  type Chosen,
  type Intake,
  type PartnerShare,
  type Proposal,
  type Question,
} from '@joinery/intake'
import type { Entry } from '../service/firm-service.ts'

/** A file that was brought in, and what it says by itself. */
export interface Brought {
  readonly file: File
  readonly chosen: Chosen
  /** Share that is read, while it is read. */
  readonly progress: number | undefined
  readonly intake: Intake | undefined
  readonly problem: string | undefined
}

/** A partner that files speak of or that is looked after already. */
export interface Candidate {
  readonly name: string
  /** The relationship that exists already. */
  readonly id: string | undefined
  readonly revenueShare: number | undefined
  readonly spendShare: number | undefined
}

/** What the files say about one partner. */
export interface Found {
  readonly candidate: Candidate
  readonly record: Relationship
  readonly proposals: readonly Proposal[]
  /** What files ask about this partner alone, such as which of two similar names it is. */
  readonly asked: readonly Question[]
}

/** The partners of the firm and of all ledgers, those it looks after first, then by their share. */
export function candidatesOf(entries: readonly Entry[], brought: readonly Brought[]): readonly Candidate[] {
  const all = new Map<string, Candidate>()
  for (const { id, record } of entries) {
    const name = record.rel?.partnerName ?? ''
    all.set(firmKey(name) || id, { name, id, revenueShare: undefined, spendShare: undefined })
  }
  const known = all.size
  for (const { intake } of ledgersFirst(brought)) for (const share of intake?.partners ?? []) addShare(all, share)
  const [kept, fresh] = [[...all.values()].slice(0, known), [...all.values()].slice(known)]
  return [...kept, ...fresh.toSorted((left, right) => weightOf(right) - weightOf(left))]
}

function addShare(all: Map<string, Candidate>, { name, side, share }: PartnerShare): void {
  const key = firmKey(name)
  const before = all.get(key) ?? { name, id: undefined, revenueShare: undefined, spendShare: undefined }
  const field = side === 'customer' ? 'revenueShare' : 'spendShare'
  all.set(key, { ...before, [field]: before[field] ?? share })
}

/** Where a ledger and a pile of bills disagree about a share, the ledger knows the whole: it is heard first. */
export function ledgersFirst(brought: readonly Brought[]): readonly Brought[] {
  const rank = ({ intake }: Brought) => (intake?.kind === 'ledger' ? 0 : 1)
  return brought.toSorted((left, right) => rank(left) - rank(right))
}

function weightOf({ revenueShare = 0, spendShare = 0 }: Candidate): number {
  return Math.max(revenueShare, spendShare)
}

/** The record that findings are looked up for: the one that is kept, or the beginning of a new one. */
export function recordFor(candidate: Candidate, entries: readonly Entry[], firmName: string): Relationship {
  const known = entries.find(({ id }) => id === candidate.id)
  if (known !== undefined) return known.record
  const org = entries[0]?.record.org ?? { name: firmName }
  const kind = (candidate.revenueShare ?? 0) >= (candidate.spendShare ?? 0) ? 'customer' : 'supplier'
  const isInLedger = candidate.revenueShare !== undefined || candidate.spendShare !== undefined
  return { org, rel: { partnerName: candidate.name, ...(isInLedger ? { kind } : {}) } }
}

/** Findings that can be taken over; what is recorded already stays as it is. */
export function isFree({ recorded }: Proposal): boolean {
  return recorded === undefined
}

/** The places of all findings that can be taken over together: of several for one value the first, the others by hand. */
export function freeTogether(proposals: readonly Proposal[]): readonly number[] {
  const taken = new Set<string>()
  return proposals.flatMap((proposal, at) => {
    const { action, path } = proposal
    if (!isFree(proposal) || (action === 'set' && taken.has(path))) return []
    taken.add(path)
    return [at]
  })
}

/** The record with what was confirmed; what somebody recorded meanwhile stays. */
export function withFindings(record: Relationship, proposals: readonly Proposal[]): Relationship {
  const applied = applyProposals(record, proposals.filter(isFree))
  return applied.evidence === undefined ? applied : { ...applied, evidence: newestEach(applied.evidence) }
}

type Evidence = NonNullable<Relationship['evidence']>

/** A thousand meetings out of one calendar have one source: of a file that says the same fact again and again, the newest day counts. */
function newestEach(evidence: Evidence): Evidence {
  const kept = new Map<string, Evidence[number]>()
  for (const one of evidence) {
    const isOfFile = one.kind === 'file' && one.confirmedByPartnerAt === undefined
    const key = isOfFile ? JSON.stringify([one.factPath, one.uri, one.providedBy]) : JSON.stringify(one)
    const before = kept.get(key)
    if (before === undefined || (before.observedAt ?? '') <= (one.observedAt ?? '')) kept.set(key, one)
  }
  return [...kept.values()]
}
