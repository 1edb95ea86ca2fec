import { define } from '../base/define.ts'
import { JoineryPlan } from './plan.ts'

define('joinery-plan', JoineryPlan)

export { JoineryPlan }

declare global {
  interface HTMLElementTagNameMap {
    'joinery-plan': JoineryPlan
  }
}
