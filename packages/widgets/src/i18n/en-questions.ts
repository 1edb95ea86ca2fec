import { levelWords } from './en-common.ts'

const plural = (count: number, one: string, other: string) => (count === 1 ? one : other)

/** Words of the pages that ask. */
export const questionWords = {
  savedMemory: 'Kept until you close this page. Save a file to keep it.',
  savedFailed: 'Could not be saved here. Save a file to keep it.',
  savedNothing: 'Not started yet',
  doneOf: (done: string, of: string) => `${done} of ${of} answered`,
  sending: 'Kept on this device, and sent as soon as there is a network.',
  refused: 'The service did not take this. It is kept on this device.',
  linkCarries: 'This address carries answers. Use them here, in place of those on this device?',
  useLink: 'Use them',
  keepMine: 'Keep mine',
  newer: (before: string, now: string) =>
    `The questions have changed since you began (${before}, now ${now}). Your answers are kept; those that are no longer asked stay in your file.`,
  understood: 'All right',
  holdsOn: (version: string, newest: string) =>
    `Version ${newest} of these questions is out. This page still asks those of ${version}, and scores by them.`,
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
