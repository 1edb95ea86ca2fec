import { html, page, when, type Html } from '../page.ts'
import { nameView } from './facts.ts'
import type { Invitation, Remark } from './open-invitation.ts'
import { dayWords } from './words/speak.ts'

/** What a partner keeps: what was shared with it, and what it said itself; as a page that prints. */
export function copyPage(invitation: Invitation, day: string): string {
  const { at, from, to, facts, confirmed, remarks, words } = invitation
  const body = html`<main class="form partner">
    <div class="bar">
      <span>${words.page.for(to)} · ${dayWords(day, words)}</span><a href="${at('')}#copy">${words.statements.back}</a>
    </div>
    <h1>${words.page.keep}: ${from}</h1>
    ${facts.map(
      ({ field, title, view }) =>
        html`<section>
          <h2>${nameView(title)}</h2>
          ${when(confirmed.includes(field), () => html`<p><span class="tag">${words.facts.confirmed}</span></p>`)}
          ${view} ${remarks.filter((remark) => remark.field === field).map((remark) => remarkView(remark, invitation))}
        </section>`,
    )}
    ${remarks.filter(({ field }) => field === null).map((remark) => remarkView(remark, invitation))}
    ${saidView(invitation)}
  </main>`
  return page(`${words.page.keep}: ${from}`, body, { lang: words.language })
}

function remarkView({ comment }: Remark, { words }: Invitation): Html {
  return html`<p class="note small"><b>${words.facts.said}</b> <bdi>${comment}</bdi></p>`
}

/** Opened answers; what is sealed is not read here either. */
function saidView({ from, pulse, statements, words }: Invitation): Html {
  const { short } = words.pulse
  const rated = (pulse?.opened?.gaps ?? []).filter(({ item }) => item !== 'mean')
  const answered = statements?.opened?.gaps.flatMap((gap) => gap.statements) ?? []
  const texts = new Map(statements?.asked.map(({ indicator, statement }) => [indicator, statement]))
  return html`${when(
    rated.length > 0,
    () =>
      html`<h2>${words.pulse.title}</h2>
        <ul>
          ${rated.map(({ item, partner }) => html`<li>${short[item as keyof typeof short]}: ${partner}</li>`)}
        </ul>`,
  )}
  ${when(
    answered.length > 0,
    () =>
      html`<h2>${words.statements.page(from)}</h2>
        <ul>
          ${answered.map(({ indicator, partner }) => html`<li><bdi>${texts.get(indicator) ?? indicator}</bdi> <b>${words.statements.answers[partner as 'yes'] ?? partner}</b></li>`)}
        </ul>`,
  )}`
}
