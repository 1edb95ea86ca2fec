const plural = (count: number, one: string, other: string) => (count === 1 ? one : other)

const scopeReached = (name: string) => `of “${name}” reached`

// An element imports the words that it says, and no others.

/** Level and range in one look. */
export const headlineWords = {
  subtitle: (day: string) => `As of ${day}`,
  scopeReached,
  upTo: (high: string) => `up to ${high} if everything open turns out well`,
  rangeOf: (range: string, top: string) => `Score ${range} of ${top}`,
}

/** The badge. */
export const badgeWords = { scopeReached }

/** What to do next. */
export const planWords = {
  planLead: (level: string, effort: string) => `The shortest way to level ${level}: about ${effort} of work.`,
  planLeadScope: 'Most gain for the effort first.',
  noSteps: 'Nothing is left to do here. Look again when something changes.',
  gain: (points: string) => `+${points}`,
  gainHint: 'points of the whole',
  gainHintScope: 'of the whole',
}

/** Several relationships. */
export const portfolioWords = {
  relationships: 'Relationships',
  relationship: 'Relationship',
  portfolioLead: 'How far each principle is. Darker is further.',
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

/** How long something takes. */
export const effortWords = {
  minutes: (count: string) => `${count} min`,
  hours: (count: string) => `${count} h`,
  days: (count: string, n: number) => `${count} ${plural(n, 'day', 'days')}`,
}
