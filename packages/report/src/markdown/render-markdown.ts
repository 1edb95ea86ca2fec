import type { Bar, Block, BlockOf, Cell, Item, ReportDocument, Section } from '../document/blocks.ts'
import { isBar } from '../document/is-bar.ts'
import { flat, type Text } from '../document/text.ts'
import { barText } from '../words/bar-text.ts'
import { dayWords } from '../words/numbers.ts'
import { outcomeMarks } from '../words/outcome-marks.ts'
import { escapeMarkdown as escape } from './escape.ts'

/** The report as Markdown with tables (GitHub's dialect). */
export function renderMarkdown(document: ReportDocument): string {
  const { tag, title, subtitle, asOf, notice, sections } = document
  const head = [
    `# ${escape(title)}`,
    `${escape(subtitle)} · ${escape(dayWords(asOf))}${tag === '' ? '' : ` · **${escape(tag)}**`}`,
    `> ${escape(notice)}`,
  ]
  return `${[...head, ...sections.flatMap(sectionParts)].join('\n\n')}\n`
}

function sectionParts({ title, blocks }: Section): string[] {
  return [`## ${escape(title)}`, ...blocks.flatMap((block) => partsOf(block, 3))]
}

function partsOf(block: Block, depth: number): string[] {
  return (renderers[block.kind] as BlockRenderer)(block, depth)
}

type BlockRenderer<Kind extends Block['kind'] = Block['kind']> = (block: BlockOf<Kind>, depth: number) => string[]

const renderers: { readonly [Kind in Block['kind']]: BlockRenderer<Kind> } = {
  headline: ({ kicker, lead, meaning, range, bar, figures, heldBackBy }) => [
    `**${escape(kicker)}: ${escape(lead)}.**${meaning === '' ? '' : ` ${escape(meaning)}`} ${escape(range)}`,
    ...(bar === null ? [] : [barCode(bar, 40)]),
    tableOf(
      ['', 'Value', 'Meaning'],
      figures.map(({ label, value, note }) => [escape(label), escape(value), escape(note)]),
    ),
    ...(heldBackBy.length === 0 ? [] : [`Held back by: ${heldBackBy.map(escape).join(' ')}`]),
  ],
  text: ({ text }) => [escape(text)],
  items: ({ look, items }) => [
    items.map((item, index) => itemText(item, look === 'steps' ? `${index + 1}.` : '-')).join('\n'),
  ],
  table: ({ caption, columns, rows, legend }) => [
    ...(caption === '' ? [] : [`${escape(caption)}.${legend === undefined ? '' : ` ${escape(legend)}`}`]),
    tableOf(
      columns.map(({ title }) => escape(title)),
      rows.map((row) => row.map(cellText)),
    ),
  ],
  // a table beside it says the same
  course: () => [],
  group: ({ title, facts, blocks }, depth) => [
    `${'#'.repeat(Math.min(depth, 6))} ${escape(title)}`,
    ...(facts.length === 0 ? [] : [factsText(facts)]),
    ...blocks.flatMap((block) => partsOf(block, depth + 1)),
  ],
  figures: ({ figures }) => [
    figures
      .map(
        ({ label, value, note }) =>
          `- ${escape(label)}: ${escape(value)}${note === '' ? '' : ` \`${code(flat(note))}\``}`,
      )
      .join('\n'),
  ],
}

function itemText({ title, outcome, facts, notes, more }: Item, bullet: string): string {
  const indent = ' '.repeat(bullet.length + 1)
  const mark = outcome === undefined ? '' : `${outcomeMarks[outcome]} `
  const lines = [
    ...(facts.length === 0 ? [] : [factsText(facts)]),
    ...notes.map(escape),
    ...(more === undefined ? [] : more.lines.map(escape)),
  ]
  return [`${bullet} ${mark}${escape(title)}`, ...lines.map((line) => `${indent}- ${line}`)].join('\n')
}

function factsText(facts: readonly Text[]): string {
  return facts.map(escape).join(' · ')
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  return isBar(cell) ? barCode(cell, 12) : escape(cell)
}

function barCode(bar: Bar, width: number): string {
  return `\`${barText(bar, width)}\``
}

function code(text: string): string {
  return text.replaceAll('`', '').replaceAll('|', '')
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
