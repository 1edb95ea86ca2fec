import { html } from 'lit'
import { buttons } from '../base/buttons.ts'
import { fields } from '../base/fields.ts'
import { good } from '../base/good.ts'
import { ResultElement } from '../base/result-element.ts'
import { ticks } from '../base/ticks.ts'
import { effortWords, planWords } from '../i18n/en-results.ts'
import { wholesIn } from '../i18n/format.ts'
import { whenIdle } from '../page/when-idle.ts'
import { wordsOf } from '../i18n/registry.ts'
import { planStyles } from '../results/plan.styles.ts'
import { planSteps } from '../results/plan-steps.ts'
import { planView } from '../results/plan-view.ts'
import type { Shown } from '../results/shown.ts'
import type { PlanEntry, SavedAssessment } from '../session/answer-store.ts'

type ShownPlan = Shown<keyof typeof planWords, keyof typeof effortWords, 'whole'>

/**
 * What to do next, with owner, day and a mark when done; to take away as a spreadsheet or a calendar.
 *
 * @tag joinery-plan
 * @slot - shown until there is a result
 * @csspart plan - the list of steps
 * @fires joinery-plan-change - an owner, a day or a mark was set; `detail.plan`
 */
export class JoineryPlan extends ResultElement<keyof typeof planWords, keyof typeof effortWords, 'whole'> {
  static override properties = { ...ResultElement.properties, plan: { attribute: false }, name: { type: String } }
  static override styles = [ResultElement.styles, good, buttons, ticks, fields, planStyles]

  /** Owner, day and mark by step. */
  declare plan: SavedAssessment['plan']
  /** Name of the files. */
  declare name: string

  protected override readonly formatIn = (language: string) => ({ language, ...wholesIn(language) })
  protected override readonly english = { results: planWords, common: effortWords }

  #showsAll = false

  constructor() {
    super()
    this.plan = {}
    this.name = 'relationship'
  }

  protected override draw(shown: ShownPlan): unknown {
    const { words } = shown
    const more = () => {
      this.#showsAll = true
      this.requestUpdate()
    }
    const setPlan = (step: string, entry: PlanEntry) => {
      this.plan = { ...this.plan, [step]: { ...this.plan[step], ...entry } }
      this.tell('joinery-plan-change', { plan: this.plan })
    }
    return html`${planView({ ...shown, plan: this.plan, setPlan }, { all: this.#showsAll, more })}
      <div class="buttons">
        <button type="button" class="plain small" @click=${() => void this.#save(shown, 'csv')}>${words.csv}</button>
        <button type="button" class="plain small" @click=${() => void this.#save(shown, 'ics')}>
          ${words.calendar}
        </button>
      </div>`
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // so that the files can be made without the network
    whenIdle(() => void loadFiles().catch(() => undefined))
  }

  async #save(shown: ShownPlan, kind: 'csv' | 'ics'): Promise<void> {
    const { planFileWords, savePlan } = await loadFiles()
    const { steps } = planSteps(shown)
    const words = { ...shown.words, ...wordsOf(this.language, 'results', planFileWords) }
    savePlan(kind, { steps, plan: this.plan, name: this.name, today: shown.result.provenance.asOf, words })
  }
}

const loadFiles = () => import('../download/save-plan.ts')
