import type { PerceptionGaps, PrincipleGaps, Relationship, RuleSet } from '@joinery/core'
import type { Block, ReportDocument } from '../document/blocks.ts'
import { firmNames } from '../document/firm-names.ts'
import { renderHtml } from '../html/render-html.ts'
import { renderMarkdown } from '../markdown/render-markdown.ts'
import { renderTable } from '../table/render-table.ts'
import { flaggedItems, principleGapBlocks, pulseGapBlocks } from './gap-blocks.ts'

export type GapsFormat = 'table' | 'markdown' | 'html'

export interface GapsInput {
  readonly format: GapsFormat
  readonly ruleSet: RuleSet
  /** Our record: for the names of the two firms, and for what both agreed to do about a gap. */
  readonly relationship: Relationship
  readonly asOf: string
  /** Of the pulse, where both sides answered one. */
  readonly pulse?: PerceptionGaps | undefined
  readonly width?: number | undefined
  readonly colour?: boolean | undefined
}

/** Where the two sides see things differently, and what they agreed to do about it. For those who look from our side. Pure. */
export function renderGaps(gaps: PrincipleGaps, input: GapsInput): string {
  const document = documentOf(gaps, input)
  switch (input.format) {
    case 'table':
      return renderTable(document, input)
    case 'markdown':
      return renderMarkdown(document)
    case 'html':
      return renderHtml(document)
  }
}

function documentOf(gaps: PrincipleGaps, { ruleSet, relationship, asOf, pulse }: GapsInput): ReportDocument {
  const names = firmNames(relationship)
  const sections = [
    { id: 'headline', title: 'What to talk about', blocks: flaggedItems(gaps, pulse, relationship) },
    { id: 'principles', title: 'Principle by principle', blocks: principleGapBlocks(gaps) },
    { id: 'pulse', title: 'The pulse', blocks: pulse === undefined ? [] : pulseGapBlocks(pulse) },
    { id: 'anonymous', title: 'Who can be told', blocks: anonymity(gaps, relationship) },
  ]
  return {
    kind: 'Both views',
    tag: '',
    title: names.length === 0 ? 'Both views' : names.join(' and '),
    names,
    subtitle: 'Where both sides see things differently',
    language: ruleSet.document.language,
    asOf,
    notice: 'Not who is right, but what each of you saw.',
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  }
}

function anonymity({ notAnonymous }: PrincipleGaps, { org }: Relationship): Block[] {
  const ours = org?.headcount === 1 ? ['You are one person: whoever reads your answers knows that they are yours.'] : []
  const few = notAnonymous.map((side) =>
    side === 'us'
      ? 'Fewer than three people answered for you, so it can be told who said what.'
      : 'Fewer than three people answered for the partner, so you can tell who said what. Treat it so.',
  )
  return [...ours, ...few].map((text) => ({ kind: 'text', text, tone: 'quiet' }))
}
