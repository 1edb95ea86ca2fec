import { levelWords } from './en-common.ts'

const plural = (count: number, one: string, other: string) => (count === 1 ? one : other)

/** Words of the pages that ask. */
export const questionWords = {
  savedMemory: 'Kept until you close this page. Save a file to keep it.',
  savedFailed: 'Could not be saved here. Save a file to keep it.',
  doneOf: (done: string, of: string) => `${done} of ${of} answered`,
  sending: 'Kept on this device, and sent as soon as there is a network.',
  refused: 'The service did not take this. It is kept on this device.',
  about: 'You and your partner',
  aboutLead: 'All of this is optional. It makes the advice fit your size.',
  results: 'Where you stand',
  stepOf: (step: string, of: string) => `Step ${step} of ${of}`,
  steps: 'Steps',
  timeLeft: (minutes: string) => `About ${minutes} min left`,
  nothingLeft: 'All answered',
  back: 'Back',
  next: 'Continue',
  toResults: 'See the result',
  why: 'Why it matters',
  how: 'How to begin',
  whyAndHow: 'Why it matters, and how to begin',
  notSure: 'Not sure',
  notApplicable: 'Does not apply',
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  reason: 'Why does it not apply?',
  chooseReason: 'Choose a reason',
  clear: 'Clear the answer',
  fromRecords: 'Your records answer this one:',
  outcomeMet: 'yes',
  outcomePartly: 'partly',
  outcomeUnmet: 'not yet',
  levelTag: (level: string) => `Level ${level}`,
  harder: (count: string, n: number) => `${count} more ${plural(n, 'step', 'steps')} above this`,
  harderHint: 'They cannot raise the level before the one above is in place, so you may skip them.',
  facts: 'Put it on record',
  factsHint: 'Names and dates count for more than a tick, and you can use them again.',
  factsFilled: (count: string) => `${count} filled in`,
  proof: 'Add proof',
  proofEdit: 'Proof',
  live: 'So far',
  liveHint: 'Solid: what your answers show. Hatched: what is still open.',
  problems: 'Please look at this again',
  problemReason: 'Choose why it does not apply.',
  allSteps: 'All steps',
}

/** What is known so far. */
export const soFarWords = {
  knownOf: (share: string) => `${share} of what is asked is known`,
  reached: (range: string) => `${range} reached`,
}

/** Words of what is known so far, beside those that elements say as well. */
export const commonWords = { ...levelWords, ...soFarWords }

/** Words of its questions. */
export const inputWords = {
  yes: 'Yes',
  no: 'No',
  clear: 'Clear',
  choose: 'Choose',
  notNumber: 'Write a number, such as 12 or 12.5.',
}
