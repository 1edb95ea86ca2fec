import { html, nothing } from 'lit'
import { live } from '../base/live.ts'
import type { effortWords, planWords } from '../i18n/en-results.ts'
import { planSteps, type PlanStep } from './plan-steps.ts'
import { effortOf, type Shown, type WithPlan } from './shown.ts'

type ShownPlan = Shown<keyof typeof planWords, keyof typeof effortWords> & WithPlan

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
      ${step.where} ·
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
  const input = ({ target }: Event) => target as HTMLInputElement
  const owner = html`<input
    type="text"
    autocomplete="off"
    maxlength="200"
    aria-describedby=${id}
    .value=${entry.owner ?? ''}
    @input=${(event: Event) => setPlan(key, { owner: input(event).value })}
  />`
  const due = html`<input
    type="date"
    class="short"
    aria-describedby=${id}
    .value=${entry.due ?? ''}
    @change=${(event: Event) => setPlan(key, { due: input(event).value })}
  />`
  const done = html`<input
    type="checkbox"
    aria-describedby=${id}
    .checked=${live(entry.done === true)}
    @change=${(event: Event) => setPlan(key, { done: input(event).checked })}
  />`
  return html`<div class="plan-fields">
    <label class="small">${words.owner} ${owner}</label>
    <label class="small">${words.due} ${due}</label>
    <label class="tick small">${done} ${words.done}</label>
  </div>`
}

function gainOf({ format }: Shown, gain: number): string {
  return new Intl.NumberFormat(format.language, { maximumFractionDigits: 2, minimumFractionDigits: 2 }).format(gain)
}
