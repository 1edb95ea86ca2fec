import type { PerceptionGaps, PrincipleGaps, Relationship, RuleSet } from '@joinery/core'
import type { ReportDocument } from '../document/blocks.ts'
import type { DocumentFormat } from '../document/document-format.ts'
import { firmNames } from '../document/firm-names.ts'
import { renderDocument, type ScreenOptions } from '../document/render-document.ts'
import { anonymityBlocks, flaggedItems, principleGapBlocks, pulseGapBlocks } from './gap-blocks.ts'

/** The forms in which gaps are written. */
export type GapsFormat = DocumentFormat

/** What the page on gaps is written from. */
export interface GapsInput extends ScreenOptions {
  readonly format: GapsFormat
  readonly ruleSet: RuleSet
  /** Our record: for the names of the two firms, and for what both agreed to do about a gap. */
  readonly relationship: Relationship
  readonly asOf: string
  /** Of the pulse, where both sides answered one. */
  readonly pulse?: PerceptionGaps | undefined
}

/** Where the two sides see things differently, and what they agreed to do about it. For those who look from our side. Pure. */
export function renderGaps(gaps: PrincipleGaps, input: GapsInput): string {
  return renderDocument(documentOf(gaps, input), input.format, input)
}

function documentOf(gaps: PrincipleGaps, { relationship, asOf, pulse }: GapsInput): ReportDocument {
  const names = firmNames(relationship)
  const sections = [
    { id: 'headline', title: 'What to talk about', blocks: flaggedItems({ principles: gaps, pulse }, relationship) },
    { id: 'principles', title: 'Principle by principle', blocks: principleGapBlocks(gaps) },
    { id: 'pulse', title: 'The pulse', blocks: pulse === undefined ? [] : pulseGapBlocks(pulse) },
    { id: 'anonymous', title: 'Who can be told', blocks: anonymityBlocks({ principles: gaps, pulse }, relationship) },
  ]
  return {
    kind: 'Both views',
    tag: '',
    title: names.length === 0 ? 'Both views' : names.join(' and '),
    names,
    subtitle: 'Where both sides see things differently',
    language: 'en',
    asOf,
    notice: 'Not who is right, but what each of you saw.',
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  }
}
