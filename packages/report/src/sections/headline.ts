import type { Result } from '@joinery/core'
import type { Figure, HeadlineBlock, Mark } from '../document/blocks.ts'
import { barOf, levelName, type Subject } from '../document/subject.ts'
import { percentWords, scoreWords } from '../words/numbers.ts'
import { everyFormat } from '../document/document-format.ts'
import type { SectionBuilder } from './section.ts'

/** Where the relationship stands, how far that is known, and what keeps it there. */
export const headline: SectionBuilder = {
  id: 'headline',
  title: 'Where you stand',
  formats: everyFormat,
  build: (subject) => [subject.scope === undefined ? fullHeadline(subject) : scopeHeadline(subject, subject.scope)],
}

function fullHeadline(subject: Subject): HeadlineBlock {
  const { result, ruleSet } = subject
  const { level, levelName: name, score, potential, target } = result.headline
  const { top, levels } = ruleSet.document.scale
  return {
    kind: 'headline',
    kicker: level === null ? 'No level yet' : `Level ${level}`,
    lead: level === null ? 'Not enough known yet' : (name ?? `${level}`),
    meaning: levels.find((candidate) => candidate.level === level)?.meaning ?? '',
    range: score === null || potential === null ? 'Nothing to score.' : fullRange(subject, { score, potential }),
    bar: barOf(subject, result.headline),
    marks: levels.map((mark) => ({
      at: mark.level / top,
      label: `${mark.level}`,
      name: mark.name,
      isHere: mark.level === level,
    })),
    target: target === null ? null : target / top,
    figures: [...targetFigure(subject), ...sharedFigures(subject)],
    heldBackBy: reasonsOf(result),
  }
}

function fullRange(subject: Subject, range: { score: number; potential: number }): string {
  const [from, to] = [scoreWords(range.score), scoreWords(range.potential)]
  const score = `Score ${from} of ${subject.ruleSet.document.scale.top}`
  return from === to ? `${score}.` : `${score}, and up to ${to} ${ifAllGoesWell(subject.result)}.`
}

function ifAllGoesWell({ headline: { coverage }, clauses }: Result): string {
  const isUnknown = coverage !== 1
  const isOneSided = clauses.some(({ heldBackBy }) => heldBackBy.some(({ by }) => by === 'one-sided'))
  if (isUnknown && isOneSided) return 'if everything unknown turned out well and the partner confirmed it'
  return isOneSided ? 'once the partner confirms what is recorded' : 'if everything unknown turned out well'
}

function scopeHeadline(subject: Subject, scope: string): HeadlineBlock {
  const { result } = subject
  const reached = result.headline.reached ?? { share: 0, potential: 0 }
  const [from, to] = [percentWords(reached.share), percentWords(reached.potential)]
  const whole = `Of all that “${scope}” asks, ${from} is in place`
  return {
    kind: 'headline',
    kicker: scope,
    lead: `${from} reached`,
    meaning: '',
    range: from === to ? `${whole}.` : `${whole}, and up to ${to} ${ifAllGoesWell(result)}.`,
    bar: { score: reached.share, potential: reached.potential, ticks: quarters.map(({ at }) => at) },
    marks: quarters,
    target: null,
    figures: sharedFigures(subject),
    heldBackBy: reasonsOf(result),
  }
}

/** Too little known is what the lead says already, and a scope names no level. */
function reasonsOf({ headline: { heldBackBy } }: Result): string[] {
  return heldBackBy.filter(({ by }) => by !== 'little-known').map(({ reason }) => reason)
}

const quarters: readonly Mark[] = [0, 25, 50, 75, 100].map((percent) => ({
  at: percent / 100,
  label: `${percent} %`,
  name: '',
  isHere: false,
}))

/** A rule set without segments knows no target. */
function targetFigure({ result, ruleSet }: Subject): Figure[] {
  const { percentToTarget, target } = result.headline
  if (ruleSet.document.profile === undefined && target === null) return []
  if (percentToTarget === null || target === null)
    return [{ label: 'To target', value: 'no target', note: 'how much the relationship matters is not recorded' }]
  const name = levelName(ruleSet, target)
  const note = `level ${target}${name === '' ? '' : `, ${name},`} is worth reaching`
  return [{ label: 'To target', value: percentWords(percentToTarget), note }]
}

function sharedFigures({ result, ruleSet }: Subject): Figure[] {
  const { coverage, confidence } = result.headline
  // where one side alone can reach everything, nobody waits for the partner's word
  const isAsked = (ruleSet.method.parameters['oneSidedCap'] ?? 0) > 0 || result.confirmation !== 'none'
  return [
    { label: 'Known', value: percentWords(coverage ?? 0), note: 'of what is asked' },
    {
      label: 'Confidence',
      value: confidence === null ? 'none yet' : percentWords(confidence),
      note: confidence === null ? 'nothing is in place yet' : 'how far it rests on evidence',
    },
    ...(isAsked ? [{ label: 'Partner’s word', ...confirmations[result.confirmation] }] : []),
  ]
}

const confirmations = {
  none: { value: 'none yet', note: 'the partner has confirmed nothing' },
  claimed: { value: 'claimed', note: 'you say that the partner confirmed' },
  witnessed: { value: 'seen', note: 'the partner confirmed for itself' },
} as const
