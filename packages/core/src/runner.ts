import { badOption, dayFrom } from './as-of.ts'
import type { Day } from './day.ts'
import type { Evaluation } from './evaluate/evaluation.ts'
import { createProfileReader } from './facts/profile.ts'
import type { Data } from './facts/record.ts'
import { createRun, type Run } from './facts/run.ts'
import type { RuleSet } from './rule-set/rule-set.ts'
import type { Relationship } from './schema/relationship.ts'
import type { Fetched, Outcome } from './schema/result.ts'
import { readAnswers } from './score/answers.ts'
import { readEvidence } from './score/evidence.ts'
import { scoreIndicator } from './score/indicator-score.ts'
import { createScorers } from './score/clause-scorers.ts'
import { scoreScope } from './score/score-scope.ts'
import type { ScoreInput } from './score/score-input.ts'
import type { ScoredTree } from './score/scored.ts'

/** When and how far a relationship is assessed. */
export interface AssessOptions {
  /** The day that ages are counted from, `YYYY-MM-DD`. */
  readonly asOf: string
  /** A scope of the rule set; default `full`. */
  readonly scope?: string
  /** In a service: which confirmations it saw the partner give. Without it, every confirmation is the firm's own word. */
  readonly isWitnessed?: (evidence: Data) => boolean
  /** What fact providers of plugins brought; the core part of a result does not depend on it. */
  readonly fetched?: readonly Fetched[]
}

/** What every evaluator does before and after evaluating. */
export interface Runner {
  /** Checks the options and gathers what facts are read from. */
  readonly start: (relationship: Relationship, options: AssessOptions) => Run
  readonly score: (run: Run, evaluation: Evaluation, options: AssessOptions) => Scored
  /** The outcome of every indicator; nothing is scored. */
  readonly verdicts: (run: Run, evaluation: Evaluation) => Outcome[]
}

/** One relationship, scored. */
export interface Scored {
  readonly input: ScoreInput
  readonly tree: ScoredTree
  readonly options: AssessOptions
}

export function createRunner(ruleSet: RuleSet): Runner {
  const profileOf = createProfileReader(ruleSet.document.profile)
  const scopes = scopesOf(ruleSet)
  return {
    start: (relationship, options) => createRun(relationship, dayOfOptions(options, scopes), profileOf(relationship)),
    score: (run, evaluation, options) => {
      const input: ScoreInput = {
        ...scopes.get(options.scope ?? 'full')!,
        ruleSet,
        run,
        evaluation,
        declarations: readAnswers(ruleSet, run.record),
        evidence: readEvidence(run, options.isWitnessed),
      }
      return { input, tree: scoreScope(input), options }
    },
    verdicts: (run, evaluation) => {
      const { byIndicator } = readAnswers(ruleSet, run.record)
      return ruleSet.indicators.map((one) => scoreIndicator(one, byIndicator.get(one.index), evaluation).outcome)
    },
  }
}

/** The day of the assessment, from options that are sound. */
function dayOfOptions({ asOf, scope }: AssessOptions, scopes: ReadonlyMap<string, unknown>): Day {
  const day = dayFrom(asOf)
  if (scope === undefined || scopes.has(scope)) return day
  const known = [...scopes.keys()].join(', ')
  throw badOption('/scope', scope, { code: 'unknown-id', message: `unknown scope "${scope}"; known scopes: ${known}` })
}

/** What is scored in each scope, by name; the whole rule set is a scope without limits. */
function scopesOf(ruleSet: RuleSet): ReadonlyMap<string, Pick<ScoreInput, 'scope' | 'scorers'>> {
  const scoped = (indicators?: readonly string[]) => {
    const scope = indicators && new Set(indicators)
    return { scope, scorers: createScorers(ruleSet, scope) }
  }
  const scopes = new Map([['full', scoped()]])
  for (const { id, indicators } of ruleSet.document.scopes ?? []) scopes.set(id, scoped(indicators))
  return scopes
}
