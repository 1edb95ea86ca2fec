import { fields } from '../base/fields.ts'
import { markStyles } from '../base/marks.ts'
import { rulerStyles } from '../base/ruler.ts'
import { formStyles } from './form.styles.ts'
import { stepStyles } from './steps.styles.ts'

export const questionStyles = [fields, stepStyles, formStyles, rulerStyles, markStyles]
