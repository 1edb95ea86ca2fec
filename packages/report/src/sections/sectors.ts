import type { SectorResult } from '@joinery/core'
import type { Block, Item } from '../document/blocks.ts'
import { scoreRangeOf, type Subject } from '../document/subject.ts'
import { sentence } from '../words/plain-text.ts'
import { everyFormat, type SectionBuilder } from './section.ts'

/** What each sector's rules say, beside the core score that they leave as it is. */
export const sectors: SectionBuilder = {
  id: 'sectors',
  title: 'Your sector',
  formats: everyFormat,
  build: (subject) => (subject.result.sectors ?? []).map((sector) => sectorBlock(subject, sector)),
}

function sectorBlock(subject: Subject, sector: SectorResult): Block {
  const faults = faultsOf(sector)
  return {
    kind: 'group',
    title: sector.title,
    facts: [scoresOf(subject, sector)],
    bar: null,
    isFolded: false,
    blocks: [
      ...(faults.length === 0 ? [] : [{ kind: 'items', look: 'warnings', items: faults } as const]),
      { kind: 'items', look: 'list', items: sector.rules.map(ruleItem) },
      ...sector.sections.flatMap(ownSection),
    ],
  }
}

/** The core score first: the sector never takes its place. */
function scoresOf({ result, scope }: Subject, sector: SectorResult): string {
  if (scope !== undefined) return 'the sector is judged in the full assessment'
  return `core ${scoreRangeOf(figures(result.headline))}, core and sector ${scoreRangeOf(figures(sector.headline))}`
}

function figures({ score, potential }: SectorResult['headline']): { score: number | null; potential: number | null } {
  return { score, potential }
}

function ruleItem({ statement, outcome, reason, next }: SectorResult['rules'][number]): Item {
  const isOpen = outcome === 'unmet' || outcome === 'partly' || outcome === 'unknown'
  return {
    title: statement,
    outcome,
    facts: [],
    notes: [...(outcome === 'met' ? [] : [reason]), ...(isOpen && next !== null ? [next] : [])],
  }
}

/** What parts of a plugin did wrong: said here, so that nobody takes silence for a good sign. */
function faultsOf({ faults }: SectorResult): Item[] {
  return faults.map(({ contribution, message }) => ({
    title: `A part of the sector rules did not work: ${contribution}`,
    facts: [],
    notes: [sentence(message)],
  }))
}

function ownSection({ title, blocks }: SectorResult['sections'][number]): Block[] {
  return [{ kind: 'group', title, facts: [], bar: null, isFolded: false, blocks: blocks.map(ownBlock) }]
}

function ownBlock(block: SectorResult['sections'][number]['blocks'][number]): Block {
  switch (block.is) {
    case 'text':
      return { kind: 'text', tone: 'plain', text: block.text }
    case 'list':
      return { kind: 'items', look: 'list', items: block.items.map((title) => ({ title, facts: [], notes: [] })) }
    case 'table':
      return {
        kind: 'table',
        caption: '',
        columns: block.columns.map((title, index) => ({ title, role: index === 0 ? 'name' : 'words' })),
        rows: block.rows,
      }
  }
}
