import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder } from '../../test/folders.ts'
import { smallRuleSet } from '../../test/small-rule-set.ts'
import { checkRuleSet } from './check-rule-set.ts'

const file = join(newFolder(), 'small.json')

/** Small steps from a seed, the same on every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const rubbish = [null, '', 'x', -1, 1.5, true, [], {}, [null], { all: [] }, { fact: 'count' }, '__proto__', ['risks']]

/** Replaces or takes away one value somewhere in a document. */
function spoil(value: unknown, random: (below: number) => number): void {
  if (typeof value !== 'object' || value === null) return
  const keys = Object.keys(value)
  const key = keys[random(keys.length)]
  if (key === undefined) return
  const data = value as Record<string, unknown>
  const inner = data[key]
  if (random(4) > 0 && typeof inner === 'object' && inner !== null) return spoil(inner, random)
  if (random(4) === 0) delete data[key]
  else data[key] = structuredClone(rubbish[random(rubbish.length)])
}

test('whatever is spoiled in a rule set, a check ends in faults with places', () => {
  const random = createRandom(11)
  for (let round = 0; round < 400; round++) {
    const rules = smallRuleSet()
    for (let spoils = 1 + random(4); spoils > 0; spoils--) spoil(rules, random)
    writeFileSync(file, JSON.stringify(rules))
    const { ruleSet, faults } = checkRuleSet(file)
    for (const fault of faults) expect(fault).toMatchObject({ line: expect.any(Number), column: expect.any(Number) })
    expect(ruleSet !== undefined || faults.some(({ severity }) => severity === 'error')).toBe(true)
  }
})
