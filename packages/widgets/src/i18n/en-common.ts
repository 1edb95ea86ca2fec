/** What did not come, and the way to it. */
export const faultWords = {
  failed: 'This could not be loaded.',
  tryAgain: 'Try again',
}

/** Words of an assessment from its first page on. */
export const frameWords = { loading: 'One moment …', ...faultWords }

/** What nobody checked. */
export const selfWords = { selfAssessed: 'Self-assessed' }

/** Levels by their names. */
export const levelWords = {
  level: (level: string, name: string) => (name === '' ? `Level ${level}` : `Level ${level}: ${name}`),
  levelTooSoon: 'Too soon for a level',
  ofTop: (range: string, top: string) => `${range} of ${top}`,
}
