import { segmentCriteria, segmentScoresOf, suggestSegment, type Relationship, type Segment } from '@joinery/core'

export type Criterion = keyof typeof segmentCriteria

/** What somebody says about a partner: one score, or which effort it deserves. */
export type Judgement =
  | { readonly criterion: Criterion; readonly score: number }
  | { readonly segment: Segment; readonly targetLevel: number }

/** The record with a judgement; the others stay, and so do criteria of the firm's own. */
export function judged(record: Relationship, judgement: Judgement, today: string): Relationship {
  const { segment = {} } = record
  if ('segment' in judgement)
    return {
      ...record,
      segment: { ...segment, kind: judgement.segment, targetLevel: judgement.targetLevel, scoredAt: today },
    }
  const { criterion, score } = judgement
  const name = segmentCriteria[criterion]
  const isThis = (given: string | undefined) =>
    [name.toLowerCase(), criterion].includes(given?.trim().toLowerCase() ?? '')
  const others = (segment.criteria ?? []).filter((entry) => !isThis(entry.name))
  return { ...record, segment: { ...segment, criteria: [...others, { name, score }], scoredAt: today } }
}

/** Why the scores suggest what they do, by the name of its sentence. */
export function reasonFor(record: Relationship): 'open' | 'key' | 'gain' | 'loss' | 'simple' {
  const scores = segmentScoresOf(record)
  const { kind = 'open' } = suggestSegment(scores)
  if (kind !== 'important') return kind
  return (scores.value ?? 2) + (scores.growth ?? 2) >= 5 ? 'gain' : 'loss'
}

/** What the scores suggest that the record does not say; undefined where there is nothing to suggest. */
export function openSuggestion(record: Relationship): Segment | undefined {
  const { kind } = suggestSegment(segmentScoresOf(record))
  return kind === record.segment?.kind ? undefined : kind
}
