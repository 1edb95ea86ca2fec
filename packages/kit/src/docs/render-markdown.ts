import { escapeMarkdown as escape } from '@joinery/report'
import { gapsOf, type Block, type Inline, type Page } from './page.ts'

/** A page as Markdown with tables (GitHub's dialect). */
export function renderMarkdownPage({ title, blocks }: Page): string {
  return `${[`# ${escape(title)}`, ...blocks.map(blockText)].join('\n\n')}\n`
}

function blockText(block: Block): string {
  switch (block.is) {
    case 'heading':
      return `<a id="${block.anchor}"></a>\n\n${'#'.repeat(block.depth)} ${escape(block.text)}`
    case 'text':
      return block.inlines.map(inlineText).join('')
    case 'list':
      return block.items.map((item) => `- ${item.map(inlineText).join('')}`).join('\n')
    case 'table':
      return [block.columns, block.columns.map(() => '---'), ...block.rows.map((row) => row.map(escape))]
        .map((cells) => `| ${cells.join(' | ')} |`)
        .join('\n')
  }
}

function inlineText(inline: Inline): string {
  if (typeof inline === 'string') {
    const [before, after] = gapsOf(inline)
    return `${before}${escape(inline)}${after}`
  }
  if ('lead' in inline) return `**${escape(inline.lead)}**`
  const place = inline.anchor === undefined ? '' : `#${inline.anchor}`
  return `[${escape(inline.text)}](${inline.page}.md${place})`
}
