import { describe, expect, test } from 'vitest'
import { createAssessor } from '../src/assessor.ts'
import { parseRelationship } from '../src/parse-relationship.ts'
import type { Relationship } from '../src/schema/relationship.ts'
import { fixture } from './fixtures.ts'
import { isoRuleSet } from './iso-rule-set.ts'

interface Figures {
  readonly score: number | null
  readonly potential: number | null
  readonly level: number | null
  readonly coverage: number | null
}

interface Golden {
  readonly record: Relationship
  readonly figures: {
    readonly headline: Figures
    readonly principles: Readonly<Record<string, Figures>>
    readonly clauses: Readonly<Record<string, Figures>>
  }
}

// The figures were not made by this code: they come from a second scorer, in another language and with exact fractions, that
// was written separately from the text of the method. Never refresh them from a result of core.
const golden = fixture('golden.ndjson')
  .trim()
  .split('\n')
  .map((line, index) => ({ number: index + 1, ...(JSON.parse(line) as Golden) }))

const assessor = createAssessor(isoRuleSet())

const figuresOf = ({ score, potential, level, coverage }: Figures): Figures => ({ score, potential, level, coverage })

describe('a scorer written separately finds the same figures', () => {
  test.each(golden)('for record $number of the golden file', ({ record, figures }) => {
    const result = assessor.assess(parseRelationship(record, assessor.ruleSet), { asOf: '2026-11-23' })
    const byNumber = (nodes: readonly (Figures & { clause: string })[]) =>
      Object.fromEntries(nodes.map((node) => [node.clause, figuresOf(node)]))
    expect({
      headline: figuresOf(result.headline),
      principles: byNumber(result.principles),
      clauses: byNumber(result.clauses),
    }).toEqual(figures)
  })

  test('over records of every size, segment and outcome', () => {
    const seen = new Set(
      golden.flatMap(({ record, figures }) => [
        record.org?.sizeBand ?? 'size not stated',
        record.segment?.kind ?? 'segment not stated',
        record.answers === undefined ? 'records alone' : 'answers',
        `level ${figures.headline.level}`,
      ]),
    )
    const sizes = ['micro', 'small', 'medium', 'size not stated']
    const segments = ['key', 'important', 'simple', 'segment not stated']
    const levels = ['level null', 'level 0', 'level 1', 'level 2', 'level 3']
    expect([...seen].toSorted()).toEqual(['answers', 'records alone', sizes, segments, levels].flat().toSorted())
  })
})
