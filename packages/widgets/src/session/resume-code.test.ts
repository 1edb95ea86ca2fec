import { join } from 'node:path'
import { loadRuleSet } from '@joinery/kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeAnswers, encodeAnswers, type Answers } from './resume-code.ts'

const { ruleSet } = loadRuleSet(join(import.meta.dirname, '../../../../rules/iso-44003'))
const { document, hash, indicators } = ruleSet!

const answer = fc.oneof(
  fc.constantFrom('yes', 'partly', 'no', 'notSure').map((value) => ({ value })),
  fc
    .constantFrom(...document.answers.notApplicable!.reasons.map(({ code }) => code))
    .map((reason) => ({ value: 'notApplicable', reason })),
)
const answers: fc.Arbitrary<Answers> = fc.dictionary(fc.constantFrom(...indicators.map(({ id }) => id)), answer, {
  noNullPrototype: true,
})

describe('answers in an address', () => {
  test('come back as they were, whatever was answered', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom('starter', 'full'), (given, scope) => {
        const code = encodeAnswers(document, hash, { answers: given, scope })
        expect(decodeAnswers(document, hash, code)).toEqual({ answers: given, scope })
      }),
    )
  })

  test('all 144 fit into less than 90 letters', () => {
    const last = document.answers.notApplicable!.reasons.at(-1)!.code
    const all = Object.fromEntries(indicators.map(({ id }) => [id, { value: 'notApplicable', reason: last }]))
    expect(encodeAnswers(document, hash, { answers: all, scope: 'full' }).length).toBeLessThan(90)
  })

  test('to other questions are not used', () => {
    const code = encodeAnswers(document, hash, { answers: { 'p01.plan/1': { value: 'yes' } }, scope: 'full' })
    expect(decodeAnswers(document, 'f'.repeat(64), code)).toBeUndefined()
  })

  test('that somebody made up never throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `${hash.slice(0, 8)}.${text}`),
        ),
        (code) => {
          const resumed = decodeAnswers(document, hash, code)
          expect(resumed === undefined || typeof resumed.scope === 'string').toBe(true)
        },
      ),
    )
  })
})
