import type { Outcome } from '@joinery/core'
import type { Text } from './text.ts'

/**
 * A report before it has a format: sections of blocks. All texts are plain; escaping them is the renderer's business. A
 * section is made of these blocks alone, so a new section needs no renderer to change.
 */
export interface ReportDocument {
  /** What it is, in two words: `Relationship report`. */
  readonly kind: string
  /** What must stand beside the title of every result; empty for what is none. */
  readonly tag: string
  readonly title: Text
  /** The two firms that the title is made of, as far as they are named. */
  readonly names: readonly string[]
  /** What kind of report this is: the rule set, and the scope where it is not the whole. */
  readonly subtitle: Text
  /** Of the words that are not marked otherwise. */
  readonly language: string
  readonly asOf: string
  /** What must be said beside every result. */
  readonly notice: Text
  readonly sections: readonly Section[]
}

export interface Section {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block = HeadlineBlock | TextBlock | ItemsBlock | TableBlock | GroupBlock | FiguresBlock | CourseBlock

/** One kind of block. */
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>

/** A range on the scale, as shares of it from 0 to 1. */
export interface Bar {
  readonly score: number
  readonly potential: number
  /** Where levels begin. */
  readonly ticks: readonly number[]
}

/** A place on the scale that has a name. */
export interface Mark {
  readonly at: number
  readonly label: string
  readonly name: Text
  readonly isHere: boolean
}

export interface Figure {
  readonly label: string
  readonly value: string
  readonly note: Text
}

export interface HeadlineBlock {
  readonly kind: 'headline'
  /** The small words above the lead: `Level 1`. */
  readonly kicker: Text
  readonly lead: Text
  readonly meaning: Text
  /** The range in a sentence. */
  readonly range: Text
  readonly bar: Bar | null
  readonly marks: readonly Mark[]
  readonly target: { readonly at: number; readonly name: string; readonly isMarked: string } | null
  readonly figures: readonly Figure[]
  readonly heldBackBy: readonly Text[]
}

interface TextBlock {
  readonly kind: 'text'
  readonly text: Text
  readonly tone: 'plain' | 'quiet' | 'warning'
}

export interface Item {
  readonly title: Text
  readonly outcome?: Outcome
  /** Short facts that stand in one line: effort, place, score after it. */
  readonly facts: readonly Text[]
  /** Sentences below. */
  readonly notes: readonly Text[]
  /** What is shown to those who ask. */
  readonly more?: { readonly title: string; readonly lines: readonly Text[] }
}

export interface ItemsBlock {
  readonly kind: 'items'
  /** Steps are numbered, cards stand side by side where there is room, warnings catch the eye. */
  readonly look: 'steps' | 'cards' | 'list' | 'warnings'
  readonly items: readonly Item[]
}

/** A figure over time, as shares of the scale; drawn where there is a page. A table beside it says the same. */
export interface Course {
  /** What the picture shows, for those who listen. */
  readonly label: string
  readonly legend: string
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
  readonly points: readonly CoursePoint[]
  /** What moved the figure between two points; one fewer than there are points. */
  readonly steps: readonly ({ readonly you: number; readonly time: number; readonly rules: number } | null)[]
}

export interface CoursePoint {
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly score: number | null
  readonly potential: number | null
}

interface CourseBlock extends Course {
  readonly kind: 'course'
}

/** What a column holds; it decides where the column goes on a narrow page. */
type ColumnRole = 'id' | 'name' | 'bar' | 'figure' | 'level' | 'words'

export interface Column {
  readonly title: string
  readonly role: ColumnRole
}

export type Cell = Text | Bar | null

export interface TableBlock {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Says how to read the bars. */
  readonly legend?: string
}

export interface GroupBlock {
  readonly kind: 'group'
  readonly title: Text
  /** Where it is another than that of the report. */
  readonly language?: string
  readonly facts: readonly Text[]
  readonly bar: Bar | null
  /** Whether the page shows it only when asked. */
  readonly isFolded: boolean
  readonly blocks: readonly Block[]
}

interface FiguresBlock {
  readonly kind: 'figures'
  readonly figures: readonly Figure[]
}
