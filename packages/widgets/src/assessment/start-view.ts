import { html, nothing } from 'lit'
import { scopeOf } from '../rule-set/document.ts'
import type { View } from './view.ts'

/** The first page: what this is, how long it takes, and that nothing leaves the device. */
export function startView(view: View): unknown {
  const { session, state, words, text, said, heading } = view
  const { document } = session
  const hasBegun = Object.keys(state.record.answers ?? {}).length > 0
  return html`<div class="start">
    <div class="start-main">
      ${heading(html`<span id="page-title" tabindex="-1">${said(text('rule-set', 'title', document.title))}</span>`, 0, 'h1')}
      <p class="lead">${words.welcome}</p>
      ${scopesView(view)}
      <div class="buttons">
        <button type="button" class="primary start-button" @click=${() => view.continueFrom('')}>
          ${hasBegun ? words.resume : words.start}
        </button>
        ${hasBegun ? view.questions?.doneView(view) : nothing}
      </div>
      <p class="private">
        ${lock}<span>${session.host === undefined ? words.private : words.withService(session.host)}</span>
      </p>
      ${
        document.notice === undefined
          ? nothing
          : html`<p class="quiet small">${said(text('rule-set', 'notice', document.notice))}</p>`
      }
    </div>
    ${ladderView(view)}
  </div>`
}

/** The levels from the bottom up: what somebody will find out. */
function ladderView({ session, words, text, said, heading, format }: View): unknown {
  return html`<div class="ladder">
    ${heading(words.levels, 1, 'h3')}
    <ol class="ladder-steps">
      ${session.document.scale.levels.map(
        ({ level, name, meaning }) =>
          html`<li class="rung">
            <span class="rung-mark figure">${format.whole(level)}</span>
            <span>
              <span class="strong">${said(text('scale', `level.${level}`, name))}</span>
              ${
                meaning === undefined
                  ? nothing
                  : html`<span class="block quiet small">${said(text('scale', `meaning.${level}`, meaning))}</span>`
              }
            </span>
          </li>`,
      )}
    </ol>
  </div>`
}

const lock = html`<svg class="lock" width="18" height="20" viewBox="0 0 18 20" aria-hidden="true" focusable="false">
  <path d="M4.5 9V6a4.5 4.5 0 0 1 9 0v3" fill="none" stroke="currentColor" stroke-width="2"></path>
  <rect x="1.5" y="8.5" width="15" height="11" rx="2.5" fill="currentColor"></rect>
</svg>`

function scopesView(view: View): unknown {
  const { session, state, words, text, said, format } = view
  const scopes = session.document.scopes ?? []
  if (scopes.length < 2) return nothing
  return html`<fieldset class="scopes">
    <legend class="label">${words.chooseDepth}</legend>
    <div class="scope-list">
      ${scopes.map(({ id, title, description }) => {
        const { minutes, statements } = sizeOf(view, id)
        return html`<label class="option scope">
          <input type="radio" name="scope" .checked=${state.scope === id} @change=${() => session.setScope(id)} />
          <span>
            <span class="strong">${said(text(id, 'title', title))}</span>
            ${
              description === undefined
                ? nothing
                : html`<span class="block">${said(text(id, 'description', description))}</span>`
            }
            <span class="block quiet small">
              ${words.takes(format.whole(minutes))} · ${words.statements(format.whole(statements), statements)}
            </span>
          </span>
        </label>`
      })}
    </div>
    <p class="hint">${words.canSwitch}</p>
  </fieldset>`
}

function sizeOf({ session }: View, scope: string): { minutes: number; statements: number } {
  const pages = session.pagesIn(scope)
  const statements = pages.reduce(
    (sum, page) =>
      sum + (page.kind === 'principle' ? page.clauses.reduce((all, part) => all + part.indicators.length, 0) : 0),
    0,
  )
  // what plugins ask is said in full: somebody who has to begin has answered none of it
  const ofSectors = pages.reduce((sum, page) => sum + (page.kind === 'sector' ? page.minutesLeft({}) : 0), 0)
  const minutes = scopeOf(session.document, scope)?.minutes ?? Math.ceil(statements / 3)
  return { minutes: minutes + Math.ceil(ofSectors), statements }
}
