import { buttons } from '../base/buttons.ts'
import { controls } from '../base/controls.ts'
import { folds } from '../base/folds.ts'
import { good } from '../base/good.ts'
import { headings } from '../base/heading.ts'
import { onAccent } from '../base/on-accent.ts'
import { raised } from '../base/raised.ts'
import { sheet } from '../base/sheet.ts'
import { ticks } from '../base/ticks.ts'
import { unseen } from '../base/unseen.ts'
import { warns } from '../base/warns.ts'
import { pill } from '../base/pill.ts'
import { frameStyles } from './frame.styles.ts'
import { startStyles } from './start.styles.ts'

/** What the first page takes; parts that come later bring their own. */
export const assessmentStyles = [
  sheet,
  raised,
  good,
  warns,
  onAccent,
  headings,
  unseen,
  buttons,
  ticks,
  controls,
  folds,
  pill,
  frameStyles,
  startStyles,
]
