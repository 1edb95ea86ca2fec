import { html, page, when, type Html } from '../page.ts'
import { factsView } from './facts-view.ts'
import { faultsView, languagesView } from './frame.ts'
import type { Invitation } from './open-invitation.ts'
import { planView } from './plan-view.ts'
import { pulseView } from './pulse-view.ts'
import { statementsTeaser } from './statements-page.ts'
import { ratingsView } from './ratings-view.ts'
import type { Taken } from './take-sent.ts'
import { dayWords, listWords } from './words/speak.ts'

/** The one page of a partner: who asks and why, what to answer, and what happens next. */
export function partnerPage(invitation: Invitation, faults: Taken = []): string {
  const { from, to, facts, pulse, statements, plan, expiresAt, words } = invitation
  const said = words.page
  const body = html`<main class="form partner">
    <div class="bar"><span>${said.for(to)}</span><span>${said.minutes}</span></div>
    ${faultsView(faults, words)}
    <h1>${said.title(from)}</h1>
    <p class="lead">${said.lead(from)} ${said.asks(asks(invitation))} ${said.free}</p>
    ${when(facts.length > 0, () => factsView(invitation))}
    ${when(pulse !== undefined, () => pulseView(invitation, pulse!))}
    ${when(statements !== undefined, () => statementsTeaser(invitation, statements!))} ${ratingsView(invitation)}
    ${when(plan !== undefined, () => planView(invitation, plan!))}
    <h2>${said.next}</h2>
    <p>${said.nextLead(from)}</p>
    ${copyView(invitation)}
    <p class="quiet small">${said.ends(from, dayWords(expiresAt, words))}</p>
    ${languagesView(invitation, '')}
  </main>`
  const title = `${faults.length > 0 ? `${said.lookAgain}: ` : ''}${said.title(from)}`
  return page(title, body, { lang: words.language })
}

function asks({ facts, pulse, statements, asked: rated, plan, words }: Invitation): string {
  const { parts, nothing } = words.page
  const asked = [
    ...(facts.length > 0 ? [parts.facts] : []),
    ...(pulse === undefined ? [] : [parts.pulse]),
    ...(rated === null ? [] : [parts.ratings]),
    ...(plan === undefined ? [] : [parts.plan]),
    ...(statements === undefined ? [] : [parts.statements]),
  ]
  return asked.length === 0 ? nothing : listWords(asked, words)
}

function copyView({ at, plan, words }: Invitation): Html {
  const { keep, keepLead, keepPage, keepPlan, keepData, keepUse } = words.page
  return html`<section id="copy">
    <h2>${keep}</h2>
    <p>${keepLead}</p>
    <ul>
      <li><a href="${at('/copy.html')}">${keepPage}</a></li>
      ${when(plan !== undefined, () => html`<li><a href="${at('/plan.docx')}">${keepPlan}</a></li>`)}
      <li><a href="${at('/copy.json')}" download="joinery-shared.json">${keepData}</a></li>
    </ul>
    <p>${keepUse}</p>
  </section>`
}
