import type { ClauseResult, IndicatorResult } from '@joinery/core'
import { html, nothing } from 'lit'
import { bar } from '../base/ruler.ts'
import type { detailWords } from '../i18n/en-details.ts'
import { heldBackView, reasonView } from './reasons.ts'
import { readingOf } from './reading.ts'
import type { Shown } from './shown.ts'

const marks = { met: '✓', partly: '◐', unmet: '✕', unknown: '?', notDue: '–', notApplicable: '–', error: '!' } as const

type ShownDetails = Shown<keyof typeof detailWords>

/** Every clause, to be opened: how each indicator came out, and why. */
export function detailsView(shown: ShownDetails): unknown {
  const { result, text, said } = shown
  return html`<div class="clause-list">
    ${result.clauses.map((clause) => {
      const { low, high, words } = readingOf(shown, clause)
      return html`<details class="clause-result">
        <summary>
          <span class="clause-name">
            <span class="quiet small figure">${clause.clause === clause.id ? nothing : clause.clause}</span>
            ${said(text(clause.id, 'title', clause.title))}
          </span>
          <span class="clause-bar">${bar({ low, high })}</span>
          <span class="figure clause-score">${words}</span>
        </summary>
        ${clauseView(shown, clause)}
      </details>`
    })}
  </div>`
}

function clauseView(shown: ShownDetails, clause: ClauseResult): unknown {
  const { words } = shown
  return html`${
      clause.heldBackBy.length === 0
        ? nothing
        : html`<p class="strong small">${words.heldBack}</p>
            <ul class="held small">
              ${clause.heldBackBy.map((held) => html`<li>${heldBackView(shown, held)}</li>`)}
            </ul>`
    }
    <ul class="outcomes">
      ${clause.outcomes.map((outcome) => outcomeView(shown, outcome))}
    </ul>`
}

/** How one indicator came out, and why. */
export function outcomeView(
  shown: ShownDetails,
  one: IndicatorResult,
  more: { readonly statement?: string; readonly advice?: unknown } = {},
): unknown {
  const { ruleSet, words, text, said } = shown
  const { indicator, outcome } = one
  const { statement = ruleSet?.practice.indicators.find(({ id }) => id === indicator)?.statement, advice } = more
  return html`<li class="outcome ${outcome}">
    <span class="outcome-mark" aria-hidden="true">${marks[outcome]}</span>
    <div>
      <p>${statement === undefined ? indicator : said(text(indicator, 'statement', statement))}</p>
      <p class="quiet small"><span class="strong">${words[outcome]}.</span> ${reasonView(shown, one)}</p>
      ${advice}
    </div>
  </li>`
}
