import { html } from 'lit'
import { headings, headingsOf } from '../base/heading.ts'
import { later } from '../base/later.ts'
import { pill } from '../base/pill.ts'
import { raised } from '../base/raised.ts'
import { ResultElement } from '../base/result-element.ts'
import { faultWords, levelWords, selfWords } from '../i18n/en-common.ts'
import { headlineWords } from '../i18n/en-results.ts'
import { createFormat } from '../i18n/format.ts'
import { headlineView } from './headline-view.ts'
import { headlineStyles } from './headline.styles.ts'
import type { Shown, WithHeadings } from './shown.ts'

const common = { ...levelWords, ...selfWords, ...faultWords }

type ShownResults = Shown<keyof typeof headlineWords, keyof typeof common>

/**
 * A result: level and range, the weakest three with their reasons, principle by principle, clause by clause.
 *
 * @tag joinery-results
 * @slot - shown until there is a result
 * @csspart headline - level and range at the top
 * @csspart table - the table
 * @csspart heading - every heading
 */
export class JoineryResults extends ResultElement<keyof typeof headlineWords, keyof typeof common> {
  static override properties = {
    ...ResultElement.properties,
    headingLevel: { type: Number, attribute: 'heading-level' },
  }
  static override styles = [ResultElement.styles, raised, pill, headings, headlineStyles]

  /** Level of the first heading inside; the page around knows which one fits. Default 2. */
  declare headingLevel: number

  protected override readonly formatIn = createFormat
  protected override readonly english = { results: headlineWords, common }

  readonly #beneath = later(this, () => import('./beneath.ts'))

  constructor() {
    super()
    this.headingLevel = 2
  }

  protected override draw(shown: ShownResults): unknown {
    // without the title of a page above them, the headings begin one level higher
    const below = headingsOf(this)
    const heading: WithHeadings['heading'] = (text, depth = 1, look) => below(text, depth - 1, look)
    const higher = { ...shown, heading }
    const beneath = this.#beneath.now()
    return html`<div class="results">
      ${headlineView(higher, beneath?.headlineRule(higher))} ${beneath?.beneathView(higher) ?? this.#room(shown)}
    </div>`
  }

  /** Holds about the place that the rest will take, so that what follows on the page does not jump. */
  #room({ result, common: words }: ShownResults): unknown {
    const lines = result.principles.length + result.clauses.length
    return html`<div .style=${`min-block-size: ${530 + 46 * lines}px`}>${this.#beneath.faultView(words)}</div>`
  }
}
