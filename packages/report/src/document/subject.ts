import type {
  ClauseResult,
  Indicator,
  Path,
  PrincipleResult,
  Relationship,
  Result,
  RuleSet,
  Timeline,
} from '@joinery/core'
import type { BothViews } from '../gaps/both-views.ts'
import type { SectorWords } from '@joinery/core/plugin'
import { textsOf } from '../texts.ts'
import type { ReportWords } from '../words/en.ts'
import type { Explained } from '../words/shared/explain.ts'
import type { Bar } from './blocks.ts'
import { inEnglish, type Speech } from './speech.ts'
import { mix, said, type Text } from './text.ts'

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
  /**
   * In HTML: the language that it is read in, such as "de"; what a rule set has no words for in it stays in its own and is
   * marked so. Default: that of the rule set. Where a report has no words in a language, it is English.
   */
  readonly language?: string | undefined
}

/** The input of every section: the result, with what is needed to find one's way in it. */
export interface Subject extends Speech {
  readonly result: Result
  readonly ruleSet: RuleSet
  readonly relationship: Relationship
  readonly paths: readonly Path[]
  readonly timeline: Timeline | undefined
  readonly bothViews: BothViews
  readonly sectorWords: readonly SectorWords[]
  /** What sentences about the result are made from. */
  readonly explained: Explained
  readonly principles: ReadonlyMap<string, PrincipleResult>
  readonly clauses: ReadonlyMap<string, ClauseResult>
  readonly indicators: ReadonlyMap<string, Indicator>
  /** The title of the scope; undefined where everything was assessed. */
  readonly scope: Text | undefined
}

/** Without `spoken`, texts of the rule set stay as they are, beside English words. */
export function subjectOf(result: Result, input: ReportInput, spoken?: ReportWords): Subject {
  const { ruleSet, relationship = {}, paths = [], timeline, bothViews = {}, sectorWords = [] } = input
  const words = spoken ?? inEnglish.words
  const text = textsOf(ruleSet.document, words.language)
  const say: Subject['say'] = (id, field, own) =>
    spoken === undefined ? own : said(text(id, field, own), words.language)
  return {
    result,
    ruleSet,
    relationship,
    paths,
    timeline,
    bothViews,
    sectorWords,
    words,
    say,
    explained: { result, ruleSet: ruleSet.document, text },
    principles: byId(result.principles),
    clauses: byId(result.clauses),
    indicators: byId(ruleSet.indicators),
    scope: result.headline.reached === null ? undefined : scopeTitle(result, input, say),
  }
}

function scopeTitle({ provenance }: Result, { ruleSet }: ReportInput, say: Subject['say']): Text {
  const scope = ruleSet.document.scopes?.find(({ id }) => id === provenance.scope)
  return scope === undefined ? provenance.scope : say(scope.id, 'title', scope.title)
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
export function shareWordsOf({ words }: Subject, bar: Bar | null): string {
  return bar === null ? words.standing.leftOut : words.figures.percentRange(bar.score, bar.potential)
}

/** The range of a score in words. */
export function scoreRangeOf(
  { words }: Pick<Speech, 'words'>,
  { score, potential }: Pick<Scored, 'score' | 'potential'>,
): string {
  return score === null || potential === null ? words.standing.leftOut : words.figures.range(score, potential)
}

/** A level with its name. The lowest level is named only where it is known, not where little was answered. */
export function levelOf(subject: Subject, standing: Scored): Text {
  const level = knownLevel(subject, standing)
  if (level === undefined) return subject.words.standing.doesNotApply
  if (level === null) return subject.words.standing.notKnownYet
  const name = levelName(subject, level)
  return name === '' ? `${level}` : mix`${`${level}`} ${name}`
}

/** The level as it may be told: undefined where nothing applies, null where too little is known. */
export function knownLevel(
  { ruleSet }: Subject,
  { level, coverage, score, potential }: Scored,
): number | null | undefined {
  if (score === null) return undefined
  const [lowest, next] = ruleSet.document.scale.levels
  const mayBeMore = level === lowest?.level && (potential ?? 0) >= (next?.level ?? 0)
  const isLittle = (coverage ?? 0) < (ruleSet.method.parameters['coverageForLevel'] ?? 0)
  if (level === null || coverage === 0 || (mayBeMore && isLittle)) return null
  return level
}

export function levelName({ ruleSet, say }: Subject, level: number): Text {
  const found = ruleSet.document.scale.levels.find((candidate) => candidate.level === level)
  return found === undefined ? '' : say('scale', `level.${level}`, found.name)
}

/** Number and title of a clause or principle: `5.7 Trust`. */
export function placeOf({ say }: Pick<Speech, 'say'>, node: Placed): Text {
  const title = say(node.id, 'title', node.title)
  return node.clause === node.id ? title : mix`${node.clause} ${title}`
}

/** A principle or a clause. */
export interface Placed {
  readonly id: string
  readonly clause: string
  readonly title: string
}

/** What an indicator states; its id where the rule set at hand does not know it. */
export function statementOf({ indicators, say }: Subject, id: string): Text {
  const statement = indicators.get(id)?.document.statement
  return statement === undefined ? id : say(id, 'statement', statement)
}
