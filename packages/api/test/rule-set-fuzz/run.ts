import { parseArgs } from 'node:util'
import { craft } from '../guild.ts'
import { createWorld } from '../world.ts'
import { fuzzRuleSets, longStall } from './fuzz.ts'

// node packages/api/test/rule-set-fuzz/run.ts [--count 20000] [--seed 1]
const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } })
const [count, seed] = [Number(values.count ?? 20_000), Number(values.seed ?? Date.now() % 1e9)]
const world = await createWorld({ ruleSets: [craft], check: { random: 1, seconds: 5 } })
const { taken, fit, failures, slowest } = await fuzzRuleSets(world, { count, seed })
await world.close()
const ms = (value: number) => `${value.toFixed(1)} ms`
console.log(`${count} hostile rule sets from seed ${seed}: ${taken} taken as drafts, ${fit} fit to publish`)
console.log(`slowest upload: ${ms(slowest.upload.ms)} of this thread (${slowest.upload.what})`)
console.log(
  `slowest check: ${ms(slowest.check.ms)} of this thread (${slowest.check.what}); the rest is done in another`,
)
console.log(`longest stall of the event loop ${ms(slowest.stall)}`)
for (const failure of failures) console.log(failure)
console.log(`${failures.length} failures`)
process.exitCode = failures.length === 0 && slowest.upload.ms < 50 && slowest.stall < longStall ? 0 : 1
