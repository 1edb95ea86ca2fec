import { html } from 'lit'
import { folds } from '../base/folds.ts'
import { headings, headingsOf } from '../base/heading.ts'
import { good } from '../base/good.ts'
import { raised } from '../base/raised.ts'
import { ResultElement } from '../base/result-element.ts'
import { markStyles } from '../base/marks.ts'
import { rulerStyles } from '../base/ruler.ts'
import { warns } from '../base/warns.ts'
import { levelWords, selfWords } from '../i18n/en-common.ts'
import { barWords, detailWords, headlineWords, knownWords, sectionWords, tableWords } from '../i18n/en-results.ts'
import { createFormat } from '../i18n/format.ts'
import { tableStyles } from '../base/table.ts'
import { barStyles } from './bars.styles.ts'
import { barsView } from './bars-view.ts'
import { detailsView } from './details-view.ts'
import { headlineView } from './headline-view.ts'
import { resultStyles } from './results.styles.ts'
import type { Shown, WithHeadings } from './shown.ts'
import { weakestView } from './weakest-view.ts'

const words = { ...headlineWords, ...barWords, ...sectionWords, ...detailWords }
const common = { ...levelWords, ...selfWords, ...knownWords, ...tableWords }

type ShownResults = Shown<keyof typeof words, keyof typeof common>

/**
 * A result: level and range, the weakest three with their reasons, principle by principle, clause by clause.
 *
 * @tag joinery-results
 * @slot - shown until there is a result
 * @csspart headline - level and range at the top
 * @csspart table - the table
 * @csspart heading - every heading
 */
export class JoineryResults extends ResultElement<keyof typeof words, keyof typeof common> {
  static override properties = {
    ...ResultElement.properties,
    headingLevel: { type: Number, attribute: 'heading-level' },
  }
  static override styles = [
    ResultElement.styles,
    raised,
    good,
    warns,
    headings,
    folds,
    rulerStyles,
    markStyles,
    tableStyles,
    barStyles,
    resultStyles,
  ]

  /** Level of the first heading inside; the page around knows which one fits. Default 2. */
  declare headingLevel: number

  protected override readonly formatIn = createFormat
  protected override readonly english = { results: words, common }

  constructor() {
    super()
    this.headingLevel = 2
  }

  protected override draw(shown: ShownResults): unknown {
    // without the title of a page above them, the headings begin one level higher
    const below = headingsOf(this)
    const heading: WithHeadings['heading'] = (text, depth = 1, look) => below(text, depth - 1, look)
    const higher = { ...shown, heading }
    return html`<div class="results">
      ${headlineView(higher)}
      <section class="result-part">${heading(shown.words.weakest, 1, 'h2')} ${weakestView(higher)}</section>
      <section class="result-part">${heading(shown.words.profile, 1, 'h2')} ${barsView(higher)}</section>
      <section class="result-part">${heading(shown.words.details, 1, 'h2')} ${detailsView(higher)}</section>
    </div>`
  }
}
