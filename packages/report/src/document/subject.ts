import type {
  ClauseResult,
  HeldBack,
  Indicator,
  Path,
  PrincipleResult,
  Relationship,
  Result,
  RuleSet,
  Timeline,
} from '@joinery/core'
import type { BothViews } from '../gaps/gap-blocks.ts'
import type { SectorWords } from '@joinery/core/plugin'
import { rangeWords, shareRangeWords } from '../words/numbers.ts'
import type { Bar } from './blocks.ts'

/** What a report is made from. */
export interface ReportInput {
  /** The rule set that gave the result; titles of levels and statements are taken from it. */
  readonly ruleSet: RuleSet
  /** For the names of the two firms. */
  readonly relationship?: Relationship | undefined
  /** What `assessor.paths` gave, for the way to the next level. */
  readonly paths?: readonly Path[] | undefined
  /** What `timelineOf` gave, for how it went up to now. */
  readonly timeline?: Timeline | undefined
  /** Where both sides answered: what each of them said, for those who look from our side. */
  readonly bothViews?: BothViews | undefined
  /** What sectors say in another language, from `sectorWords`; without it they are told in their own. */
  readonly sectorWords?: readonly SectorWords[] | undefined
}

/** The input of every section: the result, with what is needed to find one's way in it. */
export interface Subject {
  readonly result: Result
  readonly ruleSet: RuleSet
  readonly relationship: Relationship
  readonly paths: readonly Path[]
  readonly timeline: Timeline | undefined
  readonly bothViews: BothViews
  readonly sectorWords: readonly SectorWords[]
  readonly principles: ReadonlyMap<string, PrincipleResult>
  readonly clauses: ReadonlyMap<string, ClauseResult>
  readonly indicators: ReadonlyMap<string, Indicator>
  /** The title of the scope; undefined where everything was assessed. */
  readonly scope: string | undefined
}

export function subjectOf(result: Result, input: ReportInput): Subject {
  const { ruleSet, relationship = {}, paths = [], timeline, bothViews = {}, sectorWords = [] } = input
  const scope = ruleSet.document.scopes?.find(({ id }) => id === result.provenance.scope)
  return {
    result,
    ruleSet,
    relationship,
    paths,
    timeline,
    bothViews,
    sectorWords,
    principles: byId(result.principles),
    clauses: byId(result.clauses),
    indicators: byId(ruleSet.indicators),
    scope: result.headline.reached === null ? undefined : (scope?.title ?? result.provenance.scope),
  }
}

function byId<Node extends { readonly id: string }>(nodes: readonly Node[]): ReadonlyMap<string, Node> {
  return new Map(nodes.map((node) => [node.id, node]))
}

/** Anything that has a place on the scale. */
export type Scored = Pick<PrincipleResult, 'score' | 'potential' | 'level' | 'coverage'>

/** The place of a score on the scale; null where there is none. */
export function barOf({ ruleSet }: Subject, { score, potential }: Pick<Scored, 'score' | 'potential'>): Bar | null {
  const { top, levels } = ruleSet.document.scale
  if (score === null || potential === null) return null
  return { score: score / top, potential: potential / top, ticks: levels.map(({ level }) => level / top) }
}

/** The share of the statements of some clauses that is in place: what people read in a scope. Null where none is due. */
export function shareOf(clauses: readonly ClauseResult[]): Bar | null {
  const due = clauses
    .flatMap(({ outcomes }) => outcomes)
    .filter(({ outcome }) => outcome !== 'notDue' && outcome !== 'notApplicable')
  if (due.length === 0) return null
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    score: mean(due.map(({ value }) => value)),
    potential: mean(due.map(({ potential }) => potential)),
    ticks: [],
  }
}

/** The clauses of a principle. */
export function clausesOf({ result }: Subject, { id }: PrincipleResult): ClauseResult[] {
  return result.clauses.filter(({ principle }) => principle === id)
}

/** The range of a share in words. */
export function shareWordsOf(bar: Bar | null): string {
  return bar === null ? 'left out' : shareRangeWords(bar.score, bar.potential)
}

/** The range of a score in words. */
export function scoreRangeOf({ score, potential }: Pick<Scored, 'score' | 'potential'>): string {
  return score === null || potential === null ? 'left out' : rangeWords(score, potential)
}

/** A level with its name. The lowest level is named only where it is known, not where little was answered. */
export function levelOf({ ruleSet }: Subject, { level, coverage, score, potential }: Scored): string {
  if (score === null) return 'does not apply'
  const [lowest, next] = ruleSet.document.scale.levels
  const mayBeMore = level === lowest?.level && (potential ?? 0) >= (next?.level ?? 0)
  const isLittle = (coverage ?? 0) < (ruleSet.method.parameters['coverageForLevel'] ?? 0)
  if (level === null || coverage === 0 || (mayBeMore && isLittle)) return 'not known yet'
  return `${level} ${levelName(ruleSet, level)}`.trim()
}

export function levelName(ruleSet: RuleSet, level: number): string {
  return ruleSet.document.scale.levels.find((candidate) => candidate.level === level)?.name ?? ''
}

/** Number and title of a clause or principle: `5.7 Trust`. */
export function placeOf(node: { readonly id: string; readonly clause: string; readonly title: string }): string {
  return node.clause === node.id ? node.title : `${node.clause} ${node.title}`
}

/** What an indicator states; its id where the rule set at hand does not know it. */
export function statementOf({ indicators }: Subject, id: string): string {
  return indicators.get(id)?.document.statement ?? id
}

/** What keeps a principle at its level: what is missing in its lowest clauses. */
export function heldBackSentences({ clauses }: Subject, heldBackBy: readonly HeldBack[]): string[] {
  return heldBackBy.flatMap(({ id, reason }) => {
    const clause = clauses.get(id ?? '')
    if (clause === undefined) return [reason]
    return reasonsOf(clause).map((held) => `${clause.title}: ${held}`)
  })
}

/** What keeps a clause at its level; of what is not known it is not said that it is missing. */
export function reasonsOf({ heldBackBy, outcomes }: ClauseResult): string[] {
  return heldBackBy.map(({ id, reason }) => {
    const open = outcomes.find(({ indicator, outcome }) => indicator === id && outcome === 'unknown')
    return open?.reason ?? reason
  })
}
