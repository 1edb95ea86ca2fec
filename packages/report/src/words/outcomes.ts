import type { Outcome } from '@joinery/core'

/** How an outcome reads, and a mark that tells it apart without colour. */
export const outcomes: Readonly<Record<Outcome, { readonly word: string; readonly mark: string }>> = {
  met: { word: 'Met', mark: '●' },
  partly: { word: 'Partly', mark: '◐' },
  unmet: { word: 'Not met', mark: '○' },
  unknown: { word: 'Not known', mark: '?' },
  notDue: { word: 'Not due', mark: '–' },
  notApplicable: { word: 'Does not apply', mark: '–' },
  error: { word: 'Rule failed', mark: '!' },
}
