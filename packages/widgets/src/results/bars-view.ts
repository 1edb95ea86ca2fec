import { html, nothing } from 'lit'
import { bar } from '../base/ruler.ts'
import type { barWords, tableWords } from '../i18n/en-results.ts'
import type { Snapshot } from '../session/answer-store.ts'
import { notchesOf, readingOf, type Shown } from './shown.ts'

type ShownBars = Shown<keyof typeof barWords, keyof typeof tableWords>

/** Principle by principle: the bars stand in the table, so that chart and figures are one. */
export function barsView(shown: ShownBars, earlier?: Snapshot): unknown {
  const { result, words, common, text, said } = shown
  const notches = notchesOf(shown)
  return html`<table class="bars" part="table">
    <caption class="quiet small">
      ${words.profileHint}
    </caption>
    <thead>
      <tr>
        <th scope="col">${common.principle}</th>
        <th scope="col" class="bar-cell">${common.range}</th>
        <th scope="col" class="number">${common.score}</th>
        ${earlier === undefined ? nothing : html`<th scope="col" class="number">${words.change}</th>`}
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
          ${earlier === undefined ? nothing : html`<td class="number figure">${changeOf(shown, earlier, id)}</td>`}
        </tr>`
      })}
    </tbody>
  </table>`
}

function changeOf({ result, format, words }: ShownBars, earlier: Snapshot, id: string): unknown {
  const now = result.principles.find((one) => one.id === id)?.score ?? null
  const before = earlier.principles.find((one) => one.id === id)?.score ?? null
  if (now === null || before === null) return '–'
  const points = Math.round((now - before) * 100) / 100
  if (Math.abs(points) < 0.05) return html`<span class="quiet">${words.same}</span>`
  return points > 0
    ? html`<span class="up"><span aria-hidden="true">▲ </span>${words.up(format.score(points))}</span>`
    : html`<span class="down"><span aria-hidden="true">▼ </span>${words.down(format.score(-points))}</span>`
}
