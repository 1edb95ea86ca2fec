import { fourDecimals } from '../exact.ts'
import type { Clause, Principle } from '../rule-set/rule-set.ts'
import type { ClauseResult } from '../schema/result.ts'
import { confidenceOf, coverageOf, type Tally } from './coverage.ts'
import type { NodeScore } from './method.ts'

/** The figures of a clause or a principle: four decimals, half up. */
export type Figures = Pick<ClauseResult, 'id' | 'clause' | 'score' | 'potential' | 'level' | 'coverage' | 'confidence'>

export function figuresOf({ id, document }: Clause | Principle, score: NodeScore | null, tally: Tally): Figures {
  return {
    id,
    clause: document.citation ?? id,
    score: rounded(score && score.score),
    potential: rounded(score && score.potential),
    level: score && score.level,
    coverage: rounded(coverageOf(tally)),
    confidence: rounded(confidenceOf(tally)),
  }
}

export function rounded(value: number | null): number | null {
  return value && fourDecimals(value)
}
