import type { ClauseResult, IndicatorResult } from '@joinery/core'
import { html, nothing } from 'lit'
import { reasonView } from './reasons.ts'
import { readingOf } from './reading.ts'
import type { Shown, WithHeadings } from './shown.ts'
import { weakestOf } from './weakest.ts'

/** The three principles that hold the whole back, each with its reasons. */
export function weakestView(shown: Shown & WithHeadings): unknown {
  const { result, text, said, heading } = shown
  return html`<ul class="cards">
    ${weakestOf(shown).map((id) => {
      const principle = result.principles.find((one) => one.id === id)
      if (principle === undefined) return nothing
      const outcomes = tellingOf(result.clauses.filter((clause) => clause.principle === id))
      return html`<li class="card">
        ${heading(said(text(id, 'title', principle.title)), 2, 'h3')}
        <p class="card-score figure">${readingOf(shown, principle).words}</p>
        <ul class="reasons">
          ${outcomes.map((outcome) => html`<li>${missingView(shown, outcome)}</li>`)}
        </ul>
      </li>`
    })}
  </ul>`
}

/** The first things that are missing, lowest level first; what is not known stands in where nothing is missing. */
function tellingOf(clauses: readonly ClauseResult[]): readonly IndicatorResult[] {
  const outcomes = clauses
    .flatMap((clause) => clause.outcomes)
    .toSorted((left, right) => (left.level ?? 0) - (right.level ?? 0))
  const missing = outcomes.filter(({ outcome }) => outcome === 'unmet' || outcome === 'partly')
  const telling = missing.length > 0 ? missing : outcomes.filter(({ outcome }) => outcome === 'unknown')
  return telling.filter((one, at) => telling.findIndex(({ reason }) => reason === one.reason) === at).slice(0, 2)
}

/** What is missing in the words of the rule set, without the answer that was given; what is not known with its reason. */
function missingView(shown: Shown, one: IndicatorResult): unknown {
  const { indicator, outcome, reason } = one
  if (outcome === 'unknown') return reasonView(shown, one)
  return shown.said(shown.text(indicator, 'unmet', reason.replace(/^Answered: [^.]*\. /, '')))
}
