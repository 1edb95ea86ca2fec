const plural = (count: number, one: string, other: string) => (count === 1 ? one : other)

/** Words that several elements use. */
export const common = {
  selfAssessed: 'Self-assessed',
  principle: 'Principle',
  score: 'Score',
  range: 'Range',
  level: (level: string, name: string) => (name === '' ? `Level ${level}` : `Level ${level}: ${name}`),
  levelTooSoon: 'Too soon for a level',
  known: 'Known',
  knownOf: (share: string) => `${share} of what is asked is known`,
  today: 'Today',
  possible: 'Possible',
  target: 'Target',
  ofTop: (range: string, top: string) => `${range} of ${top}`,
  reached: (range: string) => `${range} reached`,
  minutes: (count: string) => `${count} min`,
  hours: (count: string) => `${count} h`,
  days: (count: string, n: number) => `${count} ${plural(n, 'day', 'days')}`,
  loading: 'One moment …',
  failed: 'This could not be loaded.',
  tryAgain: 'Try again',
}
