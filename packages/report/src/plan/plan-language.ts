import type { PlanHalf, PlanWords } from './plan.ts'

/** All that a plan says by itself, in one language; what the two firms wrote stays as they wrote it. */
export interface PlanLanguage extends Readonly<Record<PlanHalf, { readonly title: string; readonly footer: string }>> {
  readonly words: PlanWords
  /** What the firms are called while nobody said their names. */
  readonly us: string
  readonly partner: string
  readonly yes: string
  readonly day: (day: string) => string
  readonly days: (count: number) => string
  readonly rating: (value: number) => string
  /** A number with a point before its decimals, as this language writes it. */
  readonly number: (text: string) => string
  /** Choices of the model; those that are not here read as they are. */
  readonly choices: Readonly<Record<string, string>>
  /** Labels by field; those that are not here read as they are written beside the lines. */
  readonly labels: Readonly<Record<string, string>>
  /** By the id of a section; the words of a rule set's own locale come first. */
  readonly headings: Readonly<Record<string, { readonly title: string; readonly prompt: string }>>
}
