import { html } from 'lit'
import { folds } from '../base/folds.ts'
import { good } from '../base/good.ts'
import { markStyles } from '../base/marks.ts'
import { rulerStyles } from '../base/ruler.ts'
import { tableStyles } from '../base/table.ts'
import { warns } from '../base/warns.ts'
import { barWords, detailWords, figureWords, sectionWords, tableWords } from '../i18n/en-details.ts'
import { knownWords } from '../i18n/en-results.ts'
import { wordsOf } from '../i18n/registry.ts'
import { barStyles } from './bars.styles.ts'
import { barsView } from './bars-view.ts'
import { detailsView } from './details-view.ts'
import { figuresView } from './figures-view.ts'
import { headlineRuleStyles } from './headline-rule.styles.ts'
import { resultStyles } from './results.styles.ts'
import type { Shown, WithHeadings } from './shown.ts'
import { weakestView } from './weakest-view.ts'

/** What is drawn with it. */
export const styles = [
  good,
  warns,
  folds,
  rulerStyles,
  markStyles,
  headlineRuleStyles,
  tableStyles,
  barStyles,
  resultStyles,
]

export { headlineRule } from './headline-rule.ts'

/** Beneath the headline of a result: figures, the weakest three with their reasons, principle by principle, clause by clause. */
export function beneathView(above: Shown & WithHeadings): unknown {
  const { heading, format } = above
  const words = wordsOf(format.language, 'results', { ...figureWords, ...sectionWords, ...barWords, ...detailWords })
  const common = wordsOf(format.language, 'common', { ...knownWords, ...tableWords })
  const shown = { ...above, words, common }
  const part = (title: string, body: unknown) =>
    html`<section class="result-part">${heading(title, 1, 'h2')} ${body}</section>`
  return html`${figuresView(shown)} ${part(words.weakest, weakestView(shown))} ${part(words.profile, barsView(shown))}
  ${part(words.details, detailsView(shown))}`
}
