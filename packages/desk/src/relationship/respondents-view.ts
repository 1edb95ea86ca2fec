import { html, type TemplateResult } from 'lit'
import { typed } from '../typed.ts'
import { words } from '../words/speak.ts'

const most = 1000

/** For how many people an answer stands. */
export function respondentsView(id: string): TemplateResult {
  const said = words().pulse
  return html`<div class="field">
    <label class="name" for=${id}>${said.howMany}</label>
    <span class="hint">${said.belowThree}</span>
    <input id=${id} name="respondents" type="number" inputmode="numeric" min="1" max=${most} value="1" class="short" />
  </div>`
}

export function peopleOf(form: FormData): number {
  return Math.max(1, Math.min(most, Math.round(Number(typed(form, 'respondents'))) || 1))
}
