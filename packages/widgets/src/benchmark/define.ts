import { define } from '../base/define.ts'
import { JoineryBenchmark } from './benchmark.ts'

define('joinery-benchmark', JoineryBenchmark)

export { JoineryBenchmark }

declare global {
  interface HTMLElementTagNameMap {
    'joinery-benchmark': JoineryBenchmark
  }
}
