import { html, nothing } from 'lit'
import { bar } from '../base/ruler.ts'
import type { levelWords, selfWords } from '../i18n/en-common.ts'
import type { headlineWords } from '../i18n/en-results.ts'
import { levelMarks } from './levels.ts'
import { heldBackView } from './reasons.ts'
import { levelName, notchesOf, scopeName, topOf, type Shown, type WithHeadings } from './shown.ts'

type ShownHeadline = Shown<keyof typeof headlineWords, keyof typeof levelWords | keyof typeof selfWords> & WithHeadings

/** The whole in one look: level, range on the rule, what holds it back. */
export function headlineView(shown: ShownHeadline): unknown {
  const { result, words, common, format, ruleSet } = shown
  const { headline, provenance } = result
  const top = topOf(shown)
  const { reached } = headline
  const low = reached === null ? (headline.score ?? 0) / top : reached.share
  const high = reached === null ? (headline.potential ?? top) / top : reached.potential
  return html`<div class="hero" part="headline">
    <p class="hero-line">
      <span class="quiet small">${words.subtitle(format.day(provenance.asOf))}</span>
      <span class="pill">${common.selfAssessed}</span>
    </p>
    ${leadOf(shown)}
    ${bar(
      {
        low,
        high,
        notches: notchesOf(shown),
        target: reached === null && headline.target !== null ? headline.target / top : undefined,
      },
      'big',
    )}
    ${
      reached === null && ruleSet !== undefined
        ? html`<div class="wide-marks">
            ${levelMarks({ ...shown, session: { document: ruleSet } }, headline.level)}
          </div>`
        : nothing
    }
    ${
      headline.heldBackBy.length === 0
        ? nothing
        : html`<ul class="held quiet small">
            ${headline.heldBackBy.map((held) => html`<li>${heldBackView(shown, held)}</li>`)}
          </ul>`
    }
  </div>`
}

function leadOf(shown: ShownHeadline): unknown {
  const { result, words, common, format, ruleSet, heading } = shown
  const { headline } = result
  if (headline.reached !== null) {
    const { share, potential } = headline.reached
    return html`${heading(html`<span class="figure">${format.percent(share)}</span> <span class="hero-rest">${words.scopeReached(scopeName(shown))}</span>`, 1, 'hero-lead')}
    ${potential > share ? html`<p class="hero-range">${words.upTo(format.percent(potential))}</p>` : nothing}`
  }
  const level = headline.level
  const title =
    level === null
      ? common.levelTooSoon
      : common.level(format.whole(level), levelName(shown, level) || (headline.levelName ?? ''))
  const meaning = ruleSet?.scale.levels.find((one) => one.level === level)?.meaning
  return html`${heading(title, 1, 'hero-lead')}
    ${meaning === undefined ? nothing : html`<p class="hero-meaning">${shown.said(shown.text('scale', `meaning.${level}`, meaning))}</p>`}
    <p class="hero-range">
      ${words.rangeOf(format.range(headline.score, headline.potential), format.whole(topOf(shown)))}
    </p>`
}
