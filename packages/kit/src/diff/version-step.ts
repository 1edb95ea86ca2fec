import { bumps, type Bump, type RuleChange } from './change.ts'

/** The biggest of the changes: what the version must say at least. More changes never make it smaller. */
export function bumpOf(changes: readonly Pick<RuleChange, 'bump'>[]): Bump {
  return changes.reduce<Bump>((biggest, { bump }) => (rank(bump) > rank(biggest) ? bump : biggest), 'none')
}

/**
 * What a version says about the one before it. Below 1.0.0 nothing is settled yet: there the second number says what later
 * the first one does, as in the ranges of `extends`.
 */
export function versionStep(before: string, after: string): Bump | 'back' {
  if (before === after) return 'none'
  const [from, to] = [numbersOf(before), numbersOf(after)]
  const first = [0, 1, 2].find((index) => from.numbers[index] !== to.numbers[index])
  // 1.0.0-beta comes before 1.0.0; between two drafts of the same version nothing is promised
  if (first === undefined) return to.isDraft && !from.isDraft ? 'back' : 'major'
  if (to.numbers[first]! < from.numbers[first]!) return 'back'
  const steps = to.numbers[0] === 0 ? (['major', 'major', 'minor'] as const) : (['major', 'minor', 'patch'] as const)
  return steps[first]!
}

/** Whether a version says enough about what has changed. */
export function isBigEnough(bump: Bump, step: Bump | 'back'): boolean {
  return step !== 'back' && rank(step) >= rank(bump)
}

export function rank(bump: Bump): number {
  return bumps.indexOf(bump)
}

function numbersOf(version: string): { numbers: readonly number[]; isDraft: boolean } {
  const [numbers = '', ...draft] = version.split('-')
  return { numbers: numbers.split('.').map(Number), isDraft: draft.length > 0 }
}
