import { html, nothing } from 'lit'
import { bar } from '../base/ruler.ts'
import type { barWords, tableWords } from '../i18n/en-details.ts'
import { readingOf, type ReadingFormats } from './reading.ts'
import { notchesOf } from './ruled.ts'
import type { Shown } from './shown.ts'

type ShownBars = Shown<keyof typeof barWords, keyof typeof tableWords, ReadingFormats>

/** A column beside the figures. */
export interface Column {
  readonly title: string
  readonly cell: (principle: string) => unknown
}

/** Principle by principle: the bars stand in the table, so that chart and figures are one. */
export function barsView(shown: ShownBars, more?: Column): unknown {
  const { result, words, common, text, said } = shown
  const notches = notchesOf(shown)
  return html`<table class="table bars" part="table">
    <caption class="quiet small">
      ${words.profileHint}
    </caption>
    <thead>
      <tr>
        <th scope="col">${common.principle}</th>
        <th scope="col" class="bar-cell">${common.range}</th>
        <th scope="col" class="number">${common.score}</th>
        ${more && html`<th scope="col" class="number">${more.title}</th>`}
      </tr>
    </thead>
    <tbody>
      ${result.principles.map((principle) => {
        const { id, title, clause } = principle
        const { low, high, words: reading } = readingOf(shown, principle)
        return html`<tr>
          <th scope="row">
            <span class="quiet small number-tag figure">${clause === id ? nothing : clause}</span>
            ${said(text(id, 'title', title))}
          </th>
          <td class="bar-cell">${bar({ low, high, notches })}</td>
          <td class="number figure">${reading}</td>
          ${more && html`<td class="number figure">${more.cell(id)}</td>`}
        </tr>`
      })}
    </tbody>
  </table>`
}
