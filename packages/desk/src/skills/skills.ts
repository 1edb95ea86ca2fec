import type { RuleSet } from '@joinery/core'
import type { Desk } from '../desk.ts'
import type { Entry } from '../service/firm-service.ts'
import type { PartnerWord, Rating } from './rate.ts'

/** What is known of how people act, and what is being said now. */
export interface Skills {
  readonly desk: Desk
  readonly rules: RuleSet
  entry: Entry
  wrong: string
  /** What is wrong with what the partner would be asked. */
  askWrong: string
  /** What the partner is asked, and what it said itself. */
  partner: PartnerSide
  readonly ask: (question: { person: string; items: readonly string[] }) => Promise<void>
  readonly rate: (rating: Rating) => Promise<void>
  readonly plan: (step: { person: string; item: string; due: string }) => Promise<void>
  readonly done: (person: string) => Promise<void>
}

interface PartnerSide {
  readonly asked: { readonly person: string; readonly items: readonly unknown[] } | null
  readonly given: readonly PartnerWord[]
}
