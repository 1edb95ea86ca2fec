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
  savedDevice: 'Saved on this device',
  savedService: 'Saved',
  keep: 'Keep, move or delete',
  withService: (host: string) => `What you write is kept by ${host}, and by this device until it has arrived.`,
}
