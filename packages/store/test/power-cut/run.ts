/** Cuts the power as often as you like: `node packages/store/test/power-cut/run.ts --states 10000 [--seed 7] [--synchronous normal]`. */
import { parseArgs } from 'node:util'
import { cutTrials, record } from './cut-trials.ts'

const { values } = parseArgs({
  options: {
    states: { type: 'string', default: '10000' },
    writes: { type: 'string', default: '300' },
    synchronous: { type: 'string', default: 'full' },
    seed: { type: 'string' },
  },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const synchronous = values.synchronous === 'normal' ? 'normal' : 'full'
const startedAt = performance.now()
console.log(`seed ${seed}, synchronous ${synchronous}`)
const recording = await record(synchronous, Number(values.writes))
const told = recording.events.filter((event) => event.is === 'acknowledge').length
console.log(`${told} writes acknowledged, ${recording.events.length - told} calls that changed or synced a file`)
const { broken, ...cuts } = await cutTrials(recording, {
  states: Number(values.states),
  seed,
  onState: (state) => {
    if (state % 1000 === 0) console.error(`${state} states`)
  },
})
for (const fault of broken.slice(0, 20)) console.log(fault)
console.log(
  JSON.stringify({ ...cuts, broken: broken.length, seconds: Math.round((performance.now() - startedAt) / 1000) }),
)
// without syncing, acknowledged writes must be lost: otherwise this would not see it
const asItMustBe = broken.length === 0 && (synchronous === 'full' ? cuts.losing === 0 : cuts.losing > 0)
process.exitCode = asItMustBe ? 0 : 1
