import { html, type TemplateResult } from 'lit'
import type { Written } from './state.ts'
import { words } from '../words/speak.ts'

/** What was written, and where to go from here. */
export function doneView(written: readonly Written[]): TemplateResult {
  const said = words().done
  return html`<p class="lead">${said.lead}</p>
    <ul class="rows">
      ${written.map(
        ({ name, id, isNew, findings }) =>
          html`<li>
            <a href="#/relationship/${id}/questions"><bdi>${name}</bdi></a>
            <span class="quiet">${said.written(findings, isNew)}</span>
          </li>`,
      )}
    </ul>
    <div class="buttons"><a class="button" href="#/portfolio">${words().home.portfolio}</a></div>`
}
