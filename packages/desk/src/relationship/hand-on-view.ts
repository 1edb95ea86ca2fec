import { html, svg, type TemplateResult } from 'lit'
import { encode } from 'uqr'
import { words } from '../words/speak.ts'

interface HandingOn {
  readonly address: string
  readonly from: string
  readonly to: string
}

/** How a link is handed on: as an address to copy, as a code to photograph, as a mail. */
export function handOnView({ address, from, to }: HandingOn): TemplateResult {
  const said = words().handOn
  const [subject, text] = [said.subject(from), said.mail(from, address)]
  const copy = async ({ currentTarget }: Event) => {
    await navigator.clipboard.writeText(address)
    ;(currentTarget as HTMLElement).textContent = said.copied
  }
  return html`<div class="note hand-on">
    <div>
      <h3>${said.title(to)}</h3>
      <p>${said.once(to)}</p>
      <pre tabindex="0" aria-label=${said.address}><code class="address">${address}</code></pre>
      <div class="buttons">
        <button type="button" @click=${copy}>${said.copy}</button>
        <a class="button plain" href="mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}">
          ${said.write}
        </a>
      </div>
    </div>
    <div class="code" role="img" aria-label=${said.code}>${codeOf(address)}</div>
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
