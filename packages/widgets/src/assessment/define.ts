import { define } from '../base/define.ts'
import { JoineryAssessment } from './assessment.ts'

define('joinery-assessment', JoineryAssessment)

export { JoineryAssessment }

declare global {
  interface HTMLElementTagNameMap {
    'joinery-assessment': JoineryAssessment
  }
}
