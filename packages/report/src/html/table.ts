import type { Cell, Column, TableBlock } from '../document/blocks.ts'
import { isBar } from '../document/is-bar.ts'
import { barSvg } from './bar.ts'
import { markup, type Markup } from './markup.ts'

/**
 * A table whose rows fold into two lines on a narrow page; the roles are written out because that layout would otherwise
 * take them away. Bars stay out of what is read aloud: the column beside them says the same.
 */
export function tableHtml({ caption, columns, rows, legend }: TableBlock): Markup {
  return markup`<table role="table">
<caption><span class="caption">${caption}</span>${legend === undefined ? null : markup` <span class="legend">${legend}</span>`}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(headHtml)}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => markup`<tr role="row">${row.map((cell, index) => cellHtml(cell, columns[index]!))}</tr>\n`)}</tbody>
</table>
`
}

function headHtml({ title, role }: Column): Markup {
  return markup`<th role="columnheader" scope="col" class="${role}">${title}</th>`
}

function cellHtml(cell: Cell, { role, title }: Column): Markup {
  if (cell === null) return markup`<td role="cell" class="${role}"></td>`
  if (isBar(cell)) return markup`<td role="cell" class="${role}">${barSvg(cell)}</td>`
  if (role === 'name') return markup`<th role="rowheader" scope="row" class="${role}">${cell}</th>`
  const label = role === 'words' ? markup`<span class="label">${title} </span>` : null
  return markup`<td role="cell" class="${role}">${label}${cell}</td>`
}
