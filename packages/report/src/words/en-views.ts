import { mix, type Text } from '../document/text.ts'

/** How both sides see it. */
export const englishGaps = {
  pulse: {
    reliability: 'Does what was said',
    openness: 'Tells early',
    fairness: 'The deal is fair',
    capability: 'Is able',
    mean: 'All four',
  } as Readonly<Record<string, string>>,
  nothing: 'There is nothing that both sides answered yet.',
  alike: 'The two sides see alike what both answered.',
  one: 'You are one person: whoever reads your answers knows that they are yours.',
  fewOurs: 'Fewer than three people answered for you, so it can be told who said what.',
  fewTheirs: 'Fewer than three people answered for the partner, so you can tell who said what. Treat it so.',
  weHigher: 'blind spot: we rate higher',
  theyHigher: 'hidden strength: they rate higher',
  both: (ours: string, theirs: string) => `ours ${ours}, theirs ${theirs}`,
  first: 'talk first about this',
  talk: 'talk about this',
  notAgreed: (source: Text): Text =>
    mix`Nothing is agreed yet: name one person on each side and a day to look again. In the record: an action for each side, with "${source}" as its source.`,
  agreed: (ours: string, theirs: string, day: string): Text =>
    `Agreed: ${ours} and ${theirs} act on it; both look again on ${day}.`,
  principles: 'Both views of each principle, from 1 to 5',
  pulses: (ours: string, theirs: string) => `Both pulses, from 1 to 5; ours of ${ours}, theirs of ${theirs}`,
  principle: 'Principle',
  from: 'From',
  question: 'Question',
  we: 'We',
  they: 'They',
  gap: 'Gap',
  what: 'What it is',
  kinds: { 'blind-spot': 'blind spot', 'hidden-strength': 'hidden strength' },
}

/** How it went. */
export const englishCourse = {
  label: ({ from, since, to, until }: Readonly<Record<'from' | 'since' | 'to' | 'until', string>>) =>
    `The range of the score over time. From ${from} on ${since} to ${to} on ${until}. The same figures stand in the table below.`,
  legend:
    'Line: what is shown. Band: what it could be. Below, step by step: filled is what you changed, hatched what aged, outlined what the rules changed.',
  moved: 'What moved the score, from assessment to assessment',
  overTime: 'Principle by principle, over the whole time',
  once: 'Principle by principle',
  asOf: 'As of',
  range: 'Range',
  fromTo: 'From, to',
  principle: 'Principle',
  you: 'You',
  time: 'Time',
  rules: 'Rules',
  notKnown: 'not known',
  way: (from: string, to: string) => `${from} → ${to}`,
}

/** The words of two sections in one language. */
export type GapWords = typeof englishGaps
export type CourseWords = typeof englishCourse
