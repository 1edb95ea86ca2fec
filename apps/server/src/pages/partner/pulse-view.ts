import { html, when, type Html } from '../html.ts'
import { dayWords } from './facts.ts'
import type { Gap, Invitation, PulseNow } from './open-invitation.ts'
import { pulseItems } from './take-sent.ts'

/** The statements, as the partner reads them of the firm. */
const statements = {
  reliability: (from: string) => `${from} does what it said it would do.`,
  openness: (from: string) => `${from} tells us early when something goes wrong.`,
  fairness: () => 'The deal feels fair to us.',
  capability: (from: string) => `${from} is able to do what we need.`,
} as const

/** Four questions, sealed until both sides have answered; then what both said. */
export function pulseView(invitation: Invitation, { waiting, opened }: PulseNow): Html {
  const hasAnswered = waiting?.answered.includes('partner') === true
  return html`<section id="pulse">
    <h2>Four questions on trust</h2>
    ${when(opened !== null, () => openedView(invitation, opened!))}
    ${hasAnswered ? sealedView(invitation, waiting.expiresAt) : questionsView(invitation, opened !== null)}
  </section>`
}

function sealedView({ from }: Invitation, expiresAt: string): Html {
  return html`<div class="note">
    <p>
      <strong>Your answers are sealed.</strong> Nobody can read them, not even ${from}, until ${from} has answered the
      same questions about you. Then both open at once, here on this page. If that has not happened by
      ${dayWords(expiresAt)}, they are thrown away.
    </p>
  </div>`
}

function questionsView({ token, from }: Invitation, isAgain: boolean): Html {
  const form = html`<p>
      ${from} answers the same questions about you. Both stay sealed until both are in, and then open at once. As one
      person answers for your side, ${from} will know who it was: answer only if that is all right with you.
    </p>
    <form method="post" action="/p/${token}/pulse" novalidate>
      ${pulseItems.map((item) => questionView(item, statements[item](from)))}
      <div class="buttons"><button>Seal my four answers</button></div>
    </form>`
  return isAgain
    ? html`<details>
        <summary>Answer again, for a new round</summary>
        ${form}
      </details>`
    : form
}

function questionView(item: string, statement: string): Html {
  return html`<fieldset class="statement">
    <legend>${statement} <span class="hint">1: not at all, 5: fully</span></legend>
    <div class="rating">
      ${[1, 2, 3, 4, 5].map(
        (rating) =>
          html`<label class="option"
            ><input type="radio" name="${item}" value="${rating}" /><span>${rating}</span></label
          >`,
      )}
    </div>
  </fieldset>`
}

function openedView({ from }: Invitation, { gaps, at }: NonNullable<PulseNow['opened']>): Html {
  const items = gaps.filter(({ item }) => item !== 'mean')
  return html`<p>Both sides have answered; you did on ${dayWords(at.partner)}. This is what both said.</p>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">You</th>
            <th scope="col">${from}</th>
          </tr>
        </thead>
        <tbody>
          ${items.map((gap) => gapRow(gap))}
        </tbody>
      </table>
    </div>
    ${when(
      items.some(({ flag }) => flag !== null),
      () =>
        html`<p class="below">
          Where you are a point or more apart it is worth a talk: not who is right, but what each of you saw. Agree on
          one thing to do on each side, and on a day to look again.
        </p>`,
    )}`
}

const questions: Readonly<Record<string, string>> = {
  reliability: 'Does what was said',
  openness: 'Tells early',
  fairness: 'The deal is fair',
  capability: 'Is able',
}

function gapRow({ item, us, partner, flag, action }: Gap): Html {
  return html`<tr>
    <td>
      ${questions[item] ?? item}
      ${when(flag !== null, () => html`<span class="tag">${flag === 'priority' ? 'talk first about this' : 'talk about this'}</span>`)}
      ${when(
        action !== null,
        () =>
          html`<span class="hint"
            >Agreed: <bdi>${action!.owner}</bdi> and <bdi>${action!.partnerOwner}</bdi> act on it; you both look again
            on ${dayWords(action!.recheckAt)}.</span
          >`,
      )}
    </td>
    <td>${partner}</td>
    <td>${us}</td>
  </tr>`
}
