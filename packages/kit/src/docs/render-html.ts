import { markup, type Markup } from '@joinery/report'
import { gapsOf, type Block, type Inline, type Page } from './page.ts'

/** A page as HTML: no script, no style of its own, so that it takes the looks of the site it is put into. */
export function renderHtmlPage({ title, blocks }: Page, language: string): string {
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
${blocks.map(blockHtml)}</main>
</body>
</html>
`.html
}

function blockHtml(block: Block): Markup {
  switch (block.is) {
    case 'heading':
      return block.depth === 2
        ? markup`<h2 id="${block.anchor}">${block.text}</h2>\n`
        : markup`<h3 id="${block.anchor}">${block.text}</h3>\n`
    case 'text':
      return markup`<p>${block.inlines.map(inlineHtml)}</p>\n`
    case 'list':
      return markup`<ul>\n${block.items.map((item) => markup`<li>${item.map(inlineHtml)}</li>\n`)}</ul>\n`
    case 'table':
      return tableHtml(block.columns, block.rows)
  }
}

function tableHtml(columns: readonly string[], rows: readonly (readonly string[])[]): Markup {
  const head = columns.map((column) => markup`<th scope="col">${column}</th>`)
  const body = rows.map((row) => markup`<tr>${row.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`)
  return markup`<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}</tbody>\n</table>\n`
}

function inlineHtml(inline: Inline): Markup {
  if (typeof inline === 'string') {
    const [before, after] = gapsOf(inline)
    return { html: `${before}${markup`${inline}`.html}${after}` }
  }
  if ('lead' in inline) return markup`<strong>${inline.lead}</strong>`
  const place = inline.anchor === undefined ? '' : `#${inline.anchor}`
  return markup`<a href="${inline.page}.html${place}">${inline.text}</a>`
}
