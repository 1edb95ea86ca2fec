import {
  gapSource,
  jointActionFor,
  type Gap,
  type PerceptionGaps,
  type PrincipleGaps,
  type Relationship,
} from '@joinery/core'
import type { Block, Item, TableBlock } from '../document/blocks.ts'
import type { BothViews } from './both-views.ts'
import { inEnglish } from '../document/speech.ts'
import { placeOf } from '../document/subject.ts'
import { ltr, type Text } from '../document/text.ts'
import type { ReportWords } from '../words/en.ts'

/** What both should talk about, the widest gap first, each with the joint action or the place where one is missing. */
export function flaggedItems({ principles, pulse }: BothViews, record: Relationship, speech = inEnglish): Block[] {
  const { words, say } = speech
  const found = [
    ...(principles?.gaps ?? []).map((gap) => ({
      gap,
      title: say(gap.principle, 'title', gap.title),
      source: gapSource(principles!.at.partner, gap.principle),
    })),
    ...(pulse?.gaps ?? [])
      .filter(({ item }) => item !== 'mean')
      .map((gap) => ({
        gap,
        title: words.gaps.pulse[gap.item] ?? gap.item,
        source: gapSource(pulse!.at.partner, gap.item),
      })),
  ].filter(({ gap }) => gap.flag !== null)
  if (found.length === 0) return [{ kind: 'text', text: nothing({ principles, pulse }, words), tone: 'plain' }]
  const items = found
    .toSorted((one, other) => Math.abs(other.gap.gap) - Math.abs(one.gap.gap))
    .map(({ gap, title, source }) => itemOf(gap, { title, source, record, words }))
  return [{ kind: 'items', look: 'list', items }]
}

/** Every principle that both sides said something of. */
export function principleGapBlocks({ gaps }: PrincipleGaps, { words, say } = inEnglish): Block[] {
  const { gaps: said } = words
  const rows = gaps.map((gap) => [
    placeOf({ say }, { ...gap, id: gap.principle }),
    words.figures.statements(gap.statements.length),
    ...figures(gap, words),
  ])
  const heads = [said.principle, said.from] as const
  return rows.length === 0 ? [] : [tableOf(said, { caption: said.principles, heads, rows })]
}

export function pulseGapBlocks({ at, gaps }: PerceptionGaps, { words } = inEnglish): Block[] {
  const { gaps: said, figures: written } = words
  const rows = gaps.map((gap) => [said.pulse[gap.item] ?? gap.item, '', ...figures(gap, words)])
  const caption = said.pulses(written.day(at.us), written.day(at.partner))
  return [tableOf(said, { caption, heads: [said.question, ''], rows })]
}

/** Whose answers can be told from the others, and that a firm of one cannot be anonymous. */
export function anonymityBlocks(
  { principles, pulse }: BothViews,
  { org }: Relationship,
  { words: { gaps: words } } = inEnglish,
): Block[] {
  const ours = org?.headcount === 1 ? [words.one] : []
  const told = new Set([...(principles?.notAnonymous ?? []), ...(pulse?.notAnonymous ?? [])])
  const few = [...told].map((side) => (side === 'us' ? words.fewOurs : words.fewTheirs))
  return [...ours, ...few].map((text) => ({ kind: 'text', text, tone: 'quiet' }))
}

function nothing({ principles, pulse }: BothViews, { gaps: words }: ReportWords): string {
  return (principles?.gaps ?? []).length === 0 && pulse === undefined ? words.nothing : words.alike
}

interface Flagged {
  readonly title: Text
  readonly source: string
  readonly record: Relationship
  readonly words: ReportWords
}

function itemOf(gap: Gap, { title, source, record, words }: Flagged): Item {
  const { gaps: said, figures: written } = words
  const action = jointActionFor(source, record)
  return {
    title,
    facts: [
      gap.kind === 'blind-spot' ? said.weHigher : said.theyHigher,
      said.both(written.score(gap.us), written.score(gap.partner)),
      gap.flag === 'priority' ? said.first : said.talk,
    ],
    notes: [
      action === null
        ? said.notAgreed(words.explain === null ? source : ltr(source))
        : said.agreed(action.owner, action.partnerOwner, written.day(action.recheckAt)),
    ],
  }
}

function figures({ us, partner, gap, kind }: Gap, { gaps: words, figures: written }: ReportWords): Text[] {
  const sign = gap > 0 ? '+' : gap < 0 ? '−' : ''
  return [
    written.score(us),
    written.score(partner),
    written.signed(`${sign}${written.score(Math.abs(gap))}`),
    kind === null ? '' : words.kinds[kind],
  ]
}

interface Rows {
  readonly caption: string
  readonly heads: readonly [string, string]
  readonly rows: readonly Text[][]
}

function tableOf(words: ReportWords['gaps'], { caption, heads: [first, second], rows }: Rows): TableBlock {
  return {
    kind: 'table',
    caption,
    columns: [
      { title: first, role: 'name' },
      { title: second, role: 'level' },
      { title: words.we, role: 'words' },
      { title: words.they, role: 'words' },
      { title: words.gap, role: 'words' },
      { title: words.what, role: 'words' },
    ],
    rows,
  }
}
