import { atLeast } from '../exact.ts'
import type { IndicatorScore } from './indicator-score.ts'
import {
  caps,
  levelOf,
  levelAfter,
  split,
  weightedMean,
  type Child,
  type ClauseInput,
  type ClauseScore,
  type Method,
  type NodeContext,
  type NodeScore,
  type Points,
} from './method.ts'

/**
 * Levels from below: a level is held when its value reaches the threshold, no critical indicator falls short, and every
 * lower level is held. What is not due is passed over. (ISO 33020 for the threshold, C2M2 for the gates.)
 */
export const gatedV1: Method = { clause: gatedClause, principle: gatedPrinciple, headline: gatedHeadline }

interface Climb {
  readonly held: number
  readonly next: { readonly level: number; readonly value: number } | undefined
  readonly score: number
  readonly contributions: readonly Points[]
}

export function gatedClause(input: ClauseInput): ClauseScore | null {
  const { indicators, scale, parameters } = input
  const levels = scale.levels.map(({ level }) => level).filter((level) => level > 0)
  const open = climb(input, { levels, pick: 'value' })
  if (indicators.every(({ passed }) => passed)) return null
  const cap = parameters['oneSidedCap'] ?? 0
  const isCapped = cap > 0 && !input.confirmed
  const capped = isCapped ? climb(input, { levels: levels.filter((level) => level <= cap), pick: 'value' }) : open
  const best = climb(input, { levels, pick: 'potential' })
  const lost = capped.score - open.score
  return {
    score: capped.score,
    potential: best.score,
    level: capped.held,
    potentialLevel: best.held,
    contributions: lost === 0 ? open.contributions : [...open.contributions, { of: caps.oneSided, points: lost }],
    nextLevel: open.next?.level,
    oneSided:
      isCapped &&
      open.held >= cap &&
      indicators.some(({ indicator, passed }) => !passed && (indicator.level ?? 0) > cap),
  }
}

/** Climbs level by level, passing over those where nothing is due. */
function climb(
  input: ClauseInput,
  { levels, pick }: { levels: readonly number[]; pick: 'value' | 'potential' },
): Climb {
  const { held: threshold = 0, nextLevelCap = 1 } = input.parameters
  const contributions: Points[] = []
  let held = 0
  for (const level of levels) {
    const due = input.indicators.filter(({ indicator, passed }) => indicator.level === level && !passed)
    if (due.length === 0) continue
    const items = due.map((score) => ({ of: score.indicator.id, weight: score.indicator.weight, share: score[pick] }))
    const value = weightedMean(items, (index) => items[index]!.share)
    if (!atLeast(value, threshold) || due.some((score) => isShort(score, pick))) {
      const counted = Math.min(value, nextLevelCap)
      contributions.push(...split(value, items))
      if (counted < value) contributions.push({ of: caps.nextLevel, points: counted - value })
      return { held, next: { level, value }, score: Math.min(held + counted, input.scale.top), contributions }
    }
    contributions.push(...split(level - held, items))
    held = level
  }
  return { held, next: undefined, score: held, contributions }
}

function isShort(score: IndicatorScore, pick: 'value' | 'potential'): boolean {
  return score.indicator.critical && !atLeast(score[pick], 1)
}

function gatedPrinciple(children: readonly Child[], { scale, parameters }: NodeContext): NodeScore {
  const margin = parameters['lowestClauseMargin'] ?? scale.top
  const mean = weightedMean(children, (index) => children[index]!.score)
  const ceiling = Math.min(...children.map(({ level }) => level)) + margin
  const score = Math.min(mean, ceiling)
  const best = weightedMean(children, (index) => children[index]!.potential)
  const bestCeiling = Math.min(...children.map(({ potentialLevel }) => potentialLevel)) + margin
  const contributions = meanPoints(children)
  return {
    score,
    potential: Math.min(best, bestCeiling),
    level: levelOf(score, scale),
    contributions: score < mean ? [...contributions, { of: caps.lowestClause, points: score - mean }] : contributions,
  }
}

function gatedHeadline(children: readonly Child[], { scale }: NodeContext): NodeScore {
  const score = weightedMean(children, (index) => children[index]!.score)
  const lowest = Math.min(...children.map((child) => levelOf(child.score, scale)))
  return {
    score,
    potential: weightedMean(children, (index) => children[index]!.potential),
    level: Math.min(levelOf(score, scale), levelAfter(lowest, scale)),
    contributions: meanPoints(children),
  }
}

/** The share that each child has in a weighted mean. */
export function meanPoints(children: readonly Child[]): Points[] {
  const weights = children.reduce((sum, { weight }) => sum + weight, 0)
  return children.map(({ id, weight, score }) => ({ of: id, points: (weight * score) / weights }))
}
