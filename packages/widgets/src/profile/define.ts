import { define } from '../base/define.ts'
import { JoineryProfile } from './profile.ts'

define('joinery-profile', JoineryProfile)

export { JoineryProfile }

declare global {
  interface HTMLElementTagNameMap {
    'joinery-profile': JoineryProfile
  }
}
