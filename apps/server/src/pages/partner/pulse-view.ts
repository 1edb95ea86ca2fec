import { pulseItems, type PulseItem } from '@joinery/core'
import { html, when, type Html } from '../html.ts'
import { agreedView, flagView } from './gap-view.ts'
import type { Gap, Invitation, PulseNow } from './open-invitation.ts'
import { hasAnswered } from './take-sent.ts'
import { dayWords } from './words/speak.ts'

/** Four questions, sealed until both sides have answered; then what both said. */
export function pulseView(invitation: Invitation, { waiting, opened }: PulseNow): Html {
  return html`<section id="pulse">
    <h2>${invitation.words.pulse.title}</h2>
    ${when(opened !== null, () => openedView(invitation, opened!))}
    ${hasAnswered(waiting) ? sealedView(invitation, waiting!.expiresAt) : questionsView(invitation, opened !== null)}
  </section>`
}

export function sealedView({ from, words }: Invitation, expiresAt: string): Html {
  return html`<div class="note">
    <p><strong>${words.pulse.sealed}</strong> ${words.pulse.sealedLead(from, dayWords(expiresAt, words))}</p>
  </div>`
}

function questionsView({ at, from, sent, words: { pulse } }: Invitation, isAgain: boolean): Html {
  const form = html`<p>${pulse.lead(from)}</p>
    <form method="post" action="${at('/pulse')}" novalidate>
      ${pulseItems.map((item) => questionView(item, { statement: pulse.statements[item](from), scale: pulse.scale, chosen: sent?.get(item) }))}
      <div class="buttons"><button>${pulse.send}</button></div>
    </form>`
  return isAgain
    ? html`<details${sent === undefined ? html`` : html` open`}>
        <summary>${pulse.again}</summary>
        ${form}
      </details>`
    : form
}

interface Question {
  readonly statement: string
  readonly scale: string
  readonly chosen: string | null | undefined
}

function questionView(item: PulseItem, { statement, scale, chosen }: Question): Html {
  return html`<fieldset class="statement">
    <legend>${statement} <span class="hint">${scale}</span></legend>
    <div class="rating">
      ${[1, 2, 3, 4, 5].map(
        (rating) =>
          html`<label class="option"
            ><input
              type="radio"
              ${rating === 1 ? html`id="${item}"` : html``}
              name="${item}"
              value="${rating}"
              ${chosen === String(rating) ? html` checked` : html``}
            /><span>${rating}</span></label
          >`,
      )}
    </div>
  </fieldset>`
}

function openedView(invitation: Invitation, { gaps, at }: NonNullable<PulseNow['opened']>): Html {
  const { from, words } = invitation
  const { pulse } = words
  const items = gaps.filter(({ item }) => item !== 'mean')
  return html`<p>${pulse.opened(dayWords(at.partner, words))}</p>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${pulse.question}</th>
            <th scope="col">${words.yourSide}</th>
            <th scope="col">${from}</th>
          </tr>
        </thead>
        <tbody>
          ${items.map((gap) => gapRow(gap, invitation))}
        </tbody>
      </table>
    </div>
    ${when(
      items.some(({ flag }) => flag !== null),
      () => html`<p class="below">${pulse.advice}</p>`,
    )}`
}

function gapRow(gap: Gap, { words }: Invitation): Html {
  return html`<tr>
    <td>${words.pulse.short[gap.item as PulseItem] ?? gap.item} ${flagView(gap, words)} ${agreedView(gap, words)}</td>
    <td>${gap.partner}</td>
    <td>${gap.us}</td>
  </tr>`
}
