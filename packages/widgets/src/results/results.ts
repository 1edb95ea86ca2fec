import { html } from 'lit'
import { folds } from '../base/folds.ts'
import { ResultElement } from '../base/result-element.ts'
import { rulerStyles } from '../base/ruler.ts'
import { barStyles } from './bars.styles.ts'
import { barsView } from './bars-view.ts'
import { detailsView } from './details-view.ts'
import { headlineView } from './headline-view.ts'
import { planStyles } from './plan.styles.ts'
import { resultStyles } from './results.styles.ts'
import type { Shown } from './shown.ts'
import { weakestView } from './weakest-view.ts'

/**
 * A result: level and range, the weakest three with their reasons, principle by principle, clause by clause.
 *
 * @tag joinery-results
 * @slot - shown until there is a result
 * @csspart headline - level and range at the top
 * @csspart table - the table
 */
export class JoineryResults extends ResultElement {
  static override styles = [ResultElement.styles, folds, rulerStyles, barStyles, resultStyles, planStyles]

  protected override draw(shown: Shown): unknown {
    const { words } = shown
    // without the title of a page above them, the headings begin one level higher
    const heading: Shown['heading'] = (text, depth = 1, look) => shown.heading(text, depth - 1, look)
    const higher = { ...shown, heading }
    return html`<div class="results">
      ${headlineView(higher)}
      <section class="result-part">${heading(words.weakest, 1, 'h2')} ${weakestView(higher)}</section>
      <section class="result-part">${heading(words.profile, 1, 'h2')} ${barsView(higher)}</section>
      <section class="result-part">${heading(words.details, 1, 'h2')} ${detailsView(higher)}</section>
    </div>`
  }
}
