import { html, page, when, type Html } from '../page.ts'
import { faultsView, languagesView } from './frame.ts'
import { agreedView, flagView } from './gap-view.ts'
import type { Invitation, PrincipleGap, StatementsNow } from './open-invitation.ts'
import { sealedView } from './pulse-view.ts'
import { hasAnswered, type Taken } from './take-sent.ts'
import { dayWords, numberWords } from './words/speak.ts'

/** The way from the page of all things to the statements. */
export function statementsTeaser({ at, from, words }: Invitation, { waiting, opened }: StatementsNow): Html {
  const { title, lead, open, opened: differ } = words.statements
  return html`<section id="statements">
    <h2>${title}</h2>
    <p>${hasAnswered(waiting) ? words.pulse.sealed : lead(from)}</p>
    <p><a class="button plain" href="${at('/statements')}">${opened === null ? open : differ}</a></p>
  </section>`
}

/** A few statements of the rule set, sealed until both sides have answered; then where they differ, principle by principle. */
export function statementsPage(invitation: Invitation, now: StatementsNow, faults: Taken = []): string {
  const { at, from, to, words } = invitation
  const { waiting, opened } = now
  const title = words.statements.page(from)
  const body = html`<main class="form partner">
    <div class="bar"><span>${words.page.for(to)}</span><a href="${at('')}#statements">${words.statements.back}</a></div>
    ${faultsView(faults, words)}
    <h1>${title}</h1>
    ${when(opened !== null, () => openedView(invitation, now))}
    ${hasAnswered(waiting) ? sealedView(invitation, waiting!.expiresAt) : formView(invitation, now)}
    ${languagesView(invitation, '/statements')}
  </main>`
  return page(`${faults.length > 0 ? `${words.page.lookAgain}: ` : ''}${title}`, body, { lang: words.language })
}

function formView(invitation: Invitation, now: StatementsNow): Html {
  const { at, from, words } = invitation
  const form = html`<p>${words.statements.we(from)} ${words.statements.named(from)}</p>
    <form method="post" action="${at('/statements')}" novalidate>
      ${now.asked.map((asked) => statementView(asked, invitation, now))}
      <div class="buttons"><button>${words.statements.send}</button></div>
    </form>`
  return now.opened === null
    ? form
    : html`<details${invitation.sent === undefined ? html`` : html` open`}>
        <summary>${words.pulse.again}</summary>
        ${form}
      </details>`
}

function statementView(
  { indicator, title, statement }: StatementsNow['asked'][number],
  { words, sent }: Invitation,
  { scale, language }: StatementsNow,
): Html {
  const { answers, notSure } = words.statements
  const usual: Readonly<Record<string, string>> = language === words.language ? {} : answers
  const options = [
    ...scale.map(({ value, label }) => ({ value, label: usual[value] ?? label })),
    { value: 'notSure', label: notSure },
  ]
  return html`<fieldset class="statement">
    <legend lang="${language}" dir="auto"><span class="tag">${title}</span> ${statement}</legend>
    <div class="options">
      ${options.map(
        ({ value, label }, index) =>
          html`<label class="option"
            ><input
              type="radio"
              ${index === 0 ? html`id="${indicator}"` : html``}
              name="${indicator}"
              value="${value}"
              ${sent?.get(indicator) === value ? html` checked` : html``}
            /><span>${label}</span></label
          >`,
      )}
    </div>
  </fieldset>`
}

function openedView(invitation: Invitation, { opened, asked, language }: StatementsNow): Html {
  const { from, words } = invitation
  const { gaps, at } = opened!
  const titles = new Map(asked.map(({ principle, title }) => [principle, { title, lang: language }]))
  return html`<p>${words.pulse.opened(dayWords(at.partner, words))} ${words.pulse.scale}</p>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.statements.principle}</th>
            <th scope="col">${words.yourSide}</th>
            <th scope="col">${from}</th>
          </tr>
        </thead>
        <tbody>
          ${gaps.map((gap) => gapRow(gap, invitation, titles.get(gap.principle) ?? { title: gap.title, lang: 'en' }))}
        </tbody>
      </table>
    </div>
    ${when(
      gaps.some(({ flag }) => flag !== null),
      () => html`<p class="below">${words.pulse.advice}</p>`,
    )}`
}

/** Blind spots and hidden strengths are named from where the firm stands; the page says who sees more. */
function gapRow(
  gap: PrincipleGap,
  { from, words }: Invitation,
  name: { readonly title: string; readonly lang: string },
): Html {
  const { theyHigher, youHigher, compared, noAction } = words.statements
  return html`<tr>
    <td>
      <span lang="${name.lang}" dir="auto">${name.title}</span> ${flagView(gap, words)}
      <span class="hint">${compared(gap.statements.length)}</span>
      ${when(gap.kind !== null, () => html`<span class="hint">${(gap.kind === 'blind-spot' ? theyHigher : youHigher)(from)}</span>`)}
      ${agreedView(gap, words)}
      ${when(gap.flag !== null && gap.action === null, () => html`<span class="hint">${noAction}</span>`)}
    </td>
    <td>${numberWords(Math.round(gap.partner * 10) / 10, words)}</td>
    <td>${numberWords(Math.round(gap.us * 10) / 10, words)}</td>
  </tr>`
}
