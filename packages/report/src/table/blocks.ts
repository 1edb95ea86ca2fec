import type { Block, BlockOf, Figure, HeadlineBlock, Item } from '../document/blocks.ts'
import { mix, type Text } from '../document/text.ts'
import { plainText } from '../words/plain-text.ts'
import { outcomeMarks } from '../words/outcome-marks.ts'
import { paintBar } from './bar.ts'
import { columnsOf } from './columns.ts'
import { displayWidth, padded } from './display-width.ts'
import type { Screen } from './screen.ts'
import { wrap, wrapBehind, wrapFacts } from './wrap.ts'

type BlockRenderer<Kind extends Block['kind'] = Block['kind']> = (block: BlockOf<Kind>, screen: Screen) => string[]

/** The lines of a block, none wider than the screen. */
export function linesOf(block: Block, screen: Screen): string[] {
  return (renderers[block.kind] as BlockRenderer)(block, screen)
}

const renderers: { readonly [Kind in Block['kind']]: BlockRenderer<Kind> } = {
  headline: headlineLines,
  text: ({ text, tone }, { width, paint }) =>
    wrap(plainText(text), width).map((line) => (tone === 'plain' ? line : paint(tone, line))),
  items: ({ look, items }, screen) =>
    items.flatMap((item, index) =>
      itemLines(item, look === 'steps' ? padded(`${index + 1}.`, 3, 'end') : bullets[look], screen),
    ),
  table: columnsOf,
  // a table beside it says the same
  course: () => [],
  group: ({ title, facts, blocks }, screen) => [
    ...wrap([title, ...facts].map(plainText).join(' · '), screen.width),
    ...blocks.flatMap((block) => linesOf(block, screen)),
  ],
  figures: ({ figures }, { width, paint }) =>
    wrap(plainText(figures.map(({ label, value }) => `${label.toLowerCase()} ${value}`).join(' · ')), width).map(
      (line) => paint('quiet', line),
    ),
}

const bullets = { cards: '  -', list: '  -', warnings: '  !' } as const

function headlineLines(block: HeadlineBlock, screen: Screen): string[] {
  const { width, paint } = screen
  const lead = mix`${block.kicker}: ${block.lead}`
  return [
    ...wrap(plainText(lead), width).map((line) => paint('accent', paint('strong', line))),
    ...wrap(plainText(mix`${block.meaning} ${block.range}`), width),
    ...(block.bar === null ? [] : [paintBar(block.bar, Math.min(width, 60), screen)]),
    ...figureLines(block.figures, screen),
    ...block.heldBackBy.flatMap((reason) => wrapBehind('Held back by: ', plainText(reason), width)),
  ]
}

function figureLines(figures: readonly Figure[], { width }: Screen): string[] {
  const labels = Math.max(...figures.map(({ label }) => displayWidth(label)))
  const values = Math.max(...figures.map(({ value }) => displayWidth(value)))
  return figures.flatMap(({ label, value, note }) =>
    wrapBehind(`${padded(label, labels)}  ${padded(value, values)}  `, plainText(note), width),
  )
}

function itemLines({ title, outcome, facts, notes }: Item, bullet: string, { width, paint }: Screen): string[] {
  const mark = outcome === undefined ? '' : `${outcomeMarks[outcome]} `
  const indent = ' '.repeat(bullet.length + 1)
  const below = (text: Text) => wrapBehind(indent, plainText(text), width)
  const isWarning = bullet === bullets.warnings
  return [
    ...wrapBehind(`${bullet} `, plainText(mix`${mark}${title}`), width).map((line) =>
      isWarning ? paint('warning', line) : line,
    ),
    ...(facts.length === 0 ? [] : wrapFacts(indent, facts.map(plainText), width)).map((line) => paint('quiet', line)),
    ...notes.flatMap(below),
  ]
}
