import { html, type TemplateResult } from 'lit'
import { counted } from '../words.ts'
import type { Written } from './state.ts'

/** What was written, and where to go from here. */
export function doneView(written: readonly Written[]): TemplateResult {
  return html`<p class="lead">
      Written. Your files have not left this device; what you confirmed stands in your records.
    </p>
    <ul class="rows">
      ${written.map(
        ({ name, id, isNew, findings }) =>
          html`<li>
            <a href="#/relationship/${id}/questions"><bdi>${name}</bdi></a>
            <span class="quiet">${isNew ? 'new, ' : ''}${counted(findings, 'finding')} written</span>
          </li>`,
      )}
    </ul>
    <div class="buttons"><a class="button" href="#/portfolio">Who deserves the effort?</a></div>`
}
