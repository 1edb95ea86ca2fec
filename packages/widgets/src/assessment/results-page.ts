import { html } from 'lit'
import { download } from '../download/download.ts'
import { resultsView } from '../results/results-view.ts'
import type { View } from './view.ts'

/** The last page of an assessment. */
export function resultsPage(view: View, folds: Set<string>): unknown {
  const { state, session, assessed, common, heading, words } = view
  const title = heading(html`<span id="page-title" tabindex="-1">${words.results}</span>`, 0, 'h1')
  if (assessed === undefined)
    return html`${title}
      <p role="status">${common.loading}</p>`
  const { result, paths } = assessed
  const earlier = state.earlier.findLast(({ asOf, scope }) => scope === state.scope && asOf < result.provenance.asOf)
  const shown = {
    ...view,
    result,
    paths,
    ruleSet: session.document,
    words: view.resultWords,
    plan: state.plan,
    setPlan: session.setPlan,
  }
  const rest = resultsView({
    ...shown,
    earlier,
    open: { ids: view.worth, count: view.worth.length, answer: (id) => answer(view, id) },
    deeper: deeperOf(view),
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

function answer({ state, go, folds }: View, id: string): void {
  for (const page of state.pages) {
    if (page.kind !== 'principle') continue
    const part = page.clauses.find(({ indicators }) => indicators.some((one) => one.id === id))
    if (part === undefined) continue
    folds.add(part.clause.id)
    return go(page.id, `s-${id.replaceAll(/[^a-z0-9]+/gi, '-')}`)
  }
}
