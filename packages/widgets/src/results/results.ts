import { html } from 'lit'
import { folds } from '../base/folds.ts'
import { ResultElement } from '../base/result-element.ts'
import { rulerStyles } from '../base/ruler.ts'
import { levelWords, selfWords } from '../i18n/en-common.ts'
import { barWords, detailWords, headlineWords, knownWords, sectionWords, tableWords } from '../i18n/en-results.ts'
import { barStyles } from './bars.styles.ts'
import { barsView } from './bars-view.ts'
import { detailsView } from './details-view.ts'
import { headlineView } from './headline-view.ts'
import { planStyles } from './plan.styles.ts'
import { resultStyles } from './results.styles.ts'
import type { Shown } from './shown.ts'
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
 */
export class JoineryResults extends ResultElement<keyof typeof words, keyof typeof common> {
  static override styles = [ResultElement.styles, folds, rulerStyles, barStyles, resultStyles, planStyles]

  protected override readonly english = { results: words, common }

  protected override draw(shown: ShownResults): unknown {
    // without the title of a page above them, the headings begin one level higher
    const heading: Shown['heading'] = (text, depth = 1, look) => shown.heading(text, depth - 1, look)
    const higher = { ...shown, heading }
    return html`<div class="results">
      ${headlineView(higher)}
      <section class="result-part">${heading(shown.words.weakest, 1, 'h2')} ${weakestView(higher)}</section>
      <section class="result-part">${heading(shown.words.profile, 1, 'h2')} ${barsView(higher)}</section>
      <section class="result-part">${heading(shown.words.details, 1, 'h2')} ${detailsView(higher)}</section>
    </div>`
  }
}
