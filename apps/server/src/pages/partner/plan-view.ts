import { html, textarea, when, type Html } from '../html.ts'
import { dayWords } from './facts.ts'
import type { Invitation, PlanNow } from './open-invitation.ts'

/** The shared half of the plan: to read, to comment on, to approve. */
export function planView(invitation: Invitation, { version, approvedAt, holds }: PlanNow): Html {
  const { token, remarks } = invitation
  const said = remarks.filter(({ field, state }) => field === null && state === 'open')
  return html`<section id="plan">
    <h2>The plan you share</h2>
    <p><a class="button plain" href="/p/${token}/plan.html">Read the plan</a></p>
    ${when(holds, () => html`<p><span class="tag">You approved this plan on ${dayWords(approvedAt!)}</span></p>`)}
    ${when(
      approvedAt !== null && !holds,
      () => html`<p class="note">The plan has changed since it was approved on ${dayWords(approvedAt!)}.</p>`,
    )}
    ${said.map(({ comment }) => html`<p class="note small"><b>You said:</b> <bdi>${comment}</bdi></p>`)}
    <form method="post" action="/p/${token}/plan" novalidate>
      <input type="hidden" name="seen" value="${version}" />
      ${when(!holds, () => html`<div class="buttons"><button name="word" value="yes">I approve this plan</button></div>`)}
      <div class="field">
        <label class="name" for="comment">Something to add or to change?</label>
        ${textarea({ id: 'comment', name: 'comment', maxlength: '1000', rows: '3' }, html``, '')}
      </div>
      <div class="buttons"><button class="plain" name="word" value="no">Send this comment</button></div>
    </form>
  </section>`
}
