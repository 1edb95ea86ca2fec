import { buttons } from '../base/buttons.ts'
import { controls } from '../base/controls.ts'
import { folds } from '../base/folds.ts'
import { headings } from '../base/heading.ts'
import { sheet } from '../base/sheet.ts'
import { ticks } from '../base/ticks.ts'
import { unseen } from '../base/unseen.ts'
import { frameStyles } from './frame.styles.ts'
import { startStyles } from './start.styles.ts'

/** What the first page takes; parts that come later bring their own. */
export const assessmentStyles = [sheet, headings, unseen, buttons, ticks, controls, folds, frameStyles, startStyles]
