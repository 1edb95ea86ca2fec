import { html } from 'lit'
import { laterResultWords } from '../i18n/en-later.ts'
import { wordsOf } from '../i18n/registry.ts'
import { download } from '../download/download.ts'
import { resultsView } from '../results/results-view.ts'
import { askOrder } from './ask-order.ts'
import { idOf } from './id-of.ts'
import type { View } from './view.ts'

/** The last page of an assessment. */
export function resultsPage(view: View): unknown {
  const { folds, state, session, assessed, common, heading, words } = view
  const title = heading(html`<span id="page-title" tabindex="-1">${words.results}</span>`, 0, 'h1')
  if (assessed === undefined)
    return html`${title}
      <p role="status">${session.host !== undefined && !navigator.onLine ? words.sending : common.loading}</p>`
  const { result, paths, sectorsView } = assessed
  const earlier = state.earlier.findLast(({ asOf, scope }) => scope === state.scope && asOf < result.provenance.asOf)
  const shown = {
    ...view,
    result,
    paths,
    ruleSet: session.document,
    words: wordsOf(view.format.language, 'results', laterResultWords),
    plan: state.plan,
    setPlan: session.setPlan,
  }
  const rest = resultsView({
    ...shown,
    earlier,
    open: { ids: view.worth, count: view.worth.length, answer: (id) => answer(view, id) },
    deeper: deeperOf(view),
    sectors: sectorsView?.(shown, state.pages),
    showAll: {
      all: folds.has('all-steps'),
      more: () => {
        folds.add('all-steps')
        view.desk.redraw()
      },
    },
    download: (kind) => void download(kind, { ...shown, relationship: state.record, name: session.toSave().name }),
  })
  return html`${title} ${rest}`
}

/** The next larger scope: the one after this in the rule set. */
function deeperOf({ session, state, text, go }: View): { title: string; go: () => void } | undefined {
  const scopes = session.document.scopes ?? []
  const next = scopes[scopes.findIndex(({ id }) => id === state.scope) + 1]
  if (next === undefined) return undefined
  const start = () => {
    session.setScope(next.id)
    go(session.state().pages[0]!.id)
  }
  return { title: text(next.id, 'title', next.title).text, go: start }
}

function answer(view: View, id: string): void {
  const { state, go, folds } = view
  for (const page of state.pages) {
    if (page.kind !== 'principle') continue
    const part = page.clauses.find(({ indicators }) => indicators.some((one) => one.id === id))
    if (part === undefined) continue
    const { later } = askOrder(part, view)
    const clause = idOf(later.some((one) => one.id === id) ? 'later' : 'facts', part.clause.id)
    folds.add(clause)
    return go(page.id, idOf('s', id))
  }
}
