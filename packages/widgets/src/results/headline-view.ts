import { html, nothing } from 'lit'
import type { levelWords, selfWords } from '../i18n/en-common.ts'
import type { headlineWords } from '../i18n/en-results.ts'
import { levelName, topOf } from './levels.ts'
import { scopeName, type Shown, type WithHeadings } from './shown.ts'

type ShownHeadline = Shown<keyof typeof headlineWords, keyof typeof levelWords | keyof typeof selfWords> & WithHeadings

/** The whole in words: level and range. Beneath them is room for what is drawn of it. */
export function headlineView(shown: ShownHeadline, drawn: unknown): unknown {
  const { result, words, common, format } = shown
  return html`<div class="hero" part="headline">
    <p class="hero-line">
      <span class="quiet small">${words.subtitle(format.day(result.provenance.asOf))}</span>
      <span class="pill">${common.selfAssessed}</span>
    </p>
    ${leadOf(shown)} ${drawn}
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
