import { html, nothing } from 'lit'
import { askOrder } from './ask-order.ts'
import { fold } from './fold.ts'
import { factsView, questionsView } from './questions-view.ts'
import { statementView } from './statement-view.ts'
import { idOf } from './id-of.ts'
import type { ClausePart, Page, View } from './view.ts'

type PrinciplePage = Extract<Page, { kind: 'principle' }>

/** Who the two are. */
export function aboutView(view: View, page: Extract<Page, { kind: 'about' }>): unknown {
  const { words, heading } = view
  return html`${heading(html`<span id="page-title" tabindex="-1">${words.about}</span>`, 1, 'h1')}
    <p class="lead">${words.aboutLead}</p>
    ${questionsView(view, page.questions)}`
}

/** One principle: what it means, then its statements clause by clause, with the facts behind them. */
export function principleView(view: View, { principle, clauses }: PrinciplePage): unknown {
  const { text, said, heading } = view
  const { id, title, citation, what } = principle
  return html`${citation === undefined ? nothing : html`<p class="kicker">${citation}</p>`}
  ${heading(html`<span id="page-title" tabindex="-1">${said(text(id, 'title', title))}</span>`, 1, 'h1')}
  ${what === undefined ? nothing : html`<p class="lead">${said(text(id, 'what', what))}</p>`}
  ${whyAndHowFold(view, principle)} ${clauses.map((part) => clauseView(view, part, clauses.length > 1))}`
}

/** Why and how stand beside the statements where there is room, and behind a button where there is not. */
export function whyAndHow(view: View, { id, why, how }: PrinciplePage['principle']): unknown {
  const { words, text, said, heading } = view
  const block = (title: string, field: string, own: string | undefined) =>
    own === undefined
      ? nothing
      : html`<div class="advice">
          ${heading(title, 2, 'h3')}
          <p>${said(text(id, field, own))}</p>
        </div>`
  return html`${block(words.why, 'why', why)} ${block(words.how, 'how', how)}`
}

function whyAndHowFold(view: View, principle: PrinciplePage['principle']): unknown {
  if (principle.why === undefined && principle.how === undefined) return nothing
  return html`<details class="narrow-only">
    <summary>${view.words.whyAndHow}</summary>
    ${whyAndHow(view, principle)}
  </details>`
}

function clauseView(view: View, part: ClausePart, isOneOfSeveral: boolean): unknown {
  const { clause, questions } = part
  const { text, said, heading } = view
  const { asked, later } = askOrder(part, view)
  const head = html`${heading(said(text(clause.id, 'title', clause.title)), 2, 'h2')}
  ${clause.what === undefined ? nothing : html`<p class="hint">${said(text(clause.id, 'what', clause.what))}</p>`}`
  return html`<section class="clause" part="clause" id=${idOf('c', clause.id)}>
    ${isOneOfSeveral ? html`<div class="clause-head">${head}</div>` : nothing}
    ${asked.map((indicator) => statementView(view, indicator))} ${laterView(view, part, later)}
    ${factsView(view, { id: clause.id, questions, matters: () => factsOf(view, part) })}
  </section>`
}

/** The facts that its indicators look at: what a list editor asks first, once it is there. */
function factsOf({ rest }: View, { indicators }: ClausePart): ReadonlySet<string> {
  return new Set(indicators.flatMap(({ conditions }) => [...(rest?.factsIn(conditions) ?? [])]))
}

/** What lies above a missing step stays reachable, and out of the way. */
function laterView(view: View, { clause }: ClausePart, later: ReturnType<typeof askOrder>['later']): unknown {
  if (later.length === 0) return nothing
  const { words, format } = view
  return fold(view, idOf('later', clause.id), {
    look: 'later',
    summary: words.harder(format.whole(later.length), later.length),
    inside: () =>
      html`<p class="hint">${words.harderHint}</p>
        ${later.map((indicator) => statementView(view, indicator))}`,
  })
}
