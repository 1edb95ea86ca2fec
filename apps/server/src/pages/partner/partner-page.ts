import { html, page, when, type Html } from '../page.ts'
import { dayWords } from './facts.ts'
import { factsView } from './facts-view.ts'
import type { Invitation } from './open-invitation.ts'
import { planView } from './plan-view.ts'
import { pulseView } from './pulse-view.ts'
import type { Taken } from './take-sent.ts'

/** The one page of a partner: who asks and why, what to answer, and what happens next. */
export function partnerPage(invitation: Invitation, faults: Taken = []): string {
  const { from, facts, pulse, plan, expiresAt } = invitation
  const body = html`<main class="form partner">
    <div class="bar"><span>For ${invitation.to}</span><span>About three minutes</span></div>
    ${faultsView(faults)}
    <h1>${from} asks for your view</h1>
    <p class="lead">
      ${from} looks at how well you work together, and that takes both sides. ${asks(invitation)} You need no account,
      and you may leave out what you like.
    </p>
    ${when(facts.length > 0, () => factsView(invitation))}
    ${when(pulse !== undefined, () => pulseView(invitation, pulse!))}
    ${when(plan !== undefined, () => planView(invitation, plan!))}
    <h2>What happens next</h2>
    <p>
      ${from} sees what you confirm and what you say is not quite so. It sees nothing else of you: this page sets no
      cookies and needs no scripts.
    </p>
    ${copyView(invitation)}
    <p class="quiet small">
      This link is for you: whoever has it can answer in your place. It works until ${dayWords(expiresAt)}, or until
      ${from} takes it back.
    </p>
  </main>`
  return page(`${faults.length > 0 ? 'Please look again: ' : ''}${from} asks for your view`, body)
}

function asks({ facts, pulse, plan }: Invitation): string {
  const parts = [
    ...(facts.length > 0 ? ['whether a few facts are so'] : []),
    ...(pulse === undefined ? [] : ['four questions on trust']),
    ...(plan === undefined ? [] : ['whether you agree with the plan']),
  ]
  const all =
    parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? 'nothing for now')
  return `It asks: ${all}.`
}

function faultsView(faults: Taken): Html {
  return when(
    faults.length > 0,
    () =>
      html`<div class="summary" role="alert">
        <h2>Please look again</h2>
        <ul>
          ${faults.map((fault) => html`<li>${fault}</li>`)}
        </ul>
      </div>`,
  )
}

function copyView({ token, facts, plan }: Invitation): Html {
  return when(
    facts.length > 0 || plan !== undefined,
    () =>
      html`<p>
        Keep a copy of what you see here:
        ${when(plan !== undefined, () => html`<a href="/p/${token}/plan.docx">the plan for Word</a>, `)}<a
          href="/p/${token}/copy.json"
          download="joinery-shared.json"
          >all of it as data</a
        >. With it you can begin a view of your own.
      </p>`,
  )
}
