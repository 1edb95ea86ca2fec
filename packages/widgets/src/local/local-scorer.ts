import type { AssessOptions, Outcome, Relationship, RuleSet } from '@joinery/core'
import type { Live, Scorer } from '../session/scorer.ts'
import { plugins } from '../sectors/registry.ts'
import type { AddPages } from '../session/session.ts'
import { createLightAssessor, type LightAssessor as Assessor } from '@joinery/core/light'
import { pause } from '../page/pause.ts'
import { outcomesOf } from './outcomes.ts'
import { readRules } from './read-rules.ts'

const loadCompleter = () => import('@joinery/core/complete')
const loadAdviser = () => import('./worth-asking.ts')

export interface LocalScorer extends Scorer {
  /** Adds the pages of plugins to those of a scope. */
  readonly addPages?: AddPages
  readonly ruleSet: Assessor['ruleSet']
  /** What a record may hold where plugins are at hand. */
  readonly recordRules?: RuleSet
  /** Fetches what a result needs, so that it can be had without the network later. */
  readonly prepare: () => Promise<unknown>
}

/** Scores in this page, with the code and to the byte as everywhere else; nothing leaves the device. */
export async function createLocalScorer(document: unknown, hash: string): Promise<LocalScorer> {
  await pause()
  const ruleSet = await readRules(document, hash)
  await pause()
  const assessor = createLightAssessor(ruleSet)
  await pause()
  const core: LocalScorer = {
    hash: assessor.ruleSet.hash,
    ruleSet: assessor.ruleSet,
    prepare: () => Promise.all([loadCompleter(), loadAdviser()]),
    live: followed(assessor),
    assess: async (record, options) => {
      const { completeResult, cheapestPaths } = await loadCompleter()
      const scored = assessor.score(record, options).scored()
      return { result: completeResult(scored), paths: cheapestPaths(scored) }
    },
    worthAsking: async (record, options) => (await loadAdviser()).worthAsking(assessor, record, options),
  }
  return plugins.length > 0 ? (await import('../sectors/open-sectors.ts')).openSectors(core, plugins) : core
}

type Scored = ReturnType<Assessor['score']>

/** Follows one record answer by answer: only what changed is evaluated again. */
function followed(assessor: Assessor): (record: Relationship, options: AssessOptions) => Live {
  let last: { readonly asOf: string; readonly scope: string | undefined; readonly scored: Scored } | undefined
  return (record, options) => {
    const { asOf, scope } = options
    const isSame = last?.asOf === asOf && last.scope === scope
    const scored = isSame && last !== undefined ? last.scored.rescore(record) : assessor.score(record, options)
    last = { asOf, scope, scored }
    return liveOf(assessor, scored)
  }
}

/** The verdicts are those of the scored run: nothing is evaluated once more. */
function liveOf(assessor: Assessor, { headline, principles, clauses, verdicts }: Scored): Live {
  const byRecord = verdicts(true)
  const { indicators } = assessor.ruleSet
  return {
    headline,
    principles,
    clauses,
    outcomes: outcomesOf(assessor, verdicts()),
    settled: new Set(indicators.flatMap(({ id }, index) => (isKnown(byRecord[index]!) ? [id] : []))),
  }
}

function isKnown(outcome: Outcome): boolean {
  return outcome === 'met' || outcome === 'partly' || outcome === 'unmet'
}
