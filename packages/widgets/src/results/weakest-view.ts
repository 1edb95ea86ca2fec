import type { ClauseResult } from '@joinery/core'
import { html, nothing } from 'lit'
import { readingOf, type Shown } from './shown.ts'
import { weakestOf } from './weakest.ts'

/** The three principles that hold the whole back, each with its reasons. */
export function weakestView(shown: Shown): unknown {
  const { result, text, said, heading } = shown
  return html`<ul class="cards">
    ${weakestOf(shown).map((id) => {
      const principle = result.principles.find((one) => one.id === id)
      if (principle === undefined) return nothing
      const reasons = reasonsOf(result.clauses.filter((clause) => clause.principle === id))
      return html`<li class="card">
        ${heading(said(text(id, 'title', principle.title)), 2, 'h3')}
        <p class="card-score figure">${readingOf(shown, principle).words}</p>
        <ul class="reasons">
          ${reasons.map((reason) => html`<li>${said(text(reason.id, 'unmet', reason.text))}</li>`)}
        </ul>
      </li>`
    })}
  </ul>`
}

/** The first things that are missing, lowest level first; what is not known stands in where nothing is missing. */
function reasonsOf(clauses: readonly ClauseResult[]): readonly { id: string; text: string }[] {
  const outcomes = clauses
    .flatMap((clause) => clause.outcomes)
    .toSorted((left, right) => (left.level ?? 0) - (right.level ?? 0))
  const missing = outcomes.filter(({ outcome }) => outcome === 'unmet' || outcome === 'partly')
  const shown = missing.length > 0 ? missing : outcomes.filter(({ outcome }) => outcome === 'unknown')
  return shown.slice(0, 2).map(({ indicator, reason, outcome }) => ({
    id: indicator,
    text: outcome === 'unknown' ? reason : reason.replace(/^Answered: [^.]*\. /, ''),
  }))
}
