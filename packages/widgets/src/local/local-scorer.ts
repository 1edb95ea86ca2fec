import type { AssessOptions, Outcome, Relationship } from '@joinery/core'
import type { Live, Scorer } from '../session/scorer.ts'
import type { RuleSetData } from '../rule-set/document.ts'
import { createLightAssessor, loadCompleter, type LightAssessor as Assessor } from './core.ts'
import { readRules } from './read-rules.ts'

export interface LocalScorer extends Scorer {
  readonly document: RuleSetData
  /** Fetches what a result needs, so that it can be had without the network later. */
  readonly prepare: () => Promise<unknown>
}

/** Scores in this page, with the code and to the byte as everywhere else; nothing leaves the device. */
export async function createLocalScorer(document: unknown): Promise<LocalScorer> {
  const ruleSet = await readRules(document)
  await pause()
  const assessor = createLightAssessor(ruleSet)
  await pause()
  return {
    hash: assessor.ruleSet.hash,
    document: assessor.ruleSet.document,
    prepare: loadCompleter,
    live: followed(assessor),
    assess: async (record, options) => {
      const { completeResult, cheapestPaths } = await loadCompleter()
      const scored = assessor.score(record, options).scored()
      return { result: completeResult(scored), paths: cheapestPaths(scored) }
    },
    worthAsking: (record, options) => worthAsking(assessor, record, options),
  }
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
    return liveOf(assessor, scored, { record, options })
  }
}

function liveOf(
  assessor: Assessor,
  { headline, principles, clauses }: Pick<Scored, 'headline' | 'principles' | 'clauses'>,
  { record, options }: { record: Relationship; options: AssessOptions },
): Live {
  const { answers: _answers, ...recorded } = record
  const byRecord = assessor.verdicts(recorded, options)
  const { indicators } = assessor.ruleSet
  return {
    headline,
    principles,
    clauses,
    outcomes: outcomesOf(assessor, assessor.verdicts(record, options)),
    settled: new Set(indicators.flatMap(({ id }, index) => (isKnown(byRecord[index]!) ? [id] : []))),
  }
}

function outcomesOf({ ruleSet }: Assessor, outcomes: readonly Outcome[]): ReadonlyMap<string, Outcome> {
  return new Map(ruleSet.indicators.map(({ id }, index) => [id, outcomes[index]!]))
}

function isKnown(outcome: Outcome): boolean {
  return outcome === 'met' || outcome === 'partly' || outcome === 'unmet'
}

/** Tries both ends for every open indicator; pauses now and then, so that a slow phone stays quick to the touch. */
async function worthAsking(assessor: Assessor, record: Relationship, options: AssessOptions): Promise<string[]> {
  const scope = assessor.ruleSet.document.scopes?.find(({ id }) => id === options.scope)
  const asked = scope?.indicators === undefined ? undefined : new Set(scope.indicators)
  const outcomes = outcomesOf(assessor, assessor.verdicts(record, options))
  const open = assessor.ruleSet.indicators.filter(
    ({ id }) => outcomes.get(id) === 'unknown' && (asked === undefined || asked.has(id)),
  )
  const [best, worst] = endsOf(assessor)
  const widths: { id: string; gain: number }[] = []
  const before = widthOf(assessor, record, options)
  for (const [index, { id }] of open.entries()) {
    if (index % 8 === 7) await pause()
    const after = [best, worst].map((value) => widthOf(assessor, answered(record, id, value), options))
    widths.push({ id, gain: 2 * before - after[0]! - after[1]! })
  }
  return widths
    .filter(({ gain }) => gain > 1e-9)
    .toSorted((left, right) => right.gain - left.gain)
    .map(({ id }) => id)
}

/** Lets the page answer to a touch between two pieces of work. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

function endsOf({ ruleSet }: Assessor): [string, string] {
  const scale = ruleSet.document.answers.scale.toSorted((left, right) => right.share - left.share)
  return [scale[0]!.value, scale.at(-1)!.value]
}

function answered(record: Relationship, id: string, value: string): Relationship {
  return { ...record, answers: { ...record.answers, [id]: { value } } }
}

function widthOf(assessor: Assessor, record: Relationship, options: AssessOptions): number {
  const { headline, principles } = assessor.score(record, options)
  // caps can hide what a principle gains from the headline, so the principles count too
  const inside = principles.reduce((sum, { score, potential }) => sum + (potential ?? 0) - (score ?? 0), 0)
  return (headline.potential ?? 0) - (headline.score ?? 0) + inside / Math.max(1, principles.length)
}
