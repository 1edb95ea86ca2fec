import { css, html, nothing } from 'lit'
import { brand } from '../base/brand.ts'
import { ResultElement } from '../base/result-element.ts'
import { levelWords, selfWords } from '../i18n/en-common.ts'
import { badgeWords } from '../i18n/en-results.ts'
import { createFormat } from '../i18n/format.ts'
import { levelName, topOf } from '../results/levels.ts'
import { scopeName, type Shown } from '../results/shown.ts'

type Said = typeof levelWords & typeof selfWords

/**
 * A result in one line. That it is self-assessed is always part of it.
 *
 * @tag joinery-badge
 * @slot - shown until there is a result
 * @csspart badge - the line itself
 */
export class JoineryBadge extends ResultElement<keyof typeof badgeWords, keyof Said> {
  static override properties = { ...ResultElement.properties, href: { type: String } }
  static override styles = [
    ResultElement.styles,
    css`
      .badge {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        max-inline-size: 100%;
        padding: 10px 16px;
        border: 1.5px solid var(--_line);
        border-inline-start: 4px solid var(--_accent);
        border-radius: 8px;
        background: var(--_paper);
        color: var(--_ink);
        text-decoration: none;
      }
      a.badge:hover {
        border-color: var(--_accent);
      }
      .brand-tail {
        fill: var(--_accent);
      }
      .brand-socket {
        fill: var(--_accent-soft);
      }
      .badge-level {
        color: var(--_accent);
        font-weight: 650;
        font-size: 1.0625em;
      }
    `,
  ]

  /** Where the result can be read; the badge becomes a link to it. */
  declare href: string

  protected override readonly formatIn = createFormat
  protected override readonly english = { results: badgeWords, common: { ...levelWords, ...selfWords } }

  constructor() {
    super()
    this.href = ''
  }

  protected override draw(shown: Shown<keyof typeof badgeWords, keyof Said>): unknown {
    const { result, common, words, format } = shown
    const { headline, provenance } = result
    const { level, reached } = headline
    const lead =
      reached !== null
        ? `${format.percent(reached.share)} ${words.scopeReached(scopeName(shown))}`
        : level === null
          ? common.levelTooSoon
          : common.level(format.whole(level), levelName(shown, level) || (headline.levelName ?? ''))
    const inside = html`${brand}
      <span>
        <span class="badge-level">${lead}</span><br />
        <span class="quiet small"
          >${common.selfAssessed} ·
          ${format.day(provenance.asOf)}${
            reached === null
              ? html` · ${common.ofTop(format.range(headline.score, headline.potential), format.whole(topOf(shown)))}`
              : nothing
          }</span
        >
      </span>`
    // a link from a page's own markup, but never one that runs
    return /^(https?:|\/|\.)/.test(this.href)
      ? html`<a class="badge" part="badge" href=${this.href}>${inside}</a>`
      : html`<span class="badge" part="badge">${inside}</span>`
  }
}
