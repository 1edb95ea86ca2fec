import { html } from 'lit'
import { good } from '../base/good.ts'
import { later } from '../base/later.ts'
import { onAccent } from '../base/on-accent.ts'
import { ResultElement } from '../base/result-element.ts'
import { faultWords } from '../i18n/en-common.ts'
import { effortWords, planWords } from '../i18n/en-results.ts'
import { wholesIn } from '../i18n/format.ts'
import { planStyles } from '../results/plan.styles.ts'
import { planView } from '../results/plan-view.ts'
import type { Shown } from '../results/shown.ts'
import type { PlanEntry, SavedAssessment } from '../session/answer-store.ts'

const common = { ...effortWords, ...faultWords }

type ShownPlan = Shown<keyof typeof planWords, keyof typeof common, 'whole'>

/**
 * What to do next, with owner, day and a mark when done; to take away as a spreadsheet or a calendar.
 *
 * @tag joinery-plan
 * @slot - shown until there is a result
 * @csspart plan - the list of steps
 * @fires joinery-plan-change - an owner, a day or a mark was set; `detail.plan`
 */
export class JoineryPlan extends ResultElement<keyof typeof planWords, keyof typeof common, 'whole'> {
  static override properties = { ...ResultElement.properties, plan: { attribute: false }, name: { type: String } }
  static override styles = [ResultElement.styles, good, onAccent, planStyles]

  /** Owner, day and mark by step. */
  declare plan: SavedAssessment['plan']
  /** Name of the files. */
  declare name: string

  protected override readonly formatIn = (language: string) => ({ language, ...wholesIn(language) })
  protected override readonly english = { results: planWords, common }

  #showsAll = false
  readonly #tools = later(this, () => import('./tools.ts'))

  constructor() {
    super()
    this.plan = {}
    this.name = 'relationship'
  }

  protected override draw(shown: ShownPlan): unknown {
    const showAll = () => {
      this.#showsAll = true
      this.requestUpdate()
    }
    const setPlan = (step: string, entry: PlanEntry) => {
      this.plan = { ...this.plan, [step]: { ...this.plan[step], ...entry } }
      this.tell('joinery-plan-change', { plan: this.plan })
    }
    const { plan, name } = this
    const tools = this.#tools.now()?.toolsFor({ ...shown, plan, name, setPlan, showAll })
    return html`${planView({ ...shown, plan }, this.#showsAll, tools)}
      <div class="plan-foot">${tools?.files ?? this.#tools.faultView(shown.common)}</div>`
  }
}
