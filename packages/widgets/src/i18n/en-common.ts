/** Words of an assessment from its first page on. */
export const frameWords = {
  loading: 'One moment …',
  failed: 'This could not be loaded.',
  tryAgain: 'Try again',
}

/** What nobody checked. */
export const selfWords = { selfAssessed: 'Self-assessed' }

/** Levels by their names. */
export const levelWords = {
  level: (level: string, name: string) => (name === '' ? `Level ${level}` : `Level ${level}: ${name}`),
  levelTooSoon: 'Too soon for a level',
  ofTop: (range: string, top: string) => `${range} of ${top}`,
}
