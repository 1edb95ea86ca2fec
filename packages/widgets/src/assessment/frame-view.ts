import { html } from 'lit'
import { brand } from '../base/brand.ts'
import { fold } from './fold.ts'
import { startView } from './start-view.ts'
import type { View } from './view.ts'

/** The whole assessment: where somebody is, the page, how it stands, and where the answers are kept. */
export function frameView(view: View): unknown {
  const { state, questions, common } = view
  const page = state.pages.find(({ id }) => id === state.page)
  if (page !== undefined && questions !== undefined) {
    const { look, parts } = questions.questionFrame(view, page)
    return frame(view, look, parts)
  }
  const first = page === undefined ? startView(view) : html`<p role="status">${common.loading}</p>`
  return frame(view, 'single', html`<div class="page" part="page">${first}</div>`)
}

function frame(view: View, look: string, parts: unknown): unknown {
  return html`<div class="frame ${look}" part="frame">
    ${topView(view)} ${view.rest?.noticesView(view)} ${parts} ${keepView(view)}
  </div>`
}

/** Where the answers are; the ways to keep them come with the rest. */
function keepView(view: View): unknown {
  const { words, common, rest, keep } = view
  const inside = () => (rest === undefined || keep === undefined ? common.loading : rest.keepWays(view, keep))
  return fold(view, 'keep', { look: 'keep', part: 'keep', summary: words.keep, inside })
}

function topView({ words, state, common, session }: View): unknown {
  const saved = {
    nothing: '',
    device: words.savedDevice,
    memory: words.savedMemory,
    service: words.savedService,
    sending: words.sending,
    failed: session.host === undefined ? words.savedFailed : words.refused,
  }[state.saved]
  return html`<div class="top">
    ${brand}
    <span class="saved quiet small ${state.saved}" role="status">${saved}</span>
    <span class="pill">${common.selfAssessed}</span>
  </div>`
}
