import { adoptStyles, html } from 'lit'
import { ResultElement } from '../base/result-element.ts'
import { rulerStyles } from '../base/ruler.ts'
import { tableStyles } from '../base/table.ts'
import { barWords, tableWords } from '../i18n/en-details.ts'
import { percentsIn, scoresIn } from '../i18n/format.ts'
import { wordsOf } from '../i18n/registry.ts'
import { barsView } from '../results/bars-view.ts'
import { barStyles } from '../results/bars.styles.ts'
import { readingOf, type ReadingFormats } from '../results/reading.ts'
import { topOf } from '../results/levels.ts'
import { type Shown } from '../results/shown.ts'
import type * as radar from './radar-view.ts'

type ShownBars = Shown<keyof typeof barWords, keyof typeof tableWords, ReadingFormats>

/**
 * Principle by principle: bars in a table, or with `variant="radar"` a radar above the same table.
 *
 * @tag joinery-profile
 * @slot - shown until there is a result
 * @csspart table - the table
 */
export class JoineryProfile extends ResultElement<keyof typeof barWords, keyof typeof tableWords, ReadingFormats> {
  static override properties = { ...ResultElement.properties, variant: { type: String } }
  static override styles = [ResultElement.styles, rulerStyles, tableStyles, barStyles]

  /** `bars` or `radar`; area misleads, so bars are the default. */
  declare variant: 'bars' | 'radar'

  protected override readonly formatIn = (language: string) => ({
    language,
    ...scoresIn(language),
    ...percentsIn(language),
  })
  protected override readonly english = { results: barWords, common: tableWords }

  #radar: typeof radar | undefined

  constructor() {
    super()
    this.variant = 'bars'
  }

  protected override draw(shown: ShownBars): unknown {
    const bars = barsView(shown)
    if (this.variant !== 'radar') return bars
    if (this.#radar === undefined) void this.#loadRadar()
    // given what it needs, the radar is a part of its own and not a second one
    return html`${this.#radar?.radarView(shown, { top: topOf(shown), readingOf }, wordsOf)} ${bars}`
  }

  /** Without the network it stays with the bars, which say the same. */
  async #loadRadar(): Promise<void> {
    try {
      this.#radar = await import('./radar-view.ts')
      adoptStyles(this.renderRoot as ShadowRoot, [...JoineryProfile.elementStyles, ...this.#radar.radarStyles])
      this.requestUpdate()
    } catch {
      this.#radar = undefined
    }
  }
}
