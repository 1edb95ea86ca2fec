import { html, nothing } from 'lit'
import type { effortWords, planWords } from '../i18n/en-results.ts'
import type { PlanEntry } from '../session/answer-store.ts'
import { planSteps, type PlanStep } from './plan-steps.ts'
import { effortOf, type Shown, type WithPlan } from './shown.ts'

type ShownPlan = Shown<keyof typeof planWords, keyof typeof effortWords, 'whole'> & Pick<WithPlan, 'plan'>

/** A step of the plan as it stands on the page. */
export interface StepShown {
  readonly key: string
  readonly entry: PlanEntry
  /** The id of its text. */
  readonly id: string
}

/** What somebody does with a plan; where it is not there yet, its place is kept. */
export interface PlanTools {
  /** The fields of a step. */
  readonly fields: (step: StepShown) => unknown
  /** The way to see all steps. */
  readonly more: (count: number) => unknown
}

/** What to do next, as a list that somebody can put names and days to. */
export function planView(shown: ShownPlan, showsAll: boolean, tools: PlanTools | undefined): unknown {
  const { words, format } = shown
  const { steps, goal } = planSteps(shown)
  if (steps.length === 0) return html`<p>${words.noSteps}</p>`
  const shownSteps = showsAll ? steps : steps.slice(0, 3)
  return html`<p class="quiet">
      ${
        goal === undefined
          ? words.planLeadScope
          : words.planLead(format.whole(goal.level), effortOf(goal.effort, shown))
      }
    </p>
    <ol class="plan" part="plan">
      ${shownSteps.map((step, index) => stepView(shown, step, { id: `plan-${index}`, tools }))}
    </ol>
    ${shownSteps.length === steps.length ? nothing : html`<div class="plan-foot">${tools?.more(steps.length)}</div>`}`
}

function stepView(
  shown: ShownPlan,
  step: PlanStep,
  { id, tools }: { readonly id: string; readonly tools: PlanTools | undefined },
): unknown {
  const { plan } = shown
  const { key } = step
  const entry = Object.hasOwn(plan, key) ? plan[key]! : {}
  return html`<li class="plan-step ${entry.done === true ? 'is-done' : ''}">
    <p class="plan-text" id=${id}>${shown.said(step)}</p>
    <p class="quiet small figure">
      <bdi>${step.where}</bdi> · ${effortOf(step.effort, shown)}${step.gain > 0 ? gainView(shown, step.gain) : nothing}
    </p>
    <div class="plan-room">${tools?.fields({ key, entry, id })}</div>
  </li>`
}

/** In the unit of the total: points, or in a scope per cent of what the scope asks. */
function gainView({ result, words, format }: ShownPlan, gain: number): unknown {
  const { reached, potential } = result.headline
  const whole = (potential ?? 0) / (reached?.potential || 1)
  const isShare = reached !== null && whole > 0
  const figure = isShare
    ? new Intl.NumberFormat(format.language, { style: 'percent', maximumFractionDigits: 1 }).format(gain / whole)
    : new Intl.NumberFormat(format.language, { maximumFractionDigits: 2, minimumFractionDigits: 2 }).format(gain)
  return html` · <span class="gain">${words.gain(figure)}</span> ${isShare ? words.gainHintScope : words.gainHint}`
}
