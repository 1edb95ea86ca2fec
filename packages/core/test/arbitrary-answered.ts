import fc from 'fast-check'
import { createAssessor, type Assessor } from '../src/assessor.ts'
import type { Relationship } from '../src/schema/relationship.ts'
import { indicator, ruleSetOf, type Json } from './small-rule-set.ts'

/** A small random rule set that is only answered, and a record that answers all of it. */
export interface Answered {
  readonly assessor: Assessor
  readonly record: Relationship
}

const clauses = ['bread', 'cake', 'tea'] as const

interface Sizes {
  readonly levels: number
  readonly mostOnOneLevel: number
  readonly methods: readonly string[]
}

const someAnswer = fc.constantFrom('yes', 'yes', 'partly', 'no')

export function arbitraryAnswered({ levels, mostOnOneLevel, methods }: Sizes): fc.Arbitrary<Answered> {
  const one = fc.record({
    weight: fc.constantFrom(0.5, 1, 2),
    effort: fc.constantFrom(30, 240, 960),
    critical: fc.boolean(),
    answer: someAnswer,
  })
  const level = fc.array(one, { minLength: 1, maxLength: mostOnOneLevel })
  const clause = fc.record({
    weight: fc.constantFrom(0.5, 1, 2),
    levels: fc.array(level, { minLength: 1, maxLength: levels }),
    isConfirmed: fc.boolean(),
  })
  return fc
    .record({ method: fc.constantFrom(...methods), clauses: fc.array(clause, { minLength: 2, maxLength: 3 }) })
    .map((parts) => {
      const rows = parts.clauses.flatMap((entry, index) =>
        entry.levels.flatMap((same, below) =>
          same.map(({ answer, ...more }, nth) => ({
            answer,
            document: {
              ...indicator(`${clauses[index]!}/${below + 1}`, more),
              id: `${clauses[index]!}/${below + 1}-${nth}`,
            },
          })),
        ),
      )
      const documents: Json[] = parts.clauses.map(({ weight }, index) => ({
        id: clauses[index]!,
        title: clauses[index]!,
        weight,
      }))
      const ruleSet = ruleSetOf(
        rows.map(({ document }) => document),
        {
          method: { name: parts.method },
          principles: { shop: documents.slice(0, 2), ...(documents.length > 2 ? { table: documents.slice(2) } : {}) },
        },
      )
      return {
        assessor: createAssessor(ruleSet),
        record: {
          answers: Object.fromEntries(rows.map(({ answer, document }) => [document.id, { value: answer }])),
          evidence: parts.clauses.flatMap(({ isConfirmed }, index) =>
            isConfirmed ? confirmationOf(rows, clauses[index]!) : [],
          ),
        },
      }
    })
}

function confirmationOf(rows: readonly { document: Json }[], clause: string) {
  const first = rows.find(({ document }) => document['clause'] === clause)
  return [{ factPath: `answers.${String(first!.document['id'])}`, confirmedByPartnerAt: '2026-11-01' }]
}

/** The record after steps were really taken: answers become yes, and `confirm:<clause>` has the partner confirm one of them. */
export function afterSteps({ assessor, record }: Answered, steps: readonly string[]): Relationship {
  const reached = steps.filter((step) => !step.startsWith('confirm:'))
  const confirmed = steps.filter((step) => step.startsWith('confirm:')).map((step) => step.slice('confirm:'.length))
  const oneOf = (clause: string) => assessor.ruleSet.indicators.find((candidate) => candidate.clause === clause)!.id
  return {
    answers: { ...record.answers, ...Object.fromEntries(reached.map((id) => [id, { value: 'yes' }])) },
    evidence: [
      ...(record.evidence ?? []),
      ...confirmed.map((clause) => ({ factPath: `answers.${oneOf(clause)}`, confirmedByPartnerAt: '2026-11-23' })),
    ],
  }
}
