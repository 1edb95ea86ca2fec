import { define } from '../base/define.ts'
import { JoineryBadge } from './badge.ts'

define('joinery-badge', JoineryBadge)

export { JoineryBadge }

declare global {
  interface HTMLElementTagNameMap {
    'joinery-badge': JoineryBadge
  }
}
