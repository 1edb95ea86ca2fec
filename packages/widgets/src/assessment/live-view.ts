import { html, nothing } from 'lit'
import { bar } from '../base/ruler.ts'
import { levelMarks } from '../results/level-marks.ts'
import { levelName, topOf } from '../results/levels.ts'
import { ruledOf } from '../results/ruled.ts'
import type { View } from './view.ts'

/** Where it stands so far: level and range, redrawn with each answer. */
export function liveView(view: View): unknown {
  const { state, words, common, format, heading, session } = view
  if (state.live === undefined) return nothing
  const { headline } = state.live
  const { reached } = headline
  const shown = { ...view, result: state.live, ruleSet: session.document }
  const ruled = ruledOf(shown)
  const words1 =
    reached === null
      ? common.ofTop(format.range(headline.score, headline.potential), format.whole(topOf(shown)))
      : common.reached(format.percentRange(ruled.low, ruled.high))
  const level =
    reached !== null
      ? nothing
      : headline.level === null
        ? html`<p class="quiet small">${common.levelTooSoon}</p>`
        : html`<p class="strong">${common.level(format.whole(headline.level), levelName(shown, headline.level))}</p>`
  return html`<div class="live" part="live">
    ${heading(words.live, 2, 'h3')}
    <p class="live-range figure">${words1}</p>
    ${level} ${bar(ruled, 'big')}
    ${reached === null ? levelMarks(session.document.scale, view, headline.level) : nothing}
    <p class="quiet small">${words.liveHint}</p>
    <p class="quiet small figure">${common.knownOf(format.percent(headline.coverage))}</p>
  </div>`
}
