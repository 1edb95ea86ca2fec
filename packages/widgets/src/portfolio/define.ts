import { define } from '../base/define.ts'
import { JoineryPortfolio } from './portfolio.ts'

define('joinery-portfolio', JoineryPortfolio)

export { JoineryPortfolio }

declare global {
  interface HTMLElementTagNameMap {
    'joinery-portfolio': JoineryPortfolio
  }
}
