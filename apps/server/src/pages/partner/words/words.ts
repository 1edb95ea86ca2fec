import type { PulseItem } from '@joinery/core'

/** The languages of the partner's page. */
export const languages = ['en', 'de', 'ar'] as const
export type Language = (typeof languages)[number]

/** A part of the page, as the sentence that says what it asks for names it. */
type Part = 'facts' | 'pulse' | 'statements' | 'ratings' | 'plan'

/** Everything that the pages of a partner say. `from` is the firm that asks, `day` is written out. */
export interface PartnerWords {
  readonly language: Language
  /** For `Intl`: how days, numbers and lists are written. */
  readonly locale: string
  /** The language's name, in itself. */
  readonly name: string
  readonly languages: string
  readonly you: string
  /** Above a column. */
  readonly yourSide: string
  readonly yes: string
  readonly no: string
  readonly page: {
    readonly for: (to: string) => string
    readonly minutes: string
    readonly title: (from: string) => string
    readonly lead: (from: string) => string
    readonly asks: (list: string) => string
    readonly nothing: string
    readonly parts: Readonly<Record<Part, string>>
    readonly free: string
    readonly lookAgain: string
    readonly next: string
    readonly nextLead: (from: string) => string
    readonly keep: string
    readonly keepLead: string
    readonly keepPage: string
    readonly keepPlan: string
    readonly keepData: string
    readonly keepUse: string
    readonly ends: (from: string, day: string) => string
  }
  readonly facts: {
    readonly title: string
    readonly lead: (from: string) => string
    readonly confirmed: string
    readonly said: string
    readonly so: string
    readonly notQuite: string
    readonly what: string
    readonly more: string
    readonly send: string
  }
  readonly pulse: {
    readonly title: string
    readonly lead: (from: string) => string
    readonly statements: Readonly<Record<PulseItem, (from: string) => string>>
    readonly short: Readonly<Record<PulseItem, string>>
    readonly scale: string
    readonly send: string
    readonly again: string
    readonly sealed: string
    readonly sealedLead: (from: string, day: string) => string
    readonly opened: (day: string) => string
    readonly question: string
    readonly talk: string
    readonly first: string
    readonly advice: string
    readonly agreed: (ours: string, theirs: string, day: string) => string
  }
  readonly statements: {
    readonly title: string
    readonly lead: (from: string) => string
    readonly open: string
    readonly opened: string
    readonly page: (from: string) => string
    readonly we: (from: string) => string
    readonly named: (from: string) => string
    readonly notSure: string
    readonly answers: Readonly<Record<'yes' | 'partly' | 'no', string>>
    readonly send: string
    readonly back: string
    readonly principle: string
    readonly theyHigher: (from: string) => string
    readonly youHigher: (from: string) => string
    readonly compared: (count: number) => string
    readonly noAction: string
  }
  readonly ratings: {
    readonly title: (person: string) => string
    readonly lead: (from: string) => string
    readonly notSeen: string
    readonly send: string
    readonly sent: (day: string) => string
  }
  readonly plan: {
    readonly title: string
    readonly read: string
    readonly approved: (day: string) => string
    readonly changed: (day: string) => string
    readonly approve: string
    readonly comment: string
    readonly send: string
  }
  readonly faults: {
    readonly note: (title: string) => string
    readonly long: (title: string, length: number, most: number) => string
    readonly pulse: string
    readonly statements: string
    readonly ratings: string
    readonly changed: string
    readonly plan: string
    readonly already: string
  }
  readonly gone: { readonly title: string; readonly advice: string }
  readonly invite: {
    readonly title: (to: string) => string
    readonly lead: (to: string) => string
    readonly copy: string
    readonly photograph: string
    readonly code: string
    readonly send: string
    readonly write: string
    readonly subject: (from: string) => string
    readonly mail: (from: string, address: string) => string
  }
}
