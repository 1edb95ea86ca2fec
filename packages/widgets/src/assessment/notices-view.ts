import { html, nothing } from 'lit'
import { faultLines } from './fault-lines.ts'
import type { View } from './view.ts'

/** What somebody should know before going on: answers in the address, other versions, what a service did not take. */
export function noticesView({ words, keep, state, session, folds, desk }: View): unknown {
  const { version } = session.document
  const understand = () => {
    folds.add('version')
    desk.redraw()
  }
  return html`${
    keep?.hasLink
      ? html`<div class="note" role="status">
          <p>${words.linkCarries}</p>
          <div class="buttons">
            <button type="button" @click=${keep.useLink}>${words.useLink}</button>
            <button type="button" class="plain" @click=${keep.dropLink}>${words.keepMine}</button>
          </div>
        </div>`
      : nothing
  }
  ${
    state.madeFor !== undefined && !folds.has('version')
      ? html`<div class="note" role="status">
          <p>${words.newer(state.madeFor.version, version)}</p>
          <div class="buttons">
            <button type="button" class="plain" @click=${understand}>${words.understood}</button>
          </div>
        </div>`
      : nothing
  }
  ${state.newest === undefined ? nothing : html`<p class="note">${words.holdsOn(version, state.newest)}</p>`}
  ${
    state.refused === undefined
      ? nothing
      : html`<ul class="note small" role="alert">
          ${isOver(state.refused) ? html`<li>${words.timeOver}</li>` : faultLines(state.refused).map((fault) => html`<li>${fault}</li>`)}
        </ul>`
  }`
}

/** The service knows this page no longer, and nobody gave it another token. */
function isOver(refused: unknown): boolean {
  return (Object(refused) as { status?: unknown }).status === 401
}
