import { html, nothing } from 'lit'
import { scopeOf } from '../rule-set/document.ts'
import { minutesLeft, progressOf, sectorMinutes } from '../session/progress.ts'
import { liveView } from './live-view.ts'
import { aboutView, principleView, whyAndHow } from './page-view.ts'
import type { Page, View } from './view.ts'

/** A page that asks, or the result: the steps around it, and beside it how things stand. */
export function questionFrame(view: View, page: Page): { look: string; parts: unknown } {
  if (page.kind === 'results') {
    const result = view.rest?.resultsPage(view) ?? html`<p role="status">${view.common.loading}</p>`
    return { look: 'single with-result', parts: pageView(view, page, result) }
  }
  const isPrinciple = page.kind === 'principle'
  const inside = isPrinciple
    ? principleView(view, page)
    : page.kind === 'about'
      ? aboutView(view, page)
      : page.draw(view)
  const advice = isPrinciple ? html`<div class="wide-only">${whyAndHow(view, page.principle)}</div>` : nothing
  const parts = html`${pageView(view, page, inside)}
    <div class="aside">${liveView(view)} ${advice}</div>`
  return { look: '', parts }
}

function pageView(view: View, page: Page, inside: unknown): unknown {
  return html`${stepsView(view, page)}
    <div class="page" part="page">${problemsView(view)} ${inside} ${navView(view, page)}</div>`
}

/** How far somebody has come who comes back. */
export function doneView(view: View): unknown {
  const { words, format } = view
  const { done, of } = progressOf(view)
  return html`<span class="quiet">${words.doneOf(format.whole(done), format.whole(of))}</span>`
}

/** The steps as one rule of twelve joints, and as a list behind a button where there is no room for it. */
function stepsView(view: View, page: Page): unknown {
  const { state, words, format, session, folds, desk } = view
  const at = state.pages.indexOf(page)
  const all = progressOf(view)
  const ofSectors = Math.ceil(sectorMinutes(state.pages, state.record))
  const minutes = minutesLeft(all, scopeOf(session.document, state.scope)?.minutes) + ofSectors
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
        const { done, of } = progressOf(view, one)
        return html`<span
          class="joint ${one === page ? 'here' : ''} ${of > 0 && done === of ? 'full' : done > 0 ? 'some' : ''}"
        ></span>`
      })}
    </div>
    <button type="button" class="plain small steps-button" aria-expanded=${isOpen} @click=${toggle}>
      ${words.allSteps}
    </button>
    <ol class="step-list ${isOpen ? 'open' : ''}">
      ${state.pages.map((one) => stepView(view, one, one === page))}
    </ol>
  </nav>`
}

function stepView(view: View, page: Page, isHere: boolean): unknown {
  const { words, format, go } = view
  const { done, of } = progressOf(view, page)
  const isFull = of > 0 && done === of
  const leave = () => {
    // on a narrow page the list stands above what was asked for
    view.folds.delete('steps')
    go(page.id)
  }
  return html`<li>
    <button type="button" class="step plain" aria-current=${isHere ? 'step' : nothing} @click=${leave}>
      <span class="step-mark ${isFull ? 'full' : done > 0 ? 'some' : ''}" aria-hidden="true"></span>
      <span class="step-title">${titleOf(view, page)}</span>
      ${
        of === 0
          ? nothing
          : html`<span class="quiet small figure" aria-hidden="true">${format.whole(done)}/${format.whole(of)}</span>
              <span class="visually-hidden">${words.doneOf(format.whole(done), format.whole(of))}</span>`
      }
    </button>
  </li>`
}

function titleOf({ words, text, said, format }: View, page: Page): unknown {
  if (page.kind === 'principle') return said(text(page.id, 'title', page.principle.title))
  return page.kind === 'sector' ? said(page.title(format.language)) : words[page.kind]
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
