import type { Relationship, RuleSet, Split, Timeline } from '@joinery/core'
import type { Block, ReportDocument } from '../document/blocks.ts'
import type { DocumentFormat } from '../document/document-format.ts'
import { firmNames } from '../document/firm-names.ts'
import { renderDocument, type ScreenOptions } from '../document/render-document.ts'
import { timelineBlocks } from './timeline-blocks.ts'

/** The forms in which a timeline is written. */
export type TimelineFormat = DocumentFormat

/** What a timeline is written from. */
export interface TimelineInput extends ScreenOptions {
  readonly format: TimelineFormat
  readonly ruleSet: RuleSet
  /** For the names of the two firms. */
  readonly relationship: Relationship
}

/** A timeline to read: drawn where there is a page, with the same figures as a table. Pure. */
export function renderTimeline(timeline: Timeline, input: TimelineInput): string {
  return renderDocument(documentOf(timeline, input), input.format, input)
}

function documentOf(timeline: Timeline, { ruleSet, relationship }: TimelineInput): ReportDocument {
  const names = firmNames(relationship)
  return {
    kind: 'Timeline',
    tag: 'Self-assessed',
    title: names.length === 0 ? 'How it went' : names.join(' and '),
    names,
    subtitle: ruleSet.document.title,
    language: 'en',
    asOf: timeline.points.at(-1)?.asOf ?? '',
    notice: verdict(timeline.headline.total),
    sections: [{ id: 'headline', title: 'How it went', blocks: blocksOf(timeline, ruleSet) }],
  }
}

function blocksOf(timeline: Timeline, ruleSet: RuleSet): readonly Block[] {
  const nothing: Block = { kind: 'text', text: 'There is no assessment to show yet.', tone: 'plain' }
  return timeline.points.length === 0 ? [nothing] : timelineBlocks(timeline, ruleSet)
}

function verdict(total: Split | null): string {
  if (total === null) return 'Not every assessment has a score, so the whole way cannot be split.'
  const [cause] = (['you', 'time', 'rules'] as const).toSorted(
    (one, other) => Math.abs(total[other]) - Math.abs(total[one]),
  )
  if (cause === undefined || total[cause] === 0) return 'Nothing moved.'
  const said = {
    you: 'Most of it comes from what you changed.',
    time: 'Most of it comes from what aged.',
    rules: 'Most of it comes from rules that changed, not from what you did.',
  }
  return said[cause]
}
