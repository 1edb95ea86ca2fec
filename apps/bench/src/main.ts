import { benchmarks } from './benchmarks.ts'
import { measure } from './measure.ts'

for (const benchmark of benchmarks) {
  const { name, medianMs, slowestMs } = await measure(benchmark)
  console.log(`${name}: median ${medianMs.toFixed(2)} ms, slowest ${slowestMs.toFixed(2)} ms`)
}
