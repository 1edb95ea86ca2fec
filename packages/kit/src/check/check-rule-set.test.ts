import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newFolder } from '../../test/folders.ts'
import { createLineIndex } from '../json/position.ts'
import type { Plant } from '../../test/plant.ts'
import { plants } from '../../test/planted-faults.ts'
import { semanticPlants } from '../../test/planted-meanings.ts'
import { flawlessRuleSet } from '../../test/small-rule-set.ts'
import { checkRuleSet } from './check-rule-set.ts'

const folder = newFolder()

function checkText(text: string) {
  const file = join(folder, 'small.json')
  writeFileSync(file, text)
  return checkRuleSet(file).faults
}

function placeOf({ at, around }: Plant, text: string) {
  const words = at.split(/\s+/).map((word) => word.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`))
  const found = text.search(new RegExp(words.join(String.raw`\s*`)))
  expect(found, `"${at}" stands in the planted document`).toBeGreaterThan(-1)
  return createLineIndex(text)(around ? text.lastIndexOf('{', found) : found)
}

test('the small rule set is sound', () => {
  expect(checkText(JSON.stringify(flawlessRuleSet(), undefined, 2))).toEqual([])
})

const allPlants = [...plants, ...semanticPlants]

describe('a planted fault is found in its place, with its remedy', () => {
  test.each(allPlants)('$name', (plant) => {
    const rules = flawlessRuleSet()
    plant.plant(rules)
    const text = JSON.stringify(rules, undefined, 2)
    expect(checkText(text)).toContainEqual(
      expect.objectContaining({
        code: plant.code,
        severity: plant.severity ?? 'error',
        message: expect.stringContaining(plant.remedy),
        ...placeOf(plant, text),
      }),
    )
  })
})

test(`all ${plants.length} planted faults are found in one run`, () => {
  const rules = flawlessRuleSet()
  for (const { plant } of plants) plant(rules)
  const text = JSON.stringify(rules, undefined, 2)
  const found = checkText(text)
  for (const plant of plants)
    expect(found, plant.name).toContainEqual(
      expect.objectContaining({
        code: plant.code,
        message: expect.stringContaining(plant.remedy),
        ...placeOf(plant, text),
      }),
    )
})
