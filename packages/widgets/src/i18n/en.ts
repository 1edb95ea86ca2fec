const plural = (count: number, one: string, other: string) => (count === 1 ? one : other)

/** Words of an assessment's first page. */
export const firstWords = {
  start: 'Start',
  resume: 'Go on where you left off',
  welcome: 'See where one business relationship stands, and what to do next.',
  private: 'What you write stays on this device. Nothing is sent anywhere.',
  chooseDepth: 'How deep would you like to go?',
  takes: (minutes: string) => `About ${minutes} minutes`,
  statements: (count: string, n: number) => `${count} ${plural(n, 'statement', 'statements')}`,
  levels: 'The steps of a relationship',
  canSwitch: 'You can go deeper later; nothing you have answered is asked again.',
  doneOf: (done: string, of: string) => `${done} of ${of} answered`,
  savedDevice: 'Saved on this device',
  savedMemory: 'Kept until you close this page. Save a file to keep it.',
  savedFailed: 'Could not be saved here. Save a file to keep it.',
  savedService: 'Saved',
  savedNothing: 'Not started yet',
  keep: 'Keep, move or delete',
  linkCarries: 'This address carries answers. Use them here, in place of those on this device?',
  useLink: 'Use them',
  keepMine: 'Keep mine',
  newer: (before: string, now: string) =>
    `The questions have changed since you began (${before}, now ${now}). Your answers are kept; those that are no longer asked stay in your file.`,
  understood: 'All right',
}
