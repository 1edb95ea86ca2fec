import { html, nothing } from 'lit'
import { brand } from '../base/brand.ts'
import { scopeOf } from '../rule-set/document.ts'
import type { Page } from '../session/pages.ts'
import { minutesLeft, progressOf } from '../session/progress.ts'
import { keepView } from './keep-view.ts'
import { liveView } from './live-view.ts'
import { aboutView, principleView, whyAndHow } from './page-view.ts'
import { startView } from './start-view.ts'
import type { View } from './view.ts'

/** The whole assessment: where somebody is, the page, how it stands, and where the answers are kept. */
export function frameView(view: View, resultsView: (view: View) => unknown): unknown {
  const page = view.state.pages.find(({ id }) => id === view.state.page)
  if (page === undefined)
    return html`<div class="frame single" part="frame">
      ${topView(view)} ${noticesView(view)}
      <div class="page" part="page">${startView(view)}</div>
      ${keepView(view)}
    </div>`
  return html`<div class="frame ${page.kind === 'results' ? 'single with-result' : ''}" part="frame">
    ${topView(view)} ${noticesView(view)} ${stepsView(view, page)}
    <div class="page" part="page">
      ${problemsView(view)} ${page.kind === 'about' ? aboutView(view, page) : nothing}
      ${page.kind === 'principle' ? principleView(view, page) : nothing}
      ${page.kind === 'results' ? resultsView(view) : nothing} ${navView(view, page)}
    </div>
    ${
      page.kind === 'results'
        ? nothing
        : html`<div class="aside">
            ${liveView(view)}
            ${page.kind === 'principle' ? html`<div class="wide-only">${whyAndHow(view, page.principle)}</div>` : nothing}
          </div>`
    }
    ${keepView(view)}
  </div>`
}

function topView({ words, state, common }: View): unknown {
  const saved = {
    nothing: words.savedNothing,
    device: words.savedDevice,
    memory: words.savedMemory,
    service: words.savedService,
    failed: words.savedFailed,
  }[state.saved]
  return html`<div class="top">
    ${brand}
    <span class="saved quiet small ${state.saved}">${state.saved === 'nothing' ? nothing : saved}</span>
    <span class="pill">${common.selfAssessed}</span>
  </div>`
}

function noticesView({ words, keep, state, session }: View): unknown {
  return html`${
    keep.hasLink
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
    keep.hasNewer && state.madeFor !== undefined
      ? html`<div class="note" role="status">
          <p>${words.newer(state.madeFor.version, session.document.version)}</p>
          <div class="buttons">
            <button type="button" class="plain" @click=${keep.dismissVersion}>${words.understood}</button>
          </div>
        </div>`
      : nothing
  }`
}

/** The steps as one rule of twelve joints, and as a list behind a button where there is no room for it. */
function stepsView(view: View, page: Page): unknown {
  const { state, words, format, session, folds, desk } = view
  const isGated = session.document.method.name === 'gated-v1'
  const at = state.pages.indexOf(page)
  const all = progressOf(state, isGated)
  const minutes = minutesLeft(all, scopeOf(session.document, state.scope)?.minutes)
  const isOpen = folds.has('steps')
  const toggle = () => {
    if (!folds.delete('steps')) folds.add('steps')
    desk.redraw()
  }
  return html`<nav class="steps" aria-label=${words.steps} part="steps">
    <div class="steps-line small">
      <span class="strong">${words.stepOf(format.whole(at + 1), format.whole(state.pages.length))}</span>
      <span class="quiet">${minutes === 0 ? words.nothingLeft : words.timeLeft(format.whole(minutes))}</span>
    </div>
    <div class="joints" aria-hidden="true">
      ${state.pages.map((one) => {
        const { done, of } = progressOf(state, isGated, one)
        return html`<span
          class="joint ${one === page ? 'here' : ''} ${of > 0 && done === of ? 'full' : done > 0 ? 'some' : ''}"
        ></span>`
      })}
    </div>
    <button type="button" class="plain small steps-button" aria-expanded=${isOpen} @click=${toggle}>
      ${words.allSteps}
    </button>
    <ol class="step-list ${isOpen ? 'open' : ''}">
      ${state.pages.map((one) => stepView(view, one, { isHere: one === page, isGated }))}
    </ol>
  </nav>`
}

function stepView(view: View, page: Page, { isHere, isGated }: { isHere: boolean; isGated: boolean }): unknown {
  const { state, words, format, text, said, go } = view
  const { done, of } = progressOf(state, isGated, page)
  const title =
    page.kind === 'principle'
      ? said(text(page.id, 'title', page.principle.title))
      : page.kind === 'about'
        ? words.about
        : words.results
  const isFull = of > 0 && done === of
  return html`<li>
    <button type="button" class="step plain" aria-current=${isHere ? 'step' : nothing} @click=${() => go(page.id)}>
      <span class="step-mark ${isFull ? 'full' : done > 0 ? 'some' : ''}" aria-hidden="true"></span>
      <span class="step-title">${title}</span>
      ${
        of === 0
          ? nothing
          : html`<span class="quiet small figure" aria-hidden="true">${format.whole(done)}/${format.whole(of)}</span>
              <span class="visually-hidden">${words.doneOf(format.whole(done), format.whole(of))}</span>`
      }
    </button>
  </li>`
}

function problemsView({ problems, words, heading, desk }: View): unknown {
  if (problems.length === 0) return nothing
  return html`<div class="problems" role="alert" tabindex="-1" id="problems">
    ${heading(words.problems, 1, 'h2')}
    <ul>
      ${problems.map(
        ({ id, text }) =>
          html`<li><button type="button" class="link" @click=${() => desk.redraw(id)}>${text}</button></li>`,
      )}
    </ul>
  </div>`
}

function navView(view: View, page: Page): unknown {
  const { state, words, go, continueFrom } = view
  const at = state.pages.indexOf(page)
  const before = state.pages[at - 1]?.id ?? ''
  const isLast = at === state.pages.length - 1
  return html`<div class="buttons nav" part="nav">
    <button type="button" part="button-back" @click=${() => go(before)}>${words.back}</button>
    ${
      isLast
        ? nothing
        : html`<button type="button" class="primary" part="button-next" @click=${() => continueFrom(page.id)}>
            ${at === state.pages.length - 2 ? words.toResults : words.next}
          </button>`
    }
  </div>`
}
