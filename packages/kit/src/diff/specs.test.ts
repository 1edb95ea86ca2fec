import { join } from 'node:path'
import { parseRuleSet, ruleSetShape, DocumentError, type Shape } from '@joinery/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundleRuleSet } from '../bundle/bundle-rule-set.ts'
import { loadRuleSet } from '../rule-set/load-rule-set.ts'
import { diffRuleSets } from './diff-rule-sets.ts'
import { fieldsOf } from './specs.ts'

/** The shape at a place of a rule set; `*` goes into the items of a list. */
function shapeAt(path: string): Shape {
  return path.split('/').reduce<Shape>((shape, step) => {
    if (step === '*' && shape.is === 'list') return shape.of
    if (shape.is === 'object' && Object.hasOwn(shape.fields, step)) return shape.fields[step]!
    throw new Error(`a rule set has no ${path}`)
  }, ruleSetShape)
}

describe('every field of a rule set has a class', () => {
  test.each([
    ['principle', 'reference/principles/*', ['id']],
    ['clause', 'reference/principles/*/clauses/*', ['id']],
    ['indicator', 'practice/indicators/*', ['id']],
    ['question', 'instrument/questions/*', ['id']],
    ['fact', 'facts/*', ['id']],
    ['scope', 'scopes/*', ['id']],
    ['lens', 'lenses/*', ['id']],
    ['lens-element', 'lenses/*/elements/*', ['id']],
    ['plan-section', 'plan/sections/*', ['id']],
    ['competence', 'competences/items/*', ['id']],
    ['scale', 'scale', []],
    ['level', 'scale/levels/*', []],
    ['answer', 'answers/scale/*', ['value']],
    ['segment', 'profile/segments/*', ['id']],
    ['size-band', 'profile/sizeBands/*', ['id']],
    ['layer', 'resolved/layers/*', ['id']],
  ] as const)('%s', (of, path, keys) => {
    const shape = shapeAt(path)
    const fields = shape.is === 'object' ? Object.keys(shape.fields) : []
    expect(fields.length).toBeGreaterThan(0)
    expect(
      fields.filter((field) => !(keys as readonly string[]).includes(field) && !Object.hasOwn(fieldsOf[of], field)),
    ).toEqual([])
  })
})

describe('no difference is passed over', () => {
  const { ruleSet } = loadRuleSet(join(import.meta.dirname, '../../../../rules/iso-44003'))
  const { text } = bundleRuleSet(ruleSet!)
  const leaves = leavesOf(JSON.parse(text)).filter((steps) => steps[0] !== 'version')

  test('not in any value of the baseline', () => {
    fc.assert(
      fc.property(fc.constantFrom(...leaves), (steps) => {
        const other = changed(text, steps)
        fc.pre(other !== undefined)
        const { changes, bump } = diffRuleSets(ruleSet!, other!)
        expect(changes.length, steps.join('/')).toBeGreaterThan(0)
        expect(bump).not.toBe('none')
      }),
      { numRuns: 150 },
    )
  })
})

/** The rule set with another value at a place; undefined where it is none any more. */
function changed(text: string, steps: readonly string[]) {
  const document = JSON.parse(text) as Record<string, unknown>
  const holder = steps.slice(0, -1).reduce<Record<string, unknown>>((value, step) => value[step] as never, document)
  const last = steps.at(-1)!
  holder[last] = other(holder[last])
  try {
    return parseRuleSet(document)
  } catch (error) {
    if (error instanceof DocumentError) return undefined
    throw error
  }
}

function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  return typeof value === 'string' ? `${value}x` : !value
}

function leavesOf(value: unknown, steps: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...steps]]
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...steps, key]))
}
