import { buildResult } from './build-result.ts'
import { dayOf } from './day.ts'
import type { Evaluator } from './evaluate/evaluation.ts'
import { compile } from './evaluate/compile.ts'
import type { Data } from './facts/record.ts'
import { createRun, type Run } from './facts/run.ts'
import { DocumentError, didYouMean, shown } from './fault.ts'
import type { RuleSet } from './rule-set/rule-set.ts'
import type { Relationship } from './schema/relationship.ts'
import { cheapestPaths } from './explain/paths.ts'
import type { Path, Result } from './schema/result.ts'
import { readAnswers } from './score/answers.ts'
import { readEvidence } from './score/evidence.ts'
import { scoreTree, type ScoreInput } from './score/score-tree.ts'

export interface AssessOptions {
  /** The day that ages are counted from, `YYYY-MM-DD`. */
  readonly asOf: string
  /** A scope of the rule set; default `full`. */
  readonly scope?: string
  /** In a service: which confirmations it saw the partner give. Without it, every confirmation is the firm's own word. */
  readonly isWitnessed?: (evidence: Data) => boolean
}

/** Assesses relationships by one rule set. Pure: same input, same bytes; no clock, no I/O. */
export interface Assessor {
  readonly ruleSet: RuleSet
  readonly assess: (relationship: Relationship, options: AssessOptions) => Result
  /** The cheapest way to the next level of the whole, of each principle and of each clause. */
  readonly paths: (relationship: Relationship, options: AssessOptions) => Path[]
}

/**
 * Makes an assessor from a rule set; compile once, assess many.
 *
 * @example
 * const assessor = createAssessor(parseRuleSet(document))
 * const { headline } = assessor.assess(parseRelationship(record, assessor.ruleSet), { asOf: '2026-11-23' })
 */
export function createAssessor(ruleSet: RuleSet): Assessor {
  const evaluator: Evaluator = compile(ruleSet)
  const evaluated = (relationship: Relationship, options: AssessOptions) => {
    const run = startRun(ruleSet, relationship, options)
    return { ruleSet, run, evaluation: evaluator.evaluate(run) }
  }
  return {
    ruleSet,
    assess: (relationship, options) => finish(evaluated(relationship, options), options),
    paths: (relationship, options) =>
      cheapestPaths(ruleSet, scoreTree(scoreInput(evaluated(relationship, options), options))),
  }
}

/** Checks the options and gathers what facts are read from; shared by every evaluator. */
export function startRun(ruleSet: RuleSet, relationship: Relationship, options: AssessOptions): Run {
  const asOf = dayOf(options.asOf)
  if (asOf === undefined)
    throw new DocumentError('options', [
      {
        code: 'bad-date',
        path: '/asOf',
        value: options.asOf,
        message: `${shown(options.asOf)} is not a calendar day; write it as YYYY-MM-DD`,
        severity: 'error',
      },
    ])
  scopeOf(ruleSet, options.scope)
  return createRun(relationship, asOf, ruleSet.document.profile)
}

type Evaluated = Pick<ScoreInput, 'ruleSet' | 'run' | 'evaluation'>

/** Turns an evaluation into a result; shared by every evaluator. */
export function finish(evaluated: Evaluated, options: AssessOptions): Result {
  const input = scoreInput(evaluated, options)
  const confirmation = options.isWitnessed === undefined ? 'claimed' : 'witnessed'
  return buildResult(scoreTree(input), { input, scope: options.scope ?? 'full', confirmation })
}

function scoreInput(evaluated: Evaluated, options: AssessOptions): ScoreInput {
  const { ruleSet, run } = evaluated
  return {
    ...evaluated,
    declarations: readAnswers(ruleSet, run.record),
    evidence: readEvidence(run, options.isWitnessed),
    scope: scopeOf(ruleSet, options.scope),
  }
}

function scopeOf(ruleSet: RuleSet, name = 'full'): ReadonlySet<string> | undefined {
  const scopes = ruleSet.document.scopes ?? []
  const scope = scopes.find(({ id }) => id === name)
  if (scope !== undefined) return scope.indicators === undefined ? undefined : new Set(scope.indicators)
  if (name === 'full') return undefined
  const known = [...new Set([...scopes.map(({ id }) => id), 'full'])]
  throw new DocumentError('options', [
    {
      code: 'unknown-id',
      path: '/scope',
      value: name,
      message: `unknown scope "${name}"${didYouMean(name, known) || `; known scopes: ${known.join(', ')}`}`,
      severity: 'error',
    },
  ])
}
