import { html, nothing } from 'lit'
import type { effortWords, planWords } from '../i18n/en-results.ts'
import { planSteps, type PlanStep } from './plan-steps.ts'
import { effortOf, type Shown, type WithPlan } from './shown.ts'

type ShownPlan = Shown<keyof typeof planWords, keyof typeof effortWords, 'whole'> & WithPlan

/** What to do next, as a list that somebody can put names and days to. */
export function planView(shown: ShownPlan, show: { all: boolean; more: () => void }): unknown {
  const { words, format } = shown
  const { steps, goal } = planSteps(shown)
  if (steps.length === 0) return html`<p>${words.noSteps}</p>`
  const shownSteps = show.all ? steps : steps.slice(0, 3)
  return html`<p class="quiet">
      ${
        goal === undefined
          ? words.planLeadScope
          : words.planLead(format.whole(goal.level), effortOf(goal.effort, shown))
      }
    </p>
    <ol class="plan" part="plan">
      ${shownSteps.map((step, index) => stepView(shown, step, index))}
    </ol>
    ${
      shownSteps.length === steps.length
        ? nothing
        : html`<button type="button" class="plain no-print" @click=${show.more}>
            ${words.more(format.whole(steps.length))}
          </button>`
    }`
}

function stepView(shown: ShownPlan, step: PlanStep, index: number): unknown {
  const { plan, words } = shown
  const entry = Object.hasOwn(plan, step.key) ? plan[step.key]! : {}
  const id = `plan-${index}`
  return html`<li class="plan-step ${entry.done === true ? 'is-done' : ''}">
    <p class="plan-text" id="${id}-text">${shown.said(step)}</p>
    <p class="quiet small figure">
      <bdi>${step.where}</bdi> ·
      ${effortOf(step.effort, shown)}${
        step.gain > 0
          ? html` · <span class="gain">${words.gain(gainOf(shown, step.gain))}</span> ${words.gainHint}`
          : nothing
      }
    </p>
    ${fieldsView(shown, { key: step.key, entry, id: `${id}-text` })}
  </li>`
}

type Entry = WithPlan['plan'][string]

function fieldsView({ setPlan, words }: ShownPlan, at: { key: string; entry: Entry; id: string }): unknown {
  if (setPlan === undefined) return nothing
  const { key, entry, id } = at
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

function gainOf({ format }: Pick<ShownPlan, 'format'>, gain: number): string {
  return new Intl.NumberFormat(format.language, { maximumFractionDigits: 2, minimumFractionDigits: 2 }).format(gain)
}
