import type { Outcome } from '@joinery/core'
import { mix, type Text } from '../document/text.ts'
import { englishCourse, englishGaps } from './en-views.ts'
import { effortWords } from './effort.ts'
import * as numbers from './numbers.ts'
import type { Explain } from './shared/explain.ts'

/** All that a report says by itself, in English: another language that lacks something does not compile. */
export const english = {
  language: 'en',
  /** Makes sentences about a result from data; English has those of core. */
  explain: null as Explain | null,
  figures: {
    score: numbers.scoreWords,
    range: numbers.rangeWords,
    percent: numbers.percentWords,
    percentRange: numbers.shareRangeWords,
    day: numbers.dayWords,
    effort: effortWords,
    statements: (count: number) => numbers.countWords(count, 'statement'),
    /** A figure that may be less than nothing, with its sign. */
    signed: (text: string): Text => text,
  },
  frame: {
    kind: 'Relationship report',
    tag: 'Self-assessed',
    and: 'and',
    asOf: 'as of',
    skip: 'Skip to the result',
    notice: 'These are the answers of one side, not an audit.',
    target: 'Target',
    targetMarked: 'The target is marked.',
  },
  titles: {
    headline: 'Where you stand',
    principles: 'Principle by principle',
    weakest: 'Weakest three',
    'next-steps': 'Next steps',
    path: 'The cheapest way up',
    timeline: 'How it went',
    'both-views': 'How both sides see it',
    unknown: 'What is not known yet',
    notices: 'Please look at this',
    sectors: 'Your sector',
    lenses: 'Other ways to look at it',
    clauses: 'Clause by clause',
    details: 'How it came about',
    provenance: 'Where this comes from',
  },
  outcomes: {
    met: 'Met',
    partly: 'Partly',
    unmet: 'Not met',
    unknown: 'Not known',
    notDue: 'Not due',
    notApplicable: 'Does not apply',
    error: 'Rule failed',
  } satisfies Record<Outcome, string> as Readonly<Record<Outcome, string>>,
  headline: {
    noLevel: 'No level yet',
    level: (level: number) => `Level ${level}`,
    tooLittle: 'Not enough known yet',
    nothing: 'Nothing to score.',
    score: (from: string, top: number) => `Score ${from} of ${top}`,
    scope: (title: Text, from: string): Text => mix`Of all that “${title}” asks, ${from} is in place`,
    upTo: (before: Text, to: string, condition: string): Text => mix`${before}, and up to ${to} ${condition}.`,
    unknownAndOneSided: 'if everything unknown turned out well and the partner confirmed it',
    oneSided: 'once the partner confirms what is recorded',
    unknown: 'if everything unknown turned out well',
    reached: (share: string) => `${share} reached`,
    toTarget: 'To target',
    noTarget: 'no target',
    noTargetNote: 'how much the relationship matters is not recorded',
    targetNote: (level: number, name: Text): Text => mix`level ${`${level}`}${named(name, ',')} is worth reaching`,
    known: 'Known',
    knownNote: 'of what is asked',
    confidence: 'Confidence',
    noConfidence: 'none yet',
    noConfidenceNote: 'nothing is in place yet',
    confidenceNote: 'how far it rests on evidence',
    partnersWord: 'Partner’s word',
    confirmations: {
      none: { value: 'none yet', note: 'the partner has confirmed nothing' },
      claimed: { value: 'claimed', note: 'you say that the partner confirmed' },
      witnessed: { value: 'seen', note: 'the partner confirmed for itself' },
    },
  },
  standing: {
    leftOut: 'left out',
    doesNotApply: 'does not apply',
    notKnownYet: 'not known yet',
    level: (level: number) => `level ${level}`,
    levelNamed: (words: Text): Text => mix`level ${words}`,
    inPlace: (share: string) => `${share} in place`,
    notApplyingNow: 'does not apply now',
    known: (share: string) => `${share} known`,
    appliesUnknown: 'whether it applies is not known',
    heldBackBy: (reasons: Text): Text => mix`Held back by: ${reasons}`,
    lookedAt: 'What was looked at',
    warning:
      'Open a principle to see what was judged and why; what is open is printed too. These details may show facts that you keep to yourself; read them before you pass the report on.',
  },
  tables: {
    number: 'No.',
    principle: 'Principle',
    clause: 'Clause',
    part: 'Part',
    range: 'Range',
    score: 'Score',
    level: 'Level',
    known: 'Known',
    inPlace: 'In place',
    heldBackBy: 'Held back by',
    levels: 'Score and level of each principle',
    shares: 'Share in place for each principle',
    parts: 'Share in place of each part',
    legend: 'Filled: what is shown today. Hatched: what it could be.',
  },
  steps: {
    scoreAfter: (score: string, gain: string) => `score after ${score} (${gain})`,
    gain: numbers.gainWords,
    reachedAfter: (share: string) => `${share} reached after`,
    fromTo: (title: Text, from: string, to: string): Text => mix`${title} ${from} → ${to}`,
    confirm: 'Ask the partner to confirm what is recorded.',
    inOrder: 'The steps in order',
    way: ({ level, name, steps, effort }: Way): Text =>
      mix`to level ${`${level}`}${named(name)}: ${numbers.countWords(steps, 'step')}, ${effort}`,
    wayInAll: ({ level, name, steps, effort }: Way): Text =>
      mix`To level ${`${level}`}${named(name)}: ${numbers.countWords(steps, 'step')}, ${effort} of work in all.`,
  },
  unknown: {
    summary: (open: number, all: number) =>
      `${open} of ${numbers.countWords(all, 'statement')} cannot be judged yet.${open === all ? '' : ' Most would be gained by knowing more here:'}`,
    ofStatements: (open: number, all: number) => `${open} of ${numbers.countWords(all, 'statement')} not known`,
    missing: (facts: Text, more: number): Text => mix`Missing: ${facts}.${more > 0 ? ` And ${more} more.` : ''}`,
  },
  notices: {
    mismatch: (made: string, shown: string): Text =>
      `The result was made by ${made}, the texts shown come from ${shown}.`,
    assessAgain: 'Assess again to bring both together.',
    ruleFailed: (statement: Text): Text => mix`A rule failed: ${statement}`,
  },
  gaps: englishGaps,
  course: englishCourse,
  origin: {
    ruleSet: 'Rule set',
    builtOn: 'Built on',
    method: 'Method',
    asOf: 'As of',
    scope: 'Scope',
    record: 'Record',
    engine: 'Engine',
  },
}

/** The words of a report in one language. */
export type ReportWords = typeof english

/** A path in figures. */
export interface Way {
  readonly level: number
  readonly name: Text
  readonly steps: number
  readonly effort: string
}

function named(name: Text, after = ''): Text {
  return name === '' ? '' : mix`, ${name}${after}`
}
