import type { Item } from '../document/blocks.ts'
import { heldBackSentences } from '../document/reasons.ts'
import { knownLevel, levelOf, placeOf, scoreRangeOf, type Subject } from '../document/subject.ts'
import type { Text } from '../document/text.ts'
import { everyFormat } from '../document/document-format.ts'
import type { SectionBuilder } from './section.ts'

/** The three weakest principles; nothing is weak before anything is known. */
export const weakest: SectionBuilder = {
  id: 'weakest',
  formats: everyFormat,
  build: (subject) => {
    const items = subject.result.headline.coverage === 0 ? [] : itemsOf(subject)
    return items.length === 0 ? [] : [{ kind: 'items', look: 'cards', items }]
  },
}

const mostReasons = 2

function itemsOf(subject: Subject): Item[] {
  const { result, principles, ruleSet, scope } = subject
  const found = result.headline.weakest.flatMap((id) => principles.get(id) ?? [])
  return found
    .filter(({ score }) => score !== null && score < ruleSet.document.scale.top)
    .map((principle) => ({
      title: placeOf(subject, principle),
      facts: scope === undefined ? [scoreRangeOf(subject, principle), levelWords(subject, principle)] : [],
      notes: heldBackSentences(subject, principle.heldBackBy).slice(0, mostReasons),
    }))
}

function levelWords(subject: Subject, principle: Parameters<typeof levelOf>[1]): Text {
  const words = levelOf(subject, principle)
  return typeof knownLevel(subject, principle) === 'number' ? subject.words.standing.levelNamed(words) : words
}
