import { pointerOf, shown } from '../fault.ts'
import { disagreements } from './disagreements.ts'
import type { Notice } from '../schema/result.ts'
import { contradictsAnswer } from '../score/indicator-score.ts'
import type { ScoreInput } from '../score/score-input.ts'
import type { ScoredClause } from '../score/scored.ts'
import { noticeOf } from './refused-answers.ts'

/** What a reader should know about the data behind a result. */
export function collectNotices({ ruleSet, run, declarations }: ScoreInput, clauses: readonly ScoredClause[]): Notice[] {
  return [
    ...declarations.refused.map((refusal) => noticeOf(refusal, ruleSet)),
    ...contradictions(clauses),
    ...differences(run),
  ]
}

function contradictions(clauses: readonly ScoredClause[]): Notice[] {
  const scores = clauses.flatMap(({ indicators }) => indicators).filter(contradictsAnswer)
  return scores.map(({ indicator, declared }) => ({
    code: 'answer-contradicts-record',
    path: pointerOf('answers', indicator.id),
    message: `the answer "${declared?.value}" to "${indicator.id}" does not fit the record; ${declared?.is === 'notApplicable' ? 'it is left out all the same' : 'the record counts'}`,
  }))
}

function differences(run: ScoreInput['run']): Notice[] {
  return disagreements(run).map(({ fact, stated, derived }) => ({
    code: 'stated-differs-from-derived',
    path: pointerOf(...fact.split('.')),
    message: `the record says ${shown(stated)}, but the rest of it gives ${shown(derived)}; what it says counts`,
  }))
}
