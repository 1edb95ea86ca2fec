import { html } from 'lit'
import type { planToolWords } from '../i18n/en-plan-tools.ts'
import type { PlanTools, StepShown } from './plan-view.ts'
import type { Shown, WithPlan } from './shown.ts'

type ShownTools = Pick<Shown<keyof typeof planToolWords, never, 'whole'>, 'words' | 'format'> &
  Pick<WithPlan, 'setPlan'>

/** What somebody does with the steps of a plan. */
export function planTools(shown: ShownTools, showAll: () => void): PlanTools {
  const { words, format } = shown
  return {
    fields: (step) => fieldsView(shown, step),
    more: (count) =>
      html`<button type="button" class="plain" @click=${showAll}>${words.more(format.whole(count))}</button>`,
  }
}

/** Who does a step, by when, and whether it is done. */
function fieldsView({ setPlan, words }: ShownTools, { key, entry, id }: StepShown): unknown {
  const set = ({ target }: Event) => {
    const { name, type, value, checked } = target as HTMLInputElement
    setPlan(key, { [name]: type === 'checkbox' ? checked : value })
  }
  const { owner = '', due = '', done = false } = entry
  return html`<div class="plan-fields" @input=${set}>
    <label class="small"
      >${words.owner}
      <input type="text" name="owner" autocomplete="off" maxlength="200" aria-describedby=${id} .value=${owner}
    /></label>
    <label class="small"
      >${words.due} <input type="date" name="due" class="short" aria-describedby=${id} .value=${due}
    /></label>
    <label class="tick small"
      ><input type="checkbox" name="done" aria-describedby=${id} .checked=${done} /> ${words.done}</label
    >
  </div>`
}
