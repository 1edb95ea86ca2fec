import { renderSVG } from 'uqr'
import { html, page, type Html } from '../page.ts'
import type { PartnerWords } from './words/words.ts'

interface Inviting {
  readonly from: string
  readonly to: string
  /** Address of the partner's page. */
  readonly address: string
  readonly words: PartnerWords
  /** The same page in the other languages. */
  readonly languages: Html
}

/** How a firm hands a link on: as an address to copy, as a code to photograph, as a mail. */
export function invitePage({ from, to, address, words, languages }: Inviting): string {
  const { invite } = words
  const text = invite.mail(from, address)
  const mail = `mailto:?subject=${encodeURIComponent(invite.subject(from))}&body=${encodeURIComponent(text)}`
  const body = html`<main class="form partner">
    <div class="bar"></div>
    <h1>${invite.title(to)}</h1>
    <p class="lead">${invite.lead(to)}</p>
    <h2>${invite.copy}</h2>
    <pre dir="ltr"><code>${address}</code></pre>
    <h2>${invite.photograph}</h2>
    <div class="code" role="img" aria-label="${invite.code}">${codeOf(address)}</div>
    <h2>${invite.send}</h2>
    <p><a class="button" href="${mail}">${invite.write}</a></p>
    ${languages}
  </main>`
  return page(invite.title(to), body, { lang: words.language })
}

/** Dark on light in every colour scheme: cameras do not read it the other way round. */
function codeOf(address: string): Html {
  return { html: renderSVG(address, { ecc: 'M', border: 4 }) }
}
