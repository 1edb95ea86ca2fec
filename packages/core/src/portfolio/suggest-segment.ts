import type { Relationship } from '../schema/relationship.ts'
import type { Segment } from './target-level.ts'

/** What a partner is judged by, each from 1 (little) to 3 (much), and what each is called in a record. */
export const segmentCriteria = {
  value: 'Worth to us',
  dependence: 'How much we lean on it',
  replaceability: 'How hard to replace',
  growth: 'Room to grow',
} as const

type SegmentCriterion = keyof typeof segmentCriteria
/** How a partner scores by each criterion, 1 to 3; criteria may be missing. */
export type SegmentScores = Readonly<Partial<Record<SegmentCriterion, number>>>

/** The segment that the scores speak for. */
export interface SegmentSuggestion {
  /** Undefined while fewer than three criteria are scored. */
  readonly kind: Segment | undefined
  /** The reason, in a sentence. */
  readonly because: string
}

/**
 * Which effort a relationship deserves (5.1.3.2), from four scores: what there is to gain (value and growth), and what there is
 * to lose (dependence and replaceability). Both high: key. One of them high: important. Else simple. A criterion that is not
 * scored counts as 2, the middle. Pure.
 *
 * @example
 * suggestSegment({ value: 3, dependence: 3, replaceability: 2, growth: 2 }).kind // 'key'
 */
export function suggestSegment(scores: SegmentScores): SegmentSuggestion {
  const given = Object.values(scores).filter((score) => score !== undefined).length
  if (given < 3) {
    const open = 3 - given
    return { kind: undefined, because: `Score ${open} more of the four criteria, from 1 to 3.` }
  }
  const [gain, loss] = [
    of(scores, 'value') + of(scores, 'growth'),
    of(scores, 'dependence') + of(scores, 'replaceability'),
  ]
  const [muchToGain, muchToLose] = [gain >= 5, loss >= 5]
  if ((muchToGain && loss >= 4) || (muchToLose && gain >= 4))
    return {
      kind: 'key',
      because: 'There is much to gain together, and it would hurt to lose it: plan and review it together.',
    }
  if (muchToGain)
    return {
      kind: 'important',
      because: 'There is much to gain together, and little to fear: look after it with care.',
    }
  if (muchToLose)
    return {
      kind: 'important',
      because: 'There is little to gain, but it would hurt to lose it: look after it, and look for a second source.',
    }
  return { kind: 'simple', because: 'Plain trading is enough here; spend your hours elsewhere.' }
}

function of(scores: SegmentScores, criterion: SegmentCriterion): number {
  return scores[criterion] ?? 2
}

/** The scores that stand in a record, by the names of the criteria. */
export function segmentScoresOf({ segment }: Relationship): SegmentScores {
  const names = Object.entries(segmentCriteria) as [SegmentCriterion, string][]
  return Object.fromEntries(
    (segment?.criteria ?? []).flatMap(({ name = '', score }) => {
      const found = names.find(
        ([id, words]) => words.toLowerCase() === name.trim().toLowerCase() || id === name.trim().toLowerCase(),
      )
      return found === undefined || score === undefined ? [] : [[found[0], score]]
    }),
  )
}
