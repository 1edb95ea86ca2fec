import type { Assessor } from '../assessor.ts'
import { fourDecimals } from '../exact.ts'
import type { Relationship } from '../schema/relationship.ts'
import type { Headline, PrincipleResult } from '../schema/result.ts'
import type { Profile } from '../schema/rule-set.ts'
import { segmentScoresOf, suggestSegment, type SegmentSuggestion } from './suggest-segment.ts'
import { targetLevelFor, type Segment } from './target-level.ts'

export interface PortfolioOptions {
  /** The day that ages are counted from, `YYYY-MM-DD`. */
  readonly asOf: string
}

/** All relationships of a firm beside each other. */
export interface Portfolio {
  readonly rows: readonly PortfolioRow[]
  /** The relationships that deserve the effort: key ones first, then important ones; at most five. Places in `rows`. */
  readonly chosen: readonly number[]
  readonly revenue: Concentration
  readonly spend: Concentration
}

/** One partner of a firm, beside the others. */
export interface PortfolioRow {
  readonly partner: string
  /** What the record says, and what its scores suggest. */
  readonly segment: Segment | null
  readonly suggestion: SegmentSuggestion
  /** The level worth reaching with a partner of the suggested segment, by the rule set; null while none is suggested. */
  readonly suggestedTarget: number | null
  readonly revenueShare: number | null
  readonly spendShare: number | null
  readonly headline: Pick<Headline, 'level' | 'score' | 'potential' | 'target' | 'coverage'>
  readonly principles: readonly Pick<PrincipleResult, 'id' | 'score' | 'potential' | 'level' | 'coverage'>[]
}

/** How much hangs on how few, over the relationships whose share is known. */
export interface Concentration {
  readonly known: number
  /** Together; null where none is known. */
  readonly largest: number | null
  readonly largestThree: number | null
  /** Sum of the squared shares (Herfindahl): above 0.25 a business hangs on few. */
  readonly index: number | null
}

const most = 5

/** A record, and where it stands. */
export interface Standing {
  readonly record: Relationship
  readonly result: {
    readonly headline: PortfolioRow['headline']
    readonly principles: PortfolioRow['principles']
  }
}

/** Sets relationships beside each other: what each deserves, where each stands, and how much hangs on how few. Pure. */
export function portfolioOf(
  assessor: Assessor,
  records: readonly Relationship[],
  { asOf }: PortfolioOptions,
): Portfolio {
  const standings = records.map((record) => ({ record, result: assessor.score(record, { asOf }) }))
  return portfolioFrom(standings, assessor.ruleSet.document.profile)
}

/** The same from results that are there already, and the profile of their rule set. Pure. */
export function portfolioFrom(standings: readonly Standing[], profile: Profile | undefined): Portfolio {
  const rows = standings.map(({ record, result: { headline, principles } }): PortfolioRow => {
    const { level, score, potential, target, coverage } = headline
    const suggestion = suggestSegment(segmentScoresOf(record))
    return {
      partner: record.rel?.partnerName ?? '',
      segment: record.segment?.kind || null,
      suggestion,
      suggestedTarget: suggestion.kind === undefined ? null : targetLevelFor(profile, record, suggestion.kind),
      revenueShare: record.rel?.revenueShare ?? null,
      spendShare: record.rel?.spendShare ?? null,
      headline: { level, score, potential, target, coverage },
      principles: principles.map(({ id, score: own, potential: upper, level: held, coverage: known }) => {
        return { id, score: own, potential: upper, level: held, coverage: known }
      }),
    }
  })
  return {
    rows,
    chosen: chosenOf(rows),
    revenue: concentrationOf(rows.map(({ revenueShare }) => revenueShare)),
    spend: concentrationOf(rows.map(({ spendShare }) => spendShare)),
  }
}

function chosenOf(rows: readonly PortfolioRow[]): number[] {
  const rank = ({ segment, suggestion }: PortfolioRow) =>
    ['simple', 'important', 'key'].indexOf(segment ?? suggestion.kind ?? 'simple')
  const weight = ({ revenueShare, spendShare }: PortfolioRow) => Math.max(revenueShare ?? 0, spendShare ?? 0)
  return rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => rank(row) > 0)
    .toSorted((left, right) => rank(right.row) - rank(left.row) || weight(right.row) - weight(left.row))
    .slice(0, most)
    .map(({ index }) => index)
}

function concentrationOf(shares: readonly (number | null)[]): Concentration {
  const known = shares.filter((share) => share !== null).toSorted((left, right) => right - left)
  const sum = (values: readonly number[]) => fourDecimals(values.reduce((total, value) => total + value, 0))
  if (known.length === 0) return { known: 0, largest: null, largestThree: null, index: null }
  return {
    known: known.length,
    largest: known[0]!,
    largestThree: sum(known.slice(0, 3)),
    index: sum(known.map((share) => share * share)),
  }
}
