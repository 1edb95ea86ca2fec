import type { ClauseResult, HeldBack, IndicatorResult, Result } from '@joinery/core'
import type { Said } from '../texts.ts'
import type { Subject } from './subject.ts'
import { listed, mix, said, type Text } from './text.ts'

/** What keeps a principle at its level: what is missing in its lowest clauses. */
export function heldBackSentences(subject: Subject, heldBackBy: readonly HeldBack[]): Text[] {
  return heldBackBy.flatMap((held): Text[] => {
    const clause = subject.clauses.get(held.id ?? '')
    if (clause === undefined) return [heldBackText(subject, held)]
    const title = subject.say(clause.id, 'title', clause.title)
    return reasonsOf(subject, clause).map((reason) => mix`${title}: ${reason}`)
  })
}

/** What keeps a clause at its level; of what is not known it is not said that it is missing. */
export function reasonsOf(subject: Subject, { heldBackBy, outcomes }: ClauseResult): Text[] {
  return heldBackBy.map((held) => {
    const open = outcomes.find(({ indicator, outcome }) => indicator === held.id && outcome === 'unknown')
    return open === undefined ? heldBackText(subject, held) : outcomeText(subject, open)
  })
}

/** Why something is held back: core's sentence, or one made from what core found. */
export function heldBackText(subject: Subject, held: HeldBack): Text {
  return told(subject, subject.words.explain?.heldBack(subject.explained, held), held.reason)
}

/** Why a statement came out as it did. */
export function outcomeText(subject: Subject, outcome: IndicatorResult): Text {
  return told(subject, subject.words.explain?.outcome(subject.explained, outcome), outcome.reason)
}

/** What a reader should know about the data. */
export function noticeText(subject: Subject, notice: Result['notices'][number]): Text {
  return told(subject, subject.words.explain?.notice(subject.explained, notice), notice.message)
}

function told({ words }: Subject, pieces: readonly Said[] | undefined, english: string): Text {
  if (pieces === undefined) return said({ text: english, lang: 'en' }, words.language)
  return listed(
    pieces.map((piece) => said(piece, words.language)),
    ' ',
  )
}
