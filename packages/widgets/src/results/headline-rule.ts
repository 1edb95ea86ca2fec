import { html, nothing } from 'lit'
import { bar } from '../base/ruler.ts'
import { levelMarks } from './level-marks.ts'
import { heldBackView } from './reasons.ts'
import { ruledOf } from './ruled.ts'
import type { Shown } from './shown.ts'

/** Level and range on the rule, with what holds them back: beneath the words that say them. */
export function headlineRule(shown: Shown): unknown {
  const { result, ruleSet } = shown
  const { level, reached, heldBackBy } = result.headline
  return html`${bar(ruledOf(shown), 'big')}
  ${
    reached === null && ruleSet !== undefined
      ? html`<div class="wide-marks">${levelMarks(ruleSet.scale, shown, level)}</div>`
      : nothing
  }
  ${
    heldBackBy.length === 0
      ? nothing
      : html`<ul class="held quiet small">
          ${heldBackBy.map((held) => html`<li>${heldBackView(shown, held)}</li>`)}
        </ul>`
  }`
}
