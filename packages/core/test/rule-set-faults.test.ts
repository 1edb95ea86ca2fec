import { describe, expect, test } from 'vitest'
import { createFaults, type Fault } from '../src/fault.ts'
import { parseRuleSet, readRuleSet } from '../src/rule-set/parse-rule-set.ts'
import { conditions } from './planted-condition-faults.ts'
import { meaning, planted, sound, structural, type Planted } from './planted-faults.ts'
import type { Json } from './small-rule-set.ts'

function faultsOf(document: unknown): readonly Fault[] {
  const faults = createFaults()
  expect(readRuleSet(document, [], faults)).toBeUndefined()
  return faults.list
}

const reported = ({ at, path = at, code, words }: Planted) =>
  expect.objectContaining({ path, code, message: expect.stringContaining(words) as string, severity: 'error' })

test('a sound rule set has no faults', () => {
  expect(parseRuleSet(sound())).toMatchObject({ id: 'corner-shop', version: '1.0.0' })
})

const all = [...structural, ...meaning, ...conditions].map((fault) => ({
  ...fault,
  shown: JSON.stringify(fault.put)?.slice(0, 40) ?? 'nothing',
}))

describe('a planted fault is reported with its place and a remedy', () => {
  test.each(all)('$shown at $at: $words', (fault) => {
    expect(faultsOf(planted([fault]))).toContainEqual(reported(fault))
  })

  test('with the value that stands there', () => {
    for (const fault of all) {
      const document = planted([fault])
      const scalars = faultsOf(document).filter(({ code, value }) => code !== 'circular' && typeof value !== 'object')
      for (const { path, value } of scalars.filter((found) => found.value !== undefined))
        expect(valueAt(document, path), path).toBe(value)
    }
  })
})

const valueAt = (document: Json, path: string) =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, step) => (inner as Json)[step], document)

describe('all faults of a document are reported at once', () => {
  /** Faults that can stand in one document: none is planted where, or in what, another one is. */
  const together = (faults: readonly Planted[]) => {
    const chosen: Planted[] = []
    const clashes = (one: string, other: string) =>
      `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`)
    for (const fault of faults)
      if (
        !fault.alone &&
        !chosen.some(({ at, path = at }) => clashes(at, fault.at) || clashes(path, fault.path ?? fault.at))
      )
        chosen.push(fault)
    return chosen
  }

  test.each([
    { kind: 'structure', faults: together(structural), least: 13 },
    { kind: 'meaning', faults: together([...meaning, ...conditions]), least: 20 },
  ])('those in its $kind', ({ faults, least }) => {
    expect(faults.length).toBeGreaterThanOrEqual(least)
    const found = faultsOf(planted(faults))
    for (const fault of faults) expect(found).toContainEqual(reported(fault))
  })

  test('and thrown as one error', () => {
    const faults = together(structural)
    expect(() => parseRuleSet(planted(faults))).toThrow(
      expect.objectContaining({
        name: 'DocumentError',
        faults: expect.arrayContaining(faults.map(reported)) as Fault[],
      }) as Error,
    )
  })
})
