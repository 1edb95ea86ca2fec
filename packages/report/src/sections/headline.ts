import type { Figure, HeadlineBlock } from '../document/blocks.ts'
import { heldBackText } from '../document/reasons.ts'
import { barOf, levelName, type Subject } from '../document/subject.ts'
import { mix, type Text } from '../document/text.ts'
import { everyFormat } from '../document/document-format.ts'
import type { SectionBuilder } from './section.ts'

/** Where the relationship stands, how far that is known, and what keeps it there. */
export const headline: SectionBuilder = {
  id: 'headline',
  formats: everyFormat,
  build: (subject) => [subject.scope === undefined ? fullHeadline(subject) : scopeHeadline(subject, subject.scope)],
}

function fullHeadline(subject: Subject): HeadlineBlock {
  const { result, ruleSet, words, say } = subject
  const { level, levelName: name, score, potential, target } = result.headline
  const { top, levels } = ruleSet.document.scale
  return {
    kind: 'headline',
    kicker: level === null ? words.headline.noLevel : words.headline.level(level),
    lead: level === null ? words.headline.tooLittle : name === null ? `${level}` : say('scale', `level.${level}`, name),
    meaning: meaningOf(subject),
    range: score === null || potential === null ? words.headline.nothing : fullRange(subject, { score, potential }),
    bar: barOf(subject, result.headline),
    marks: levels.map((mark) => ({
      at: mark.level / top,
      label: `${mark.level}`,
      name: say('scale', `level.${mark.level}`, mark.name),
      isHere: mark.level === level,
    })),
    target: target === null ? null : { at: target / top, name: words.frame.target, isMarked: words.frame.targetMarked },
    figures: [...targetFigure(subject), ...sharedFigures(subject)],
    heldBackBy: reasonsOf(subject),
  }
}

function meaningOf({ result, ruleSet, say }: Subject): Text {
  const found = ruleSet.document.scale.levels.find(({ level }) => level === result.headline.level)
  return found?.meaning === undefined ? '' : say('scale', `meaning.${found.level}`, found.meaning)
}

function fullRange(subject: Subject, range: { score: number; potential: number }): Text {
  const { figures, headline: said } = subject.words
  const [from, to] = [figures.score(range.score), figures.score(range.potential)]
  const score = said.score(from, subject.ruleSet.document.scale.top)
  return from === to ? `${score}.` : said.upTo(score, to, ifAllGoesWell(subject))
}

function ifAllGoesWell({ result, words }: Subject): string {
  const {
    headline: { coverage },
    clauses,
  } = result
  const isUnknown = coverage !== 1
  const isOneSided = clauses.some(({ heldBackBy }) => heldBackBy.some(({ by }) => by === 'one-sided'))
  if (isUnknown && isOneSided) return words.headline.unknownAndOneSided
  return isOneSided ? words.headline.oneSided : words.headline.unknown
}

function scopeHeadline(subject: Subject, scope: Text): HeadlineBlock {
  const { result, words } = subject
  const reached = result.headline.reached ?? { share: 0, potential: 0 }
  const [from, to] = [words.figures.percent(reached.share), words.figures.percent(reached.potential)]
  const whole = words.headline.scope(scope, from)
  return {
    kind: 'headline',
    kicker: scope,
    lead: words.headline.reached(from),
    meaning: '',
    range: from === to ? mix`${whole}.` : words.headline.upTo(whole, to, ifAllGoesWell(subject)),
    bar: { score: reached.share, potential: reached.potential, ticks: quarters },
    marks: quarters.map((at) => ({ at, label: words.figures.percent(at), name: '', isHere: false })),
    target: null,
    figures: sharedFigures(subject),
    heldBackBy: reasonsOf(subject),
  }
}

/** Too little known is what the lead says already, and a scope names no level. */
function reasonsOf(subject: Subject): Text[] {
  const { heldBackBy } = subject.result.headline
  return heldBackBy.filter(({ by }) => by !== 'little-known').map((held) => heldBackText(subject, held))
}

const quarters: readonly number[] = [0, 0.25, 0.5, 0.75, 1]

/** A rule set without segments knows no target. */
function targetFigure(subject: Subject): Figure[] {
  const { result, ruleSet, words } = subject
  const { toTarget, noTarget, noTargetNote, targetNote } = words.headline
  const { percentToTarget, target } = result.headline
  if (ruleSet.document.profile === undefined && target === null) return []
  if (percentToTarget === null || target === null) return [{ label: toTarget, value: noTarget, note: noTargetNote }]
  const note = targetNote(target, levelName(subject, target))
  return [{ label: toTarget, value: words.figures.percent(percentToTarget), note }]
}

function sharedFigures({ result, ruleSet, words }: Subject): Figure[] {
  const { figures, headline: said } = words
  const { coverage, confidence } = result.headline
  // where one side alone can reach everything, nobody waits for the partner's word
  const isAsked = (ruleSet.method.parameters['oneSidedCap'] ?? 0) > 0 || result.confirmation !== 'none'
  return [
    { label: said.known, value: figures.percent(coverage ?? 0), note: said.knownNote },
    {
      label: said.confidence,
      value: confidence === null ? said.noConfidence : figures.percent(confidence),
      note: confidence === null ? said.noConfidenceNote : said.confidenceNote,
    },
    ...(isAsked ? [{ label: said.partnersWord, ...said.confirmations[result.confirmation] }] : []),
  ]
}
