import { html } from 'lit'
import { buttons } from '../base/buttons.ts'
import { fields } from '../base/fields.ts'
import { ticks } from '../base/ticks.ts'
import { savePlan } from '../download/save-plan.ts'
import { planToolWords } from '../i18n/en-plan-tools.ts'
import { wordsOf } from '../i18n/registry.ts'
import { planTools } from '../results/plan-tools-view.ts'
import { planToolStyles } from '../results/plan-tools.styles.ts'
import { planSteps } from '../results/plan-steps.ts'
import type { PlanTools } from '../results/plan-view.ts'
import type { Shown, WithPlan } from '../results/shown.ts'

/** What is drawn with them. */
export const styles = [buttons, ticks, fields, planToolStyles]

interface Planned extends Omit<Shown<never, never, 'whole'>, 'words' | 'common'>, WithPlan {
  /** Name of the files. */
  readonly name: string
  readonly showAll: () => void
}

/** What somebody does with a plan: says who and when, and takes it away as a spreadsheet or a calendar. */
export function toolsFor(planned: Planned): PlanTools & { readonly files: unknown } {
  const words = wordsOf(planned.format.language, 'results', planToolWords)
  const save = (kind: 'csv' | 'ics') =>
    savePlan(kind, { ...planned, ...planSteps(planned), today: planned.result.provenance.asOf, words })
  return {
    ...planTools({ ...planned, words }, planned.showAll),
    files: html`<div class="buttons">
      <button type="button" class="plain small" @click=${() => save('csv')}>${words.csv}</button>
      <button type="button" class="plain small" @click=${() => save('ics')}>${words.calendar}</button>
    </div>`,
  }
}
