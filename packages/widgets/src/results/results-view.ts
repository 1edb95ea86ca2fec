import { html, nothing } from 'lit'
import type { laterResultWords } from '../i18n/en-later.ts'
import type { CommonWords } from '../i18n/strings.ts'
import type { Snapshot } from '../session/answer-store.ts'
import { barsView } from './bars-view.ts'
import { changesSince } from './change-view.ts'
import { detailsView } from './details-view.ts'
import { figuresView } from './figures-view.ts'
import { headlineRule } from './headline-rule.ts'
import { headlineView } from './headline-view.ts'
import { planTools } from './plan-tools-view.ts'
import { planView } from './plan-view.ts'
import { noticeViews } from './reasons.ts'
import { type Shown, type WithHeadings, type WithPlan } from './shown.ts'
import { weakestOf } from './weakest.ts'
import { weakestView } from './weakest-view.ts'

/** What can be done from a result. */
export interface ResultsView extends Shown<keyof typeof laterResultWords, keyof CommonWords>, WithPlan, WithHeadings {
  readonly earlier: Snapshot | undefined
  /** Open indicators that would settle most, and the way to answer one. */
  readonly open:
    | { readonly ids: readonly string[]; readonly count: number; readonly answer: (id: string) => void }
    | undefined
  /** The larger scope to go on with, where there is one. */
  readonly deeper: { readonly title: string; readonly go: () => void } | undefined
  /** What plugins add: beside the core result, never in it. */
  readonly sectors: unknown
  readonly showAll: { readonly all: boolean; readonly more: () => void }
  readonly download: (kind: DownloadKind) => void
}

export type DownloadKind = 'html' | 'csv' | 'json' | 'plan-csv' | 'plan-ics' | 'print'

/** A result for the person who gave the answers: what, why, and what to do next week. */
export function resultsView(view: ResultsView): unknown {
  const { words, heading, earlier, format } = view
  const section = (title: string, body: unknown, name: string) =>
    html`<section class="result-part ${name}">${heading(title, 1, 'h2')} ${body}</section>`
  return html`<div class="results" part="results">
    ${headlineView(view, headlineRule(view))} ${figuresView(view)}
    ${section(words.plan, html`${planView(view, view.showAll.all, planTools(view, view.showAll.more))} ${planButtons(view)}`, 'next')}
    ${weakestOf(view).length === 0 ? nothing : section(words.weakest, weakestView(view), 'weakest')}
    ${section(
      words.profile,
      html`${earlier === undefined ? nothing : html`<p class="quiet">${words.changeLine(format.day(earlier.asOf))}</p>`}
      ${barsView(view, earlier && changesSince(earlier, view))}`,
      'profile',
    )}
    ${view.sectors} ${openView(view, section)} ${deeperView(view)} ${noticesView(view, section)}
    ${section(words.details, detailsView(view), 'details')} ${section(words.keep, keepButtons(view), 'no-print')}
  </div>`
}

type Section = (title: string, body: unknown, name: string) => unknown

function planButtons({ words, download, result }: ResultsView): unknown {
  if (result.nextSteps.length === 0) return nothing
  return html`<div class="buttons plan-foot">
    <button type="button" class="plain small" @click=${() => download('plan-csv')}>${words.csv}</button>
    <button type="button" class="plain small" @click=${() => download('plan-ics')}>${words.calendar}</button>
  </div>`
}

function keepButtons({ words, download }: ResultsView): unknown {
  return html`<div class="buttons">
    <button type="button" @click=${() => download('print')}>${words.print}</button>
    <button type="button" @click=${() => download('html')}>${words.page}</button>
    <button type="button" @click=${() => download('csv')}>${words.csv}</button>
    <button type="button" @click=${() => download('json')}>${words.json}</button>
  </div>`
}

function deeperView({ deeper, words }: ResultsView): unknown {
  if (deeper === undefined) return nothing
  return html`<section class="result-part card no-print">
    <p>${words.deeperHint}</p>
    <div class="buttons">
      <button type="button" class="primary" @click=${deeper.go}>${words.deeper(deeper.title)}</button>
    </div>
  </section>`
}

function openView({ open, words, format, ruleSet, text, said }: ResultsView, section: Section): unknown {
  if (open === undefined || open.count === 0) return nothing
  const indicators = open.ids
    .slice(0, 3)
    .flatMap((id) => ruleSet?.practice.indicators.find((one) => one.id === id) ?? [])
  return section(
    words.open,
    html`<p>${words.openLine(format.whole(open.count), open.count)}</p>
      <ul class="open">
        ${indicators.map(
          ({ id, statement }) =>
            html`<li>
              <p>${said(text(id, 'statement', statement))}</p>
              <button type="button" @click=${() => open.answer(id)}>
                <span
                  >${words.answerIt}<span class="visually-hidden"
                    >: ${text(id, 'statement', statement).text}</span
                  ></span
                >
              </button>
            </li>`,
        )}
      </ul>`,
    'still-open no-print',
  )
}

function noticesView(view: ResultsView, section: Section): unknown {
  const notices = noticeViews(view)
  if (notices.length === 0) return nothing
  return section(
    view.words.notices,
    html`<ul class="notices">
      ${notices.map((notice) => html`<li class="note small">${notice}</li>`)}
    </ul>`,
    'good-to-know',
  )
}
