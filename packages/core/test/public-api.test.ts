import { describe, expect, expectTypeOf, test } from 'vitest'
import * as core from '../src/index.ts'
import type {
  AssessOptions,
  Assessor,
  Fault,
  Headline,
  LiveResult,
  Outcome,
  Path,
  Relationship,
  Result,
  RuleSet,
  ScoredResult,
} from '../src/index.ts'
import { createReferenceAssessor, type ReferenceAssessor } from '../src/reference/index.ts'

test('what the package offers by value', () => {
  const functions = Object.entries(core).filter(([, value]) => typeof value === 'function')
  expect(functions.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'createAssessor',
      'parseRuleSet',
      'parseRelationship',
      'checkRelationship',
      'DocumentError',
    ]),
  )
})

describe('the types of the interface', () => {
  test('a relationship: every field optional, choices closed, ext open', () => {
    expectTypeOf<NonNullable<Relationship['rel']>['kind']>().toEqualTypeOf<
      'customer' | 'supplier' | 'subcontract' | 'peer' | 'alliance' | 'intermediary' | '' | undefined
    >()
    expectTypeOf<NonNullable<Relationship['org']>['headcount']>().toEqualTypeOf<number | undefined>()
    expectTypeOf<NonNullable<Relationship['risks']>[number]['reviewedJointly']>().toEqualTypeOf<boolean | undefined>()
    expectTypeOf<Relationship['ext']>().toEqualTypeOf<Record<string, unknown> | undefined>()
    expectTypeOf<Relationship['complete']>().toEqualTypeOf<Record<string, string> | undefined>()
    const empty: Relationship = {}
    // @ts-expect-error the field is 'owner'
    const misspelt: Relationship = { rmp: { ownr: 'Ann' } }
    // @ts-expect-error a stage of its own
    const unheard: Relationship = { rel: { stage: 'thriving' } }
    // @ts-expect-error a date is text
    const dated: Relationship = { rmp: { createdAt: new Date(0) } }
    expect([empty, misspelt, unheard, dated]).toHaveLength(4)
  })

  test('options: a day is needed, and nothing misspelt is taken', () => {
    const options: AssessOptions = { asOf: '2026-11-23', scope: 'starter', isWitnessed: ({ uri }) => uri === 'x' }
    // @ts-expect-error the field is 'asOf'
    const misspelt: AssessOptions = { asof: '2026-11-23' }
    // @ts-expect-error the day is an input
    const timeless: AssessOptions = {}
    expect([options, misspelt, timeless]).toHaveLength(3)
    expectTypeOf<Parameters<Assessor['assess']>>().toEqualTypeOf<[relationship: Relationship, options: AssessOptions]>()
  })

  test('parsers take anything and give what they promise', () => {
    expectTypeOf(core.parseRelationship).parameter(0).toBeUnknown()
    expectTypeOf(core.parseRelationship).returns.toEqualTypeOf<Relationship>()
    expectTypeOf(core.parseRuleSet).parameter(0).toBeUnknown()
    expectTypeOf(core.parseRuleSet).returns.toEqualTypeOf<RuleSet>()
    expectTypeOf<core.DocumentError['faults']>().toEqualTypeOf<readonly Fault[]>()
    expectTypeOf<Fault['severity']>().toEqualTypeOf<'error' | 'warning'>()
  })

  test('assessors give results, figures, verdicts and paths; the reference one gives promises of the same', () => {
    expectTypeOf<ReturnType<Assessor['assess']>>().toEqualTypeOf<Result>()
    expectTypeOf<ReturnType<Assessor['score']>>().toEqualTypeOf<LiveResult>()
    expectTypeOf<LiveResult>().toExtend<ScoredResult>()
    expectTypeOf<ReturnType<LiveResult['rescore']>>().toEqualTypeOf<LiveResult>()
    expectTypeOf<ReturnType<Assessor['verdicts']>>().toEqualTypeOf<readonly Outcome[]>()
    expectTypeOf<ReturnType<Assessor['paths']>>().toEqualTypeOf<Path[]>()
    expectTypeOf(createReferenceAssessor).returns.toEqualTypeOf<ReferenceAssessor>()
    expectTypeOf<ReturnType<ReferenceAssessor['assess']>>().toEqualTypeOf<Promise<Result>>()
  })

  test('a figure may be missing, and a reader has to say what then', () => {
    expectTypeOf<Headline['score']>().toEqualTypeOf<number | null>()
    expectTypeOf<Headline['level']>().toEqualTypeOf<number | null>()
    expectTypeOf<Outcome>().toEqualTypeOf<
      'met' | 'partly' | 'unmet' | 'unknown' | 'notDue' | 'notApplicable' | 'error'
    >()
  })
})
