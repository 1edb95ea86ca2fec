import type { Page } from '@joinery/widgets/questionnaire'
import { html, page as wholePage, when, type Html } from '../page.ts'
import type { Form } from './open-form.ts'
import { questionView, type Shown } from './question-view.ts'
import { indicatorsOf, ownAnswer, questionsOf } from './read-answers.ts'
import { statementView } from './statement-view.ts'

/** One page of the form: who the two are, or one principle. */
export function formPage(shown: Shown, page: Exclude<Page, { kind: 'results' }>): string {
  const { form } = shown
  const { words } = form
  const index = form.pages.indexOf(page)
  const before = form.pages[index - 1]
  const title = titleOf(form, page)
  const body = html`<main class="form">
    ${barView(form, index)} ${summaryView(shown)}
    <form method="post" action="${form.at(page.id)}" novalidate>
      ${page.kind === 'about' ? aboutView(shown, page) : principleView(shown, page)}
      <div class="buttons">
        <button>${words.asked.next}</button>
        ${when(before !== undefined, () => html`<a class="button plain" href="${form.at(before!.id)}">${words.asked.back}</a>`)}
      </div>
    </form>
    ${keepView(form)}
  </main>`
  const mark = shown.faults.length > 0 ? `${words.asked.problems}: ` : ''
  return wholePage(`${mark}${title}`, body, { lang: words.language })
}

/** What was answered so far, before the result is made. */
export function checkPage(form: Form): string {
  const { words, record } = form
  const rows = form.pages.flatMap((page) => {
    const indicators = indicatorsOf(page)
    if (page.kind === 'results') return []
    const done = indicators.filter((indicator) => ownAnswer(record, indicator) !== undefined).length
    const state = page.kind === 'about' ? '' : words.answered(done, indicators.length)
    return [
      html`<li>
        <span>${titleOf(form, page)} <span class="quiet small">${state}</span></span>
        <a href="${form.at(page.id)}" aria-label="${words.change}: ${titleOf(form, page)}">${words.change}</a>
      </li>`,
    ]
  })
  const last = form.pages.at(-2)
  const body = html`<main class="form">
    ${barView(form, form.pages.length - 1)}
    <h1>${words.check}</h1>
    <p class="lead">${words.checkLead}</p>
    <form method="post" action="${form.at('results')}">
      <ul class="rows checked">
        ${rows}
      </ul>
      <div class="buttons">
        <button>${words.asked.toResults}</button>
        ${when(last !== undefined, () => html`<a class="button plain" href="${form.at(last!.id)}">${words.asked.back}</a>`)}
      </div>
    </form>
    ${keepView(form)}
  </main>`
  return wholePage(words.check, body, { lang: words.language })
}

function titleOf({ text, words }: Form, page: Page): string {
  switch (page.kind) {
    case 'about':
      return words.asked.about
    case 'principle':
      return text(page.id, 'title', page.principle.title).text
    case 'results':
      return words.check
  }
}

function barView({ words, pages, text, ruleSet }: Form, index: number): Html {
  const { document } = ruleSet
  return html`<div class="bar">
    <span>${text('rule-set', 'title', document.title).text}</span>
    <span>${words.asked.stepOf(String(index + 1), String(pages.length))}</span>
    <progress max="${pages.length}" value="${index + 1}" aria-hidden="true"></progress>
  </div>`
}

/** Everything that is wrong, at the top, each leading to its field. */
function summaryView({ faults, form }: Shown): Html {
  if (faults.length === 0) return html``
  return html`<div class="summary" role="alert" aria-labelledby="faults">
    <h2 id="faults">${form.words.asked.problems}</h2>
    <ul>
      ${faults.map(({ field, message }) => html`<li>${field === undefined ? html`${message}` : html`<a href="#${field}">${message}</a>`}</li>`)}
    </ul>
  </div>`
}

function aboutView(shown: Shown, page: Extract<Page, { kind: 'about' }>): Html {
  const { asked } = shown.form.words
  return html`<h1>${asked.about}</h1>
    <p class="lead">${asked.aboutLead}</p>
    ${questionsOf(page).map((question) => questionView(shown, question))}`
}

function principleView(shown: Shown, page: Extract<Page, { kind: 'principle' }>): Html {
  const { text, words } = shown.form
  const { id, title, citation, what, why, how } = page.principle
  const more = [
    why && { title: words.asked.why, field: 'why', own: why },
    how && { title: words.asked.how, field: 'how', own: how },
  ]
  const blocks = more.flatMap((one) =>
    one
      ? [
          html`<h3>${one.title}</h3>
            <p>${text(id, one.field, one.own).text}</p>`,
        ]
      : [],
  )
  return html`${when(citation !== undefined, () => html`<p class="kicker">${citation!}</p>`)}
    <h1>${text(id, 'title', title).text}</h1>
    ${when(what !== undefined, () => html`<p class="lead">${text(id, 'what', what!).text}</p>`)}
    ${when(
      blocks.length > 0,
      () =>
        html`<details>
          <summary>${words.asked.whyAndHow}</summary>
          ${blocks}
        </details>`,
    )}
    ${page.clauses.map(
      ({ clause, indicators }) =>
        html`${when(page.clauses.length > 1, () => html`<h2>${text(clause.id, 'title', clause.title).text}</h2>`)}
        ${indicators.map((indicator) => statementView(shown, indicator))}`,
    )}
    ${factsView(shown, page)}`
}

/** An answer is quicker, a fact counts for more. */
function factsView(shown: Shown, page: Page): Html {
  const questions = questionsOf(page)
  if (questions.length === 0) return html``
  const { asked } = shown.form.words
  const isOpen = shown.faults.some(({ field }) => field?.startsWith('q-'))
  return html`<details class="facts" ${isOpen ? html` open` : html``}>
    <summary>${asked.facts}</summary>
    <p class="hint">${asked.factsHint}</p>
    ${questions.map((question) => questionView(shown, question))}
  </details>`
}

function keepView({ words }: Form): Html {
  return html`<div class="note small">
    <p><strong>${words.address}</strong> ${words.addressHint}</p>
  </div>`
}
