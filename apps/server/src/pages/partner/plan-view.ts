import { html, textarea, when, type Html } from '../html.ts'
import type { Invitation, PlanNow } from './open-invitation.ts'
import { dayWords } from './words/speak.ts'

/** The shared half of the plan: to read, to comment on, to approve. */
export function planView(invitation: Invitation, { version, approvedAt, holds }: PlanNow): Html {
  const { at, remarks, words } = invitation
  const { plan } = words
  const approvedOn = approvedAt === null ? '' : dayWords(approvedAt, words)
  const said = remarks.filter(({ field, state }) => field === null && state === 'open')
  return html`<section id="plan">
    <h2>${plan.title}</h2>
    <p><a class="button plain" href="${at('/plan.html')}">${plan.read}</a></p>
    ${when(holds, () => html`<p><span class="tag">${plan.approved(approvedOn)}</span></p>`)}
    ${when(approvedAt !== null && !holds, () => html`<p class="note">${plan.changed(approvedOn)}</p>`)}
    ${said.map(({ comment }) => html`<p class="note small"><b>${words.facts.said}</b> <bdi>${comment}</bdi></p>`)}
    <form method="post" action="${at('/plan')}" novalidate>
      <input type="hidden" name="seen" value="${version}" />
      ${when(!holds, () => html`<div class="buttons"><button name="word" value="yes">${plan.approve}</button></div>`)}
      <div class="field">
        <label class="name" for="comment">${plan.comment}</label>
        ${textarea({ id: 'comment', name: 'comment', maxlength: '1000', rows: '3' }, html``, invitation.sent?.get('comment') ?? '')}
      </div>
      <div class="buttons"><button class="plain" name="word" value="no">${plan.send}</button></div>
    </form>
  </section>`
}
