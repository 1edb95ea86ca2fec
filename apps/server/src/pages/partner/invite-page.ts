import { renderSVG } from 'uqr'
import { html, page, type Html } from '../page.ts'

interface Inviting {
  readonly from: string
  readonly to: string
  /** Address of the partner's page. */
  readonly address: string
}

/** How a firm hands a link on: as an address to copy, as a code to photograph, as a mail. */
export function invitePage({ from, to, address }: Inviting): string {
  const subject = `${from}: three minutes for our work together`
  const text = `${from} asks for your view of how we work together. It takes about three minutes, without an account:\n\n${address}\n`
  const mail = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`
  const body = html`<main class="form partner">
    <div class="bar"></div>
    <h1>A link for ${to}</h1>
    <p class="lead">Give it to nobody else: whoever has it can answer in the place of ${to}.</p>
    <h2>Copy</h2>
    <pre><code>${address}</code></pre>
    <h2>Photograph</h2>
    <div class="code" role="img" aria-label="The same address as a code for a camera">${codeOf(address)}</div>
    <h2>Send</h2>
    <p><a class="button" href="${mail}">Write a mail</a></p>
  </main>`
  return page(`A link for ${to}`, body)
}

/** Dark on light in every colour scheme: cameras do not read it the other way round. */
function codeOf(address: string): Html {
  return { html: renderSVG(address, { ecc: 'M', border: 4 }) }
}
