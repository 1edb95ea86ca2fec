// What stands beneath the headline of a result; a file of its own, as it may be fetched after it.

/** How much is known, how sure it is, and how far the target is. */
export const figureWords = {
  confidence: 'Confidence',
  confidenceHint: 'how far it rests on proof',
  knownHint: 'of what is asked',
  toTarget: 'To target',
  toTargetHint: (level: string) => `level ${level} is worth reaching`,
}

/** Principle by principle. */
export const barWords = {
  profileHint: 'Filled: what is shown today. Hatched: what it could be.',
}

/** Headings of a result. */
export const sectionWords = {
  profile: 'Principle by principle',
  weakest: 'Weakest three',
  details: 'Clause by clause',
}

/** Clause by clause, and how each indicator came out. */
export const detailWords = {
  heldBack: 'What holds it back',
  met: 'In place',
  partly: 'Partly',
  unmet: 'Missing',
  unknown: 'Not known',
  notDue: 'Not due yet',
  notApplicable: 'Does not apply',
  error: 'Rule failed',
}

/** Heads of a table by principle. */
export const tableWords = {
  principle: 'Principle',
  score: 'Score',
  range: 'Range',
}
