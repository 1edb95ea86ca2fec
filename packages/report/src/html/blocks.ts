import type { Block, BlockOf, Figure, GroupBlock, HeadlineBlock, Item, ItemsBlock } from '../document/blocks.ts'
import type { Text } from '../document/text.ts'
import { outcomeMarks } from '../words/outcome-marks.ts'
import { barSvg, rulerSvg } from './bar.ts'
import { courseSvg } from './course.ts'
import { markup, type Markup } from './markup.ts'
import { tableHtml } from './table.ts'

type BlockRenderer<Kind extends Block['kind'] = Block['kind']> = (block: BlockOf<Kind>, depth: number) => Markup

/** The HTML of a block; headings in it begin at `depth`. */
export function blockHtml(block: Block, depth: number): Markup {
  return (renderers[block.kind] as BlockRenderer)(block, depth)
}

const renderers: { readonly [Kind in Block['kind']]: BlockRenderer<Kind> } = {
  headline: headlineHtml,
  text: ({ text, tone }) => markup`<p class="text ${tone}">${text}</p>\n`,
  items: itemsHtml,
  table: tableHtml,
  course: courseSvg,
  group: groupHtml,
  figures: ({ figures }) => markup`<dl class="origin">${figures.map(originHtml)}</dl>\n`,
}

function headlineHtml(block: HeadlineBlock): Markup {
  const { kicker, lead, meaning, range, figures, heldBackBy } = block
  return markup`<div class="hero">
<p class="lead"><span class="kicker">${kicker}</span> <strong>${lead}</strong></p>
${meaning === '' ? null : markup`<p class="meaning">${meaning}</p>`}
<p class="range">${range}</p>
${rulerSvg(block)}
${heldBackBy.length === 0 ? null : markup`<ul class="held">${heldBackBy.map((reason) => markup`<li>${reason}</li>`)}</ul>`}
</div>
<dl class="figures">${figures.map(figureHtml)}</dl>
`
}

function figureHtml({ label, value, note }: Figure): Markup {
  return markup`<div><dt>${label}</dt><dd><span class="value">${value}</span> <span class="note">${note}</span></dd></div>`
}

function originHtml({ label, value, note }: Figure): Markup {
  return markup`<div><dt>${label}</dt><dd>${value}${note === '' ? null : markup` <span class="hash">${note}</span>`}</dd></div>`
}

function itemsHtml({ look, items }: ItemsBlock): Markup {
  const list = items.map(itemHtml)
  return look === 'steps'
    ? markup`<ol class="items steps">${list}</ol>\n`
    : markup`<ul class="items ${look}">${list}</ul>\n`
}

function itemHtml({ title, outcome, facts, notes, more }: Item): Markup {
  return markup`<li${outcome === undefined ? null : markup` class="judged ${outcome}"`}>
${outcome === undefined ? null : markup`<span class="sign" aria-hidden="true">${outcomeMarks[outcome]}</span>`}
<p class="title">${title}</p>
${factsHtml(facts)}${notes.map((note) => markup`<p class="note">${note}</p>`)}
${more === undefined ? null : markup`<details class="more"><summary>${more.title}</summary><ul>${more.lines.map((line) => markup`<li>${line}</li>`)}</ul></details>`}
</li>
`
}

function factsHtml(facts: readonly Text[]): Markup | null {
  if (facts.length === 0) return null
  return markup`<ul class="facts">${facts.map((fact) => markup`<li>${fact}</li>`)}</ul>`
}

function groupHtml({ title, language, facts, bar, isFolded, blocks }: GroupBlock, depth: number): Markup {
  const heading = headingHtml(title, depth)
  const inner = blocks.map((block) => blockHtml(block, depth + 1))
  const drawn = bar === null ? null : barSvg(bar)
  const spoken = language === undefined ? null : markup` lang="${language}"`
  if (!isFolded) return markup`<div class="group"${spoken}>${heading}${factsHtml(facts)}${drawn}${inner}</div>\n`
  const words = facts.map((fact) => markup`<span class="fact">${fact}</span> `)
  return markup`<details class="fold"><summary>${heading}<span class="glance">${words}${drawn}</span></summary><div class="inside">${inner}</div></details>\n`
}

function headingHtml(title: Text, depth: number): Markup {
  const name: Markup = { html: `h${Math.min(depth, 6)}` }
  return markup`<${name}>${title}</${name}>`
}
