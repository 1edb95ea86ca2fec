/**
 * The reference evaluator: the same rule sets on a real json-rules-engine. Slow and asynchronous; it is here so that nobody
 * has to trust the compiled evaluator.
 */
import { fullResult, type Assessor, type AssessorOptions, type FullResult } from '../assessor.ts'
import { cheapestPaths } from '../explain/paths.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import { completeResult } from '../complete-result.ts'
import { resolveSectors, type Sector } from '../plugin/resolve-sectors.ts'
import { extend, finishSector, type SectorAssessment } from '../plugin/sectors.ts'
import { createRunner, type AssessOptions, type Scored } from '../runner.ts'
import type { Relationship } from '../schema/relationship.ts'
import { verdictsOf } from '../score/verdicts.ts'
import { evaluateOnEngine } from './evaluate.ts'

type Promised<Interface> = {
  readonly [Method in keyof Interface]: Interface[Method] extends (...args: infer Arguments) => infer Answer
    ? (...args: Arguments) => Promise<Answer>
    : Interface[Method]
}

/** The interface of an Assessor, but asynchronous; gives the same bytes. */
export type ReferenceAssessor = Promised<Omit<Assessor, 'score'>> & {
  readonly score: (relationship: Relationship, options: AssessOptions) => Promise<FullResult>
}

export function createReferenceAssessor(ruleSet: RuleSet, { plugins = [] }: AssessorOptions = {}): ReferenceAssessor {
  const sectors = resolveSectors(ruleSet, plugins)
  const runner = createRunner(ruleSet)
  const evaluated = async (relationship: Relationship, options: AssessOptions) => {
    const run = runner.start(relationship, options)
    return { run, evaluation: await evaluateOnEngine(ruleSet, run) }
  }
  const scored = async (relationship: Relationship, options: AssessOptions): Promise<Scored> => {
    const { run, evaluation } = await evaluated(relationship, options)
    return runner.score(run, evaluation, options)
  }
  return {
    ruleSet,
    assess: async (relationship, options) => {
      const core = completeResult(await scored(relationship, options))
      if (plugins.length === 0) return core
      const assessed = sectors.map((sector) => assessSector(sector, relationship, options))
      return { ...core, sectors: (await Promise.all(assessed)).map(({ sector }) => sector) }
    },
    score: async (relationship, options) => fullResult(await scored(relationship, options)),
    verdicts: async (relationship, options) => verdictsOf(await evaluated(relationship, options), ruleSet),
    paths: async (relationship, options) => cheapestPaths(await scored(relationship, options)),
  }
}

/** One sector on json-rules-engine, with the complete result that its cases are compared with. */
export async function assessSector(
  sector: Sector,
  relationship: Relationship,
  options: AssessOptions,
): Promise<SectorAssessment> {
  const extended = extend(sector, relationship, options)
  const runner = createRunner(sector.ruleSet)
  const run = runner.start(extended.record as Relationship, options)
  const scored = runner.score(run, await evaluateOnEngine(sector.ruleSet, run), options)
  return finishSector(sector, extended, { relationship, scored })
}
