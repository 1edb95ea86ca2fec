import { atLeast } from '../exact.ts'
import type { IndicatorScore } from './indicator-score.ts'
import {
  levelAfter,
  levelOf,
  meansOf,
  type ClauseInput,
  type ClauseScore,
  type Method,
  type MethodContext,
  type NodeScore,
  type Sums,
} from './method.ts'

/**
 * Levels from below: a level is held when its value reaches the threshold, no critical indicator falls short, and every
 * lower level is held. What is not due is passed over. (ISO 33020 for the threshold, C2M2 for the gates.)
 */
export const gatedV1: Method = {
  clause: gatedClause,
  principle: gatedPrinciple,
  headline: gatedHeadline,
}

interface Climb {
  readonly held: number
  readonly nextLevel: number | undefined
  readonly score: number
}

export function gatedClause(input: ClauseInput, context: MethodContext): ClauseScore | null {
  const { clause, indicators, confirmed } = input
  if (indicators.every(({ passed }) => passed)) return null
  const cap = context.parameters['oneSidedCap'] ?? 0
  const isCapped = cap > 0 && !confirmed
  const open = climb(indicators, context, valueOf)
  const capped = isCapped ? climb(indicators, context, valueOf, cap) : open
  const best = climb(indicators, context, potentialOf)
  return {
    id: clause.id,
    weight: clause.weight,
    score: capped.score,
    potential: best.score,
    level: capped.held,
    potentialLevel: best.held,
    nextLevel: open.nextLevel,
    oneSided:
      isCapped && open.held >= cap && indicators.some(({ indicator: { level = 0 }, passed }) => level > cap && !passed),
  }
}

type Pick = (score: IndicatorScore) => number

export const valueOf: Pick = ({ value }) => value
const potentialOf: Pick = ({ potential }) => potential

/** Climbs level by level up to `highest`, passing over those where nothing is due. */
// oxlint-disable-next-line max-params -- the last one is rarely given
export function climb(
  indicators: readonly IndicatorScore[],
  { scale, parameters }: MethodContext,
  pick: Pick,
  highest = Number.POSITIVE_INFINITY,
): Climb {
  const threshold = parameters['held'] ?? 0
  let held = 0
  for (const { level } of scale.levels) {
    if (level === 0) continue
    if (level > highest) break
    const value = levelValue(indicators, level, pick)
    if (value === undefined) continue
    if (!atLeast(value, threshold) || hasShortCritical(indicators, level, pick)) {
      const counted = Math.min(value, parameters['nextLevelCap'] ?? 1)
      return { held, nextLevel: level, score: Math.min(held + counted, scale.top) }
    }
    held = level
  }
  return { held, nextLevel: undefined, score: held }
}

/** Weighted mean of the indicators of a level that are due; undefined where none is. */
export function levelValue(indicators: readonly IndicatorScore[], level: number, pick: Pick): number | undefined {
  let sum = 0
  let weights = 0
  for (const score of indicators) {
    const { indicator } = score
    if (indicator.level !== level || score.passed) continue
    sum += indicator.weight * pick(score)
    weights += indicator.weight
  }
  return weights === 0 ? undefined : sum / weights
}

function hasShortCritical(indicators: readonly IndicatorScore[], level: number, pick: Pick): boolean {
  return indicators.some(
    (score) => score.indicator.critical && score.indicator.level === level && !score.passed && !atLeast(pick(score), 1),
  )
}

export function gatedPrinciple(children: Sums, { scale, parameters }: MethodContext): NodeScore {
  const margin = parameters['lowestClauseMargin'] ?? scale.top
  const mean = meansOf(children)
  const score = Math.min(mean.score, children.lowLevel + margin)
  const potential = Math.min(mean.potential, children.lowPotentialLevel + margin)
  return { score, potential, level: levelOf(score, scale) }
}

function gatedHeadline(children: Sums, { scale }: MethodContext): NodeScore {
  const { score, potential } = meansOf(children)
  const highest = levelAfter(levelOf(children.lowScore, scale), scale)
  return { score, potential, level: Math.min(levelOf(score, scale), highest) }
}
