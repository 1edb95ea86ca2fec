import type { Result } from '@joinery/core'

/** What a principle or clause can reach in a scope: shares are of that. Undefined where everything was assessed. */
export function scopeTop(
  { headline, clauses }: Pick<Result, 'headline' | 'clauses'>,
  node: string,
): number | undefined {
  if (headline.reached === null) return undefined
  const tops = clauses.flatMap(({ id, principle, top, score }) =>
    (id === node || principle === node) && top !== null && score !== null ? [top] : [],
  )
  return tops.length === 0 ? undefined : tops.reduce((sum, one) => sum + one, 0) / tops.length
}
