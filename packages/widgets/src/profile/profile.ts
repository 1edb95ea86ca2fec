import { adoptStyles } from 'lit'
import { ResultElement } from '../base/result-element.ts'
import { rulerStyles } from '../base/ruler.ts'
import { barWords, tableWords } from '../i18n/en-results.ts'
import { barsView } from '../results/bars-view.ts'
import { barStyles } from '../results/bars.styles.ts'
import type { Shown } from '../results/shown.ts'
import type { radarView } from './radar-view.ts'

/**
 * Principle by principle: bars in a table, or with `variant="radar"` a radar above the same table.
 *
 * @tag joinery-profile
 * @slot - shown until there is a result
 * @csspart table - the table
 */
export class JoineryProfile extends ResultElement<keyof typeof barWords, keyof typeof tableWords> {
  static override properties = { ...ResultElement.properties, variant: { type: String } }
  static override styles = [ResultElement.styles, rulerStyles, barStyles]

  /** `bars` or `radar`; area misleads, so bars are the default. */
  declare variant: 'bars' | 'radar'

  protected override readonly english = { results: barWords, common: tableWords }

  #radar: typeof radarView | undefined

  constructor() {
    super()
    this.variant = 'bars'
  }

  protected override draw(shown: Shown<keyof typeof barWords, keyof typeof tableWords>): unknown {
    if (this.variant !== 'radar') return barsView(shown)
    if (this.#radar === undefined) void this.#loadRadar()
    return this.#radar?.(shown) ?? barsView(shown)
  }

  /** Without the network it stays with the bars, which say the same. */
  async #loadRadar(): Promise<void> {
    try {
      const { radarStyles, radarView } = await import('./radar-view.ts')
      adoptStyles(this.renderRoot as ShadowRoot, [...JoineryProfile.elementStyles, radarStyles])
      this.#radar = radarView
      this.requestUpdate()
    } catch {
      this.#radar = undefined
    }
  }
}
