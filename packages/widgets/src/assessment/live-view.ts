import { html, nothing } from 'lit'
import { bar } from '../base/ruler.ts'
import { levelMarks, levelNameOf } from '../results/levels.ts'
import type { View } from './view.ts'

/** Where it stands so far: level and range, redrawn with each answer. */
export function liveView(view: View): unknown {
  const { state, words, common, format, heading, session } = view
  if (state.live === undefined) return nothing
  const { headline } = state.live
  const { top, levels } = session.document.scale
  const { reached } = headline
  const low = reached === null ? (headline.score ?? 0) / top : reached.share
  const high = reached === null ? (headline.potential ?? top) / top : reached.potential
  const words1 =
    reached === null
      ? common.ofTop(format.range(headline.score, headline.potential), format.whole(top))
      : common.reached(format.percentRange(low, high))
  const level =
    reached !== null
      ? nothing
      : headline.level === null
        ? html`<p class="quiet small">${common.levelTooSoon}</p>`
        : html`<p class="strong">${common.level(format.whole(headline.level), levelNameOf(view, headline.level))}</p>`
  return html`<div class="live" part="live">
    ${heading(words.live, 2, 'h3')}
    <p class="live-range figure">${words1}</p>
    ${level}
    ${bar(
      {
        low,
        high,
        notches: reached === null ? levels.map(({ level: at }) => at / top).filter((at) => at > 0 && at < 1) : [],
        target: reached === null && headline.target !== null ? headline.target / top : undefined,
      },
      'big',
    )}
    ${reached === null ? levelMarks(view, headline.level) : nothing}
    <p class="quiet small">${words.liveHint}</p>
    <p class="quiet small figure">${common.knownOf(format.percent(headline.coverage))}</p>
  </div>`
}
