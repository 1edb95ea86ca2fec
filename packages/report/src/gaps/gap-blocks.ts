import {
  gapSource,
  jointActionFor,
  type Gap,
  type PerceptionGaps,
  type PrincipleGaps,
  type Relationship,
} from '@joinery/core'
import type { Block, Item, TableBlock } from '../document/blocks.ts'
import { countWords, dayWords, scoreWords } from '../words/numbers.ts'

/** What both sides answered, as far as both did. */
export interface BothViews {
  /** What `principleGaps` gave. */
  readonly principles?: PrincipleGaps | undefined
  /** What `perceptionGaps` gave, of the pulse. */
  readonly pulse?: PerceptionGaps | undefined
}

/** What both should talk about, the widest gap first, each with the joint action or the place where one is missing. */
export function flaggedItems({ principles, pulse }: BothViews, record: Relationship): Block[] {
  const found = [
    ...(principles?.gaps ?? []).map((gap) => ({
      gap,
      title: gap.title,
      source: gapSource(principles!.at.partner, gap.principle),
    })),
    ...(pulse?.gaps ?? [])
      .filter(({ item }) => item !== 'mean')
      .map((gap) => ({
        gap,
        title: pulseTitles[gap.item] ?? gap.item,
        source: gapSource(pulse!.at.partner, gap.item),
      })),
  ].filter(({ gap }) => gap.flag !== null)
  if (found.length === 0) return [{ kind: 'text', text: nothing({ principles, pulse }), tone: 'plain' }]
  const items = found
    .toSorted((one, other) => Math.abs(other.gap.gap) - Math.abs(one.gap.gap))
    .map(({ gap, title, source }) => itemOf(gap, { title, source, record }))
  return [{ kind: 'items', look: 'list', items }]
}

/** Every principle that both sides said something of. */
export function principleGapBlocks({ gaps }: PrincipleGaps): Block[] {
  const rows = gaps.map((gap) => [
    gap.clause === gap.principle ? gap.title : `${gap.clause} ${gap.title}`,
    countWords(gap.statements.length, 'statement'),
    ...figures(gap),
  ])
  return rows.length === 0 ? [] : [tableOf('Both views of each principle, from 1 to 5', ['Principle', 'From'], rows)]
}

export function pulseGapBlocks({ at, gaps }: PerceptionGaps): Block[] {
  const rows = gaps.map((gap) => [pulseTitles[gap.item] ?? gap.item, '', ...figures(gap)])
  const caption = `Both pulses, from 1 to 5; ours of ${dayWords(at.us)}, theirs of ${dayWords(at.partner)}`
  return [tableOf(caption, ['Question', ''], rows)]
}

/** Whose answers can be told from the others, and that a firm of one cannot be anonymous. */
export function anonymityBlocks({ principles, pulse }: BothViews, { org }: Relationship): Block[] {
  const ours = org?.headcount === 1 ? ['You are one person: whoever reads your answers knows that they are yours.'] : []
  const told = new Set([...(principles?.notAnonymous ?? []), ...(pulse?.notAnonymous ?? [])])
  const few = [...told].map((side) =>
    side === 'us'
      ? 'Fewer than three people answered for you, so it can be told who said what.'
      : 'Fewer than three people answered for the partner, so you can tell who said what. Treat it so.',
  )
  return [...ours, ...few].map((text) => ({ kind: 'text', text, tone: 'quiet' }))
}

const pulseTitles: Readonly<Record<string, string>> = {
  reliability: 'Does what was said',
  openness: 'Tells early',
  fairness: 'The deal is fair',
  capability: 'Is able',
  mean: 'All four',
}

function nothing({ principles, pulse }: BothViews): string {
  return (principles?.gaps ?? []).length === 0 && pulse === undefined
    ? 'There is nothing that both sides answered yet.'
    : 'The two sides see alike what both answered.'
}

function itemOf(gap: Gap, { title, source, record }: { title: string; source: string; record: Relationship }): Item {
  const action = jointActionFor(source, record)
  return {
    title,
    facts: [
      gap.kind === 'blind-spot' ? 'blind spot: we rate higher' : 'hidden strength: they rate higher',
      `ours ${scoreWords(gap.us)}, theirs ${scoreWords(gap.partner)}`,
      gap.flag === 'priority' ? 'talk first about this' : 'talk about this',
    ],
    notes: [
      action === null
        ? `Nothing is agreed yet: name one person on each side and a day to look again. In the record: an action for each side, with "${source}" as its source.`
        : `Agreed: ${action.owner} and ${action.partnerOwner} act on it; both look again on ${dayWords(action.recheckAt)}.`,
    ],
  }
}

function figures({ us, partner, gap, kind }: Gap): string[] {
  const words = { 'blind-spot': 'blind spot', 'hidden-strength': 'hidden strength' } as const
  const sign = gap > 0 ? '+' : gap < 0 ? '−' : ''
  return [scoreWords(us), scoreWords(partner), `${sign}${scoreWords(Math.abs(gap))}`, kind === null ? '' : words[kind]]
}

function tableOf(caption: string, [first, second]: readonly [string, string], rows: string[][]): TableBlock {
  return {
    kind: 'table',
    caption,
    columns: [
      { title: first, role: 'name' },
      { title: second, role: 'level' },
      { title: 'We', role: 'words' },
      { title: 'They', role: 'words' },
      { title: 'Gap', role: 'words' },
      { title: 'What it is', role: 'words' },
    ],
    rows,
  }
}
