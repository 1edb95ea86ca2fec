import { planToolWords } from './en-plan-tools.ts'
import * as details from './en-details.ts'
import * as results from './en-results.ts'

const plural = (count: number, one: string, other: string) => (count === 1 ? one : other)

/** Words of an assessment that come after its first pages. */
export const laterWords = {
  linkCarries: 'This address carries answers. Use them here, in place of those on this device?',
  useLink: 'Use them',
  keepMine: 'Keep mine',
  newer: (before: string, now: string) =>
    `The questions have changed since you began (${before}, now ${now}). Your answers are kept; those that are no longer asked stay in your file.`,
  understood: 'All right',
  timeOver:
    'The time given to this page is over. What you write is kept on this device, and sent when you load the page again.',
  holdsOn: (version: string, newest: string) =>
    `Version ${newest} of these questions is out. This page still asks those of ${version}, and scores by them.`,
  proofHelp: 'What could you show?',
  note: 'Note for yourself',
  link: 'Where it is: a link or a place',
  day: 'Date',
  grade: 'How strong is it?',
  grades:
    'We just know it|A dated note or email|A file or record we can link|The partner has confirmed it|Somebody independent has checked it',
  saveFile: 'Save to a file',
  saveFileHint: 'Everything, to go on with elsewhere or to send to somebody you trust.',
  openFile: 'Open a file',
  copyLink: 'Copy a link',
  copyLinkHint: 'Your answers, without names or notes. They are in the link itself and are sent to nobody.',
  copied: 'The link is copied.',
  forget: 'Delete from this device',
  forgetSure: 'Delete all answers about this relationship from this device?',
  forgetYes: 'Yes, delete',
  forgetNo: 'Keep them',
  badFile: 'This file cannot be used',
  fileLoaded: 'The file is open. Your answers are here.',
  linkForOther: 'This address carries answers to other questions, so they were not used.',
}

/** Words of lists and their forms. */
export const laterInputWords = {
  perLine: 'One a line',
  percent: 'per cent',
  add: 'Add one',
  addAnother: 'Add another',
  edit: 'Change',
  remove: 'Remove',
  removed: 'Removed.',
  undo: 'Undo',
  done: 'Done',
  more: 'More about it',
  isAll: 'That is all of them',
  none: 'There are none',
  untitled: 'No name yet',
  notShare: 'Write a number from 0 to 100.',
  notDay: 'Choose a day, or leave it blank.',
}

/** Words of the page of the result, beside those that elements say as well. */
export const resultsPageWords = {
  json: 'Data (JSON)',
  page: 'Report (HTML)',
  print: 'Print',
  keep: 'Take it with you',
  change: 'Since last time',
  up: (points: string) => `up ${points}`,
  down: (points: string) => `down ${points}`,
  same: 'no change',
  changeLine: (day: string) => `Compared with ${day}`,
  open: 'Still open',
  deeper: (name: string) => `Go on with “${name}”`,
  deeperHint: 'It asks for more, keeps what you have answered, and ends in a level.',
  openLine: (count: string, n: number) =>
    `${count} ${plural(n, 'answer is', 'answers are')} missing. These would settle most:`,
  answerIt: 'Answer it',
  notices: 'Good to know',
}

/** All that the page of the result says. */
export const laterResultWords = {
  ...results.headlineWords,
  ...details.figureWords,
  ...details.barWords,
  ...details.sectionWords,
  ...details.detailWords,
  ...results.planWords,
  ...planToolWords,
  ...resultsPageWords,
}

/** What it says that the pages before it do not. */
export const laterCommon = { ...details.tableWords, ...results.knownWords, ...results.effortWords }
