import { ResultElement } from '../base/result-element.ts'
import { rulerStyles } from '../base/ruler.ts'
import { barsView } from '../results/bars-view.ts'
import { barStyles } from '../results/bars.styles.ts'
import type { Shown } from '../results/shown.ts'
import { profileStyles } from './profile.styles.ts'
import { radarView } from './radar-view.ts'

/**
 * Principle by principle: bars in a table, or with `variant="radar"` a radar above the same table.
 *
 * @tag joinery-profile
 * @slot - shown until there is a result
 * @csspart root, table
 */
export class JoineryProfile extends ResultElement {
  static override properties = { ...ResultElement.properties, variant: { type: String } }
  static override styles = [ResultElement.styles, rulerStyles, barStyles, profileStyles]

  /** `bars` or `radar`; area misleads, so bars are the default. */
  declare variant: string

  constructor() {
    super()
    this.variant = 'bars'
  }

  protected override draw(shown: Shown): unknown {
    return this.variant === 'radar' ? radarView(shown) : barsView(shown)
  }
}
