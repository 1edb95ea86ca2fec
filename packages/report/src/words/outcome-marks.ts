import type { Outcome } from '@joinery/core'

/** Marks that tell outcomes apart without colour. */
export const outcomeMarks: Readonly<Record<Outcome, string>> = {
  met: '●',
  partly: '◐',
  unmet: '○',
  unknown: '?',
  notDue: '–',
  notApplicable: '–',
  error: '!',
}
