/**
 * A relationship management plan before it has a format: up to 14 headings, in the order of Annex A. All texts are plain;
 * escaping them is the renderer's business.
 */
export interface PlanDocument {
  readonly title: string
  /** The two firms, as far as they are named. */
  readonly names: readonly string[]
  /** Whose eyes it is for. A document is one half or the other, never both. */
  readonly half: PlanHalf
  readonly form: PlanForm
  readonly language: string
  readonly asOf: string
  /** The same day as people write it. */
  readonly day: string
  /** One line on how far the plan is: its version, who keeps it, whether the partner agreed. */
  readonly standing: readonly string[]
  readonly headings: readonly PlanHeading[]
  /** What is not there yet, and the quickest way to fill it. */
  readonly missing: readonly Missing[]
  readonly footer: string
  /** `#rrggbb` */
  readonly accent: string | undefined
  readonly words: PlanWords
}

/** `shared`: both firms read it. `private`: it stays in our firm. */
export type PlanHalf = 'shared' | 'private'

/** `micro`: ten headings on two pages. `full`: all 14, with every entry. */
export type PlanForm = 'micro' | 'full'

export interface PlanHeading {
  readonly key: string
  /** Its place among the 14, the same in every form and half. */
  readonly number: number
  readonly title: string
  readonly blocks: readonly PlanBlock[]
}

export type PlanBlock = FactsBlock | EntriesBlock

/** Single values, each with a label. */
interface FactsBlock {
  readonly kind: 'facts'
  readonly facts: readonly PlanFact[]
}

/** Entries of a list. */
export interface EntriesBlock {
  readonly kind: 'entries'
  readonly label: string
  readonly entries: readonly PlanEntry[]
  /** How many more there are than a short form shows. */
  readonly more: number
}

export interface PlanFact {
  readonly label: string
  readonly value: string
}

export interface PlanEntry {
  readonly title: string
  readonly facts: readonly PlanFact[]
}

interface Missing {
  readonly number: number
  readonly title: string
  readonly quickest: string
}

/** The words around the contents. `{count}`, `{day}` and `{name}` stand for what is put in. */
export interface PlanWords {
  readonly missing: string
  readonly more: string
  readonly version: string
  readonly keptBy: string
  readonly agreed: string
  readonly notAgreed: string
  readonly signature: string
}
