import type { IndicatorResult, SectorResult } from '@joinery/core'
import type { SectorWords } from '@joinery/core/plugin'
import type { Block, Item } from '../document/blocks.ts'
import { scoreRangeOf, type Subject } from '../document/subject.ts'
import { sentence } from '../words/plain-text.ts'
import { sectorFrames, type SectorFrames } from '../words/sector-words.ts'
import { everyFormat } from '../document/document-format.ts'
import type { SectionBuilder } from './section.ts'

/** What each sector's rules say, beside the core score that they leave as it is. */
export const sectors: SectionBuilder = {
  id: 'sectors',
  titleIn: ({ sectorWords, words }) => sectorFrames(sectorWords[0]?.language ?? words.language).heading,
  formats: everyFormat,
  build: (subject) => (subject.result.sectors ?? []).map((sector) => sectorBlock(subject, sector)),
}

/** A sector, and the words that it is told in. */
interface Told {
  readonly subject: Subject
  readonly sector: SectorResult
  readonly words: SectorWords | undefined
  readonly frames: SectorFrames
}

function sectorBlock(subject: Subject, sector: SectorResult): Block {
  const words = subject.sectorWords.find(({ plugin }) => plugin === sector.plugin)
  const told: Told = { subject, sector, words, frames: sectorFrames(words?.language ?? subject.words.language) }
  const faults = faultsOf(told)
  return {
    kind: 'group',
    title: words?.text('rule-set', 'title') ?? sector.title,
    ...(words === undefined ? {} : { language: words.language }),
    facts: [scoresOf(told)],
    bar: null,
    isFolded: false,
    blocks: [
      ...(faults.length === 0 ? [] : [{ kind: 'items', look: 'warnings', items: faults } as const]),
      { kind: 'items', look: 'list', items: sector.rules.map((rule) => ruleItem(told, rule)) },
      ...(words?.sections ?? sector.sections).flatMap(ownSection),
    ],
  }
}

/** The core score first: the sector never takes its place. */
function scoresOf({ subject, sector, frames }: Told): string {
  const { result, scope } = subject
  if (scope !== undefined) return frames.inFull
  return frames.figures(
    scoreRangeOf(subject, figures(result.headline)),
    scoreRangeOf(subject, figures(sector.headline)),
  )
}

function figures({ score, potential }: SectorResult['headline']): { score: number | null; potential: number | null } {
  return { score, potential }
}

function ruleItem(told: Told, rule: SectorResult['rules'][number]): Item {
  const { indicator, statement, outcome, next } = rule
  const isOpen = outcome === 'unmet' || outcome === 'partly' || outcome === 'unknown'
  const advice = next === null ? [] : [told.words?.text(indicator, 'next') ?? next]
  return {
    title: told.words?.text(indicator, 'statement') ?? statement,
    outcome,
    facts: [],
    notes: [...(outcome === 'met' ? [] : [reasonOf(told, rule)]), ...(isOpen ? advice : [])],
  }
}

/** Why it came out so: core's sentence, or one made anew from what core found. */
function reasonOf(
  { sector, words, frames, subject }: Told,
  { indicator, reason }: SectorResult['rules'][number],
): string {
  const result = sector.clauses.flatMap(({ outcomes }) => outcomes).find((one) => one.indicator === indicator)
  if (words === undefined || result === undefined) return reason
  const unmet = words.text(indicator, 'unmet') ?? frames.notInPlace
  switch (result.outcome) {
    case 'met':
      return answerOf({ subject, words, frames }, result) ?? frames.allShown
    case 'partly':
    case 'unmet':
      return [answerOf({ subject, words, frames }, result), unmet].filter(Boolean).join(' ')
    case 'unknown':
      return unknownOf({ subject, words, frames }, result)
    case 'notDue':
      return frames.nothingToJudge
    case 'notApplicable':
      return frames.leftOut
    case 'error':
      return frames.ruleFailed
  }
}

interface Speech {
  readonly subject: Subject
  readonly words: SectorWords
  readonly frames: SectorFrames
}

function answerOf({ subject, words, frames }: Speech, { declared }: IndicatorResult): string | undefined {
  if (declared === null) return undefined
  const { scale } = subject.ruleSet.document.answers
  const label = scale.find(({ value }) => value === declared)?.label ?? declared
  return frames.answered(words.text('answers', declared) ?? label)
}

function unknownOf({ subject, words, frames }: Speech, { observed }: IndicatorResult): string {
  const open = observed.filter(({ state }) => state === 'unknown').map(({ fact, of }) => of ?? fact)
  const names = [...new Set(open)].map((id) => words.text(id, 'title') ?? subject.ruleSet.labels[id] ?? id)
  return names.length === 0 ? frames.nobodyAnswered : frames.notKnown(names.join('; '))
}

/** What parts of a plugin did wrong: said here, so that nobody takes silence for a good sign. */
function faultsOf({ sector: { faults }, frames }: Told): Item[] {
  return faults.map(({ contribution, message }) => ({
    title: frames.failed(contribution),
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
