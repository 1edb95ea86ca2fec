import { createAssessor, type Relationship, type RuleSet } from '@joinery/core'
import { randomCase } from '../cross-check/random-relationship.ts'
import { vocabularyOf } from '../cross-check/vocabulary.ts'

/** A single fact that several rules look at, with values worth trying. */
export interface Pull {
  readonly path: string
  readonly values: readonly unknown[]
  /** Ids of the indicators that look at it. */
  readonly readBy: readonly string[]
}

/** One change of one fact that helps one rule and lowers a score through another. */
export interface Fall {
  readonly path: string
  readonly from: unknown
  readonly to: unknown
  readonly gains: string
  readonly loses: string
  /** The clause whose score falls; empty for the whole. */
  readonly node: string
  readonly scores: readonly [before: number, after: number]
  /** What else has to be recorded for it; undefined where nothing has. */
  readonly record: Relationship | undefined
}

interface Figures {
  readonly headline: number
  readonly clauses: ReadonlyMap<string, number>
  readonly values: ReadonlyMap<string, number>
}

type Score = (record: Relationship, asOf: string) => Figures

const mostRecords = 12

/** Indicators that are scored in all: large rule sets are tried with fewer records. */
const mostScored = 400_000

/** Looks for changes of one fact that make a rule come true and a score fall; each pair of rules is told once. */
export function searchFalls(ruleSet: RuleSet, pulls: readonly Pull[]): Fall[] {
  if (pulls.length === 0) return []
  const score = createScore(ruleSet)
  const vocabulary = vocabularyOf(ruleSet)
  const randoms = Array.from({ length: mostRecords }, (_, seed) => randomCase(ruleSet, vocabulary, seed + 1))
  const asOf = '2024-10-04'
  const records = [{ relationship: {} as Relationship, asOf }, ...randoms]
  const tries = records.flatMap(({ relationship, asOf: day }) =>
    pulls.map((pull) => ({ pull, way: { record: recorded(relationship), score: (r: Relationship) => score(r, day) } })),
  )
  const found = new Map<string, Fall>()
  let left = Math.ceil(mostScored / ruleSet.indicators.length)
  for (const { pull, way } of tries) {
    left -= pull.values.length
    if (left < 0) break
    for (const fall of fallsIn(ruleSet, pull, way)) {
      const pair = [fall.gains, fall.loses].toSorted().join(' ')
      if (!found.has(pair)) found.set(pair, fall)
    }
  }
  return [...found.values()]
}

/** What is recorded, without what is said about it. */
function recorded({ answers: _answers, evidence: _evidence, ...record }: Relationship): Relationship {
  return record
}

/** Scores a record in which all that is not recorded is answered as well as can be, and the partner has confirmed everything. */
function createScore(ruleSet: RuleSet): Score {
  const assessor = createAssessor(ruleSet)
  const best = ruleSet.document.answers.scale.toSorted((left, right) => right.share - left.share)[0]!.value
  const answers = Object.fromEntries(ruleSet.indicators.map(({ id }) => [id, { value: best }]))
  const reads = new Set(ruleSet.principles.flatMap(({ clauses }) => clauses.flatMap((clause) => [...clause.reads])))
  return (record, asOf) => {
    const evidence = [...reads].map((factPath) => ({
      factPath,
      grade: 'E3',
      providedBy: 'partner',
      observedAt: asOf,
    }))
    const result = assessor.score({ ...record, answers, evidence } as unknown as Relationship, { asOf })
    const { tree } = result.scored()
    const indicators = tree.principles.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.indicators))
    return {
      headline: result.headline.score ?? 0,
      clauses: new Map(result.clauses.map(({ id, score }) => [id, score ?? 0])),
      values: new Map(indicators.map(({ indicator, value }) => [indicator.id, value])),
    }
  }
}

interface Way {
  readonly record: Relationship
  readonly score: (record: Relationship) => Figures
}

function fallsIn(ruleSet: RuleSet, pull: Pull, { record, score }: Way): Fall[] {
  const tried = pull.values.map((value) => ({ value, figures: score(withFact(record, pull.path, value)) }))
  return tried.flatMap((before) =>
    tried.flatMap((after) => {
      const fall = fallBetween(ruleSet, pull, { from: before, to: after })
      return fall === undefined ? [] : [{ ...fall, record: smallest(ruleSet, fall, { record, score }) }]
    }),
  )
}

interface Step {
  readonly from: { readonly value: unknown; readonly figures: Figures }
  readonly to: { readonly value: unknown; readonly figures: Figures }
}

function fallBetween(ruleSet: RuleSet, { path, readBy }: Pull, { from, to }: Step): Fall | undefined {
  const change = (id: string) => (to.figures.values.get(id) ?? 0) - (from.figures.values.get(id) ?? 0)
  const gains = readBy.find((id) => change(id) > 0)
  const loses = readBy.find((id) => change(id) < 0)
  if (gains === undefined || loses === undefined) return undefined
  const clause = ruleSet.indicators.find(({ id }) => id === loses)!.clause
  const ofClause = [from.figures.clauses.get(clause) ?? 0, to.figures.clauses.get(clause) ?? 0] as const
  const ofWhole = [from.figures.headline, to.figures.headline] as const
  const isInClause = ruleSet.indicators.find(({ id }) => id === gains)!.clause === clause && ofClause[1] < ofClause[0]
  if (!isInClause && ofWhole[1] >= ofWhole[0]) return undefined
  return {
    path,
    from: from.value,
    to: to.value,
    gains,
    loses,
    node: isInClause ? clause : '',
    scores: isInClause ? ofClause : ofWhole,
    record: undefined,
  }
}

/** Leaves out of a record what the fall does not need. */
function smallest(ruleSet: RuleSet, fall: Fall, { record, score }: Way): Relationship | undefined {
  const falls = (candidate: Relationship) => {
    const figures = (value: unknown) => ({ value, figures: score(withFact(candidate, fall.path, value)) })
    const pull = { path: fall.path, values: [], readBy: [fall.gains, fall.loses] }
    const again = fallBetween(ruleSet, pull, { from: figures(fall.from), to: figures(fall.to) })
    return again?.gains === fall.gains && again.node === fall.node
  }
  let left = record as Readonly<Record<string, unknown>>
  for (const part of Object.keys(record)) {
    const { [part]: _part, ...without } = left
    if (falls(without as Relationship)) left = without
  }
  return Object.keys(left).length === 0 ? undefined : (left as Relationship)
}

/** A copy of a record with one fact set; what is shared is not changed. */
function withFact(record: Relationship, path: string, value: unknown): Relationship {
  return set(record as Readonly<Record<string, unknown>>, path.split('.'), value) as Relationship
}

function set(data: Readonly<Record<string, unknown>>, [first, ...rest]: readonly string[], value: unknown): object {
  if (first === undefined) return data
  const inner = data[first]
  const isGroup = typeof inner === 'object' && inner !== null && !Array.isArray(inner)
  const below = isGroup ? (inner as Readonly<Record<string, unknown>>) : {}
  return { ...data, [first]: rest.length === 0 ? value : set(below, rest, value) }
}
