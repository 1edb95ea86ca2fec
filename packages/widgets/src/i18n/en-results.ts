const plural = (count: number, one: string, other: string) => (count === 1 ? one : other)

const scopeReached = (name: string) => `of “${name}” reached`

// An element imports the words that it says, and no others.

/** The whole in one look. */
export const headlineWords = {
  subtitle: (day: string) => `As of ${day}`,
  scopeReached,
  upTo: (high: string) => `up to ${high} if everything open turns out well`,
  rangeOf: (range: string, top: string) => `Score ${range} of ${top}`,
  confidence: 'Confidence',
  confidenceHint: 'how far it rests on proof',
  knownHint: 'of what is asked',
  toTarget: 'To target',
  toTargetHint: (level: string) => `level ${level} is worth reaching`,
}

/** The badge. */
export const badgeWords = { scopeReached }

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

/** What to do next. */
export const planWords = {
  planLead: (level: string, effort: string) => `The shortest way to level ${level}: about ${effort} of work.`,
  planLeadScope: 'Most gain for the effort first.',
  noSteps: 'Nothing is left to do here. Look again when something changes.',
  gain: (points: string) => `+${points}`,
  gainHint: 'points of the whole',
}

/** Several relationships. */
export const portfolioWords = {
  relationships: 'Relationships',
  relationship: 'Relationship',
  portfolioLead: 'Score by principle. Darker is further.',
  noRelationships: 'No assessments are kept on this device yet.',
  sortBy: (name: string) => `Sort by ${name}`,
}

/** You beside others. */
export const benchmarkWords = {
  benchmark: 'Compared with others',
  benchmarkLine: (count: string, day: string) => `${count} firms, ${day}`,
  benchmarkFew: (least: string) => `Fewer than ${least} firms have taken part, so nothing is shown.`,
  you: 'You',
  median: 'Middle',
  middleHalf: 'Middle half',
}

/** How far something is known. */
export const knownWords = { known: 'Known' }

/** Heads of a table by principle. */
export const tableWords = {
  principle: 'Principle',
  score: 'Score',
  range: 'Range',
}

/** How long something takes. */
export const effortWords = {
  minutes: (count: string) => `${count} min`,
  hours: (count: string) => `${count} h`,
  days: (count: string, n: number) => `${count} ${plural(n, 'day', 'days')}`,
}
