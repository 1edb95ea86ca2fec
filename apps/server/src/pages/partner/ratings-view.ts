import { html, when, type Html } from '../html.ts'
import type { Invitation, RatingQuestion } from './open-invitation.ts'
import { dayWords } from './words/speak.ts'

/** What the partner saw one person do: a few items in plain words, without a number to aim for. */
export function ratingsView(invitation: Invitation): Html {
  const { asked, ratedAt, words } = invitation
  if (asked !== null) return questionView(invitation, asked)
  return when(
    ratedAt !== null,
    () => html`<section id="ratings"><p class="note">${words.ratings.sent(dayWords(ratedAt!, words))}</p></section>`,
  )
}

function questionView({ at, from, sent, words }: Invitation, { person, items, language }: RatingQuestion): Html {
  const { title, lead, notSeen, send } = words.ratings
  return html`<section id="ratings">
    <h2>${title(person)}</h2>
    <p>${lead(from)}</p>
    <form method="post" action="${at('/ratings')}" novalidate>
      ${items.map((item) => itemView(item, { notSeen, language, chosen: sent?.get(item.item) }))}
      <div class="buttons"><button>${send}</button></div>
    </form>
  </section>`
}

interface Shown {
  readonly notSeen: string
  readonly language: string
  readonly chosen: string | null | undefined
}

function itemView(
  { item, title, low, mid, high }: RatingQuestion['items'][number],
  { notSeen, language, chosen }: Shown,
): Html {
  const options = [
    { value: '1', says: html`<span lang="${language}" dir="auto">${low}</span>` },
    { value: '2', says: html`<span lang="${language}" dir="auto">${mid}</span>` },
    { value: '3', says: html`<span lang="${language}" dir="auto">${high}</span>` },
    { value: 'notSeen', says: html`<span>${notSeen}</span>` },
  ]
  return html`<fieldset class="statement">
    <legend lang="${language}" dir="auto">${title}</legend>
    <div class="options">
      ${options.map(
        ({ value, says }, index) =>
          html`<label class="option"
            ><input
              type="radio"
              ${index === 0 ? html`id="${item}"` : html``}
              name="${item}"
              value="${value}"
              ${chosen === value ? html` checked` : html``}
            />${says}</label
          >`,
      )}
    </div>
  </fieldset>`
}
