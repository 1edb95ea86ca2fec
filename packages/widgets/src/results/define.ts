import { define } from '../base/define.ts'
import { JoineryResults } from './results.ts'

define('joinery-results', JoineryResults)

export { JoineryResults }

declare global {
  interface HTMLElementTagNameMap {
    'joinery-results': JoineryResults
  }
}
