import { expect, test } from 'vitest'
import { craft } from '../guild.ts'
import { createWorld } from '../world.ts'
import { fuzzRuleSets, longStall } from './fuzz.ts'

// the long command, which also measures: node packages/api/test/rule-set-fuzz/run.ts --count 20000
const count = 170

test(`${count} hostile rule sets are each decided, and told why`, async () => {
  const world = await createWorld({ ruleSets: [craft], check: { random: 1, seconds: 5 } })
  try {
    const { failures, taken, fit, slowest } = await fuzzRuleSets(world, { count, seed: 1, again: 3 })
    expect(failures).toEqual([])
    // some get as far as the check, and some of these are harmless
    expect(taken).toBeGreaterThan(count / 4)
    expect(fit).toBeGreaterThan(0)
    // nobody who asks for something else waits long
    expect(slowest.stall).toBeLessThan(longStall)
  } finally {
    await world.close()
  }
}, 120_000)
