import type { Mapping } from '@joinery/intake'
import type { Entry } from '../service/firm-service.ts'
import { candidatesOf, type Brought, type Candidate, type Found } from './bringing.ts'

/** What has been brought in so far, and what was said about it. */
export interface State {
  entries: readonly Entry[]
  brought: readonly Brought[]
  /** Names of the partners to look for. */
  readonly picked: Set<string>
  /** Partners that no ledger names. */
  added: readonly string[]
  found: readonly Found[] | undefined
  /** Findings that were confirmed: `<partner> <id>`. */
  readonly confirmed: Set<string>
  /** Groups of findings whose lines are shown one by one, by the key of their first. */
  readonly unfolded: Set<string>
  written: readonly Written[] | undefined
}

/** What can be done with files, partners and findings. */
export interface Bring {
  readonly add: (files: readonly File[]) => void
  readonly remove: (at: number) => void
  readonly answer: (at: number, id: string, value: string) => void
  readonly map: (at: number, mapping: Mapping) => void
  readonly pick: (names: readonly string[], isOn: boolean) => void
  readonly addPartner: (name: string) => void
  readonly find: () => Promise<void>
  readonly confirm: (keys: readonly string[], isOn: boolean) => void
  readonly unfold: (key: string) => void
  readonly write: () => Promise<void>
}

/** Every partner that can be looked for. */
export function everyCandidate({ entries, brought, added }: State): readonly Candidate[] {
  const blank = { id: undefined, revenueShare: undefined, spendShare: undefined }
  return [...candidatesOf(entries, brought), ...added.map((name) => ({ ...blank, name }))]
}

/** The same for one finding of one partner, whatever else was found. */
export function keyOf({ candidate }: Found, at: number): string {
  return `${candidate.name} ${at}`
}

/** What was written, for one partner. */
export interface Written {
  readonly name: string
  readonly id: string
  readonly isNew: boolean
  readonly findings: number
}
