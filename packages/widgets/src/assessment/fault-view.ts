import { html, type TemplateResult } from 'lit'
import { commonWords } from './view-of.ts'

/** What keeps an assessment from opening, and the way to try again; what the page shows without it stays. */
export function faultView(language: string, faults: readonly string[], again: () => void): TemplateResult {
  const common = commonWords(language)
  return html`<slot></slot>
    <div class="note" role="alert">
      <p class="strong">${common.failed}</p>
      <ul>
        ${faults.map((fault) => html`<li class="small">${fault}</li>`)}
      </ul>
      <button type="button" @click=${again}>${common.tryAgain}</button>
    </div>`
}
