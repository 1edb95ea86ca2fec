import { html, when, type Html } from '../html.ts'
import type { Invitation } from './open-invitation.ts'
import type { Taken } from './take-sent.ts'
import { everyWords } from './words/speak.ts'
import type { PartnerWords } from './words/words.ts'

/** What could not be taken, above everything else, each leading to its place. */
export function faultsView(faults: Taken, { page }: PartnerWords): Html {
  return when(
    faults.length > 0,
    () =>
      html`<div class="summary" role="alert" tabindex="-1" autofocus>
        <h2>${page.lookAgain}</h2>
        <ul>
          ${faults.map(({ message, place }) => html`<li>${place === undefined ? html`${message}` : html`<a href="#${place}">${message}</a>`}</li>`)}
        </ul>
      </div>`,
  )
}

/** The same page in the other languages. */
export function languagesView({ words, at }: Invitation, rest: string): Html {
  const address = at(rest).split('?')[0]!
  const others = everyWords.filter(({ language }) => language !== words.language)
  return html`<nav aria-label="${words.languages}" class="tongues small">
    ${others.map(
      ({ language, name }) =>
        html`<a href="${address}?lang=${language}" hreflang="${language}" lang="${language}" dir="auto">${name}</a> `,
    )}
  </nav>`
}
