import { html, svg, type TemplateResult } from 'lit'
import { encode } from 'uqr'

interface HandingOn {
  readonly address: string
  readonly from: string
  readonly to: string
}

/** How a link is handed on: as an address to copy, as a code to photograph, as a mail. */
export function handOnView({ address, from, to }: HandingOn): TemplateResult {
  const subject = `${from}: three minutes for our work together`
  const text = `${from} asks for your view of how we work together. It takes about three minutes, without an account:\n\n${address}\n`
  const copy = async ({ currentTarget }: Event) => {
    await navigator.clipboard.writeText(address)
    ;(currentTarget as HTMLElement).textContent = 'Copied'
  }
  return html`<div class="note hand-on">
    <div>
      <h3>The link for ${to}</h3>
      <p>It is shown this once. Whoever has it can answer in the place of ${to}: give it to nobody else.</p>
      <pre tabindex="0" aria-label="Address of the link"><code class="address">${address}</code></pre>
      <div class="buttons">
        <button type="button" @click=${copy}>Copy the link</button>
        <a class="button plain" href="mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}">
          Write a mail
        </a>
      </div>
    </div>
    <div class="code" role="img" aria-label="The same address as a code for a camera">${codeOf(address)}</div>
  </div>`
}

/** Dark on light in every colour scheme: cameras do not read it the other way round. */
function codeOf(address: string): TemplateResult {
  const { data, size } = encode(address, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return html`<svg
    viewBox="0 0 ${size} ${size}"
    width="176"
    height="176"
    shape-rendering="crispEdges"
    aria-hidden="true"
  >
    ${svg`<path d=${path} fill="#000"></path>`}
  </svg>`
}
