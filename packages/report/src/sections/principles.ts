import type { Column, TableBlock } from '../document/blocks.ts'
import { barOf, clausesOf, levelOf, scoreRangeOf, shareOf, shareWordsOf, type Subject } from '../document/subject.ts'
import { percentWords } from '../words/numbers.ts'
import { placeCells, placeColumns, withoutEmptyNumbers } from './place-columns.ts'
import { everyFormat } from '../document/document-format.ts'
import type { SectionBuilder } from './section.ts'

/** One bar per principle; in a scope, the share of its statements that is in place. */
export const principles: SectionBuilder = {
  id: 'principles',
  title: 'Principle by principle',
  formats: everyFormat,
  build: (subject) => [withoutEmptyNumbers(subject.scope === undefined ? levelTable(subject) : shareTable(subject))],
}

function levelTable(subject: Subject): TableBlock {
  return {
    kind: 'table',
    caption: 'Score and level of each principle',
    columns: [
      ...placeColumns('Principle'),
      bar,
      { title: 'Score', role: 'figure' },
      { title: 'Level', role: 'level' },
      knownColumn,
    ],
    rows: subject.result.principles.map((principle) => [
      ...placeCells(principle),
      barOf(subject, principle),
      scoreRangeOf(principle),
      levelOf(subject, principle),
      principle.score === null ? '' : percentWords(principle.coverage ?? 0),
    ]),
    legend,
  }
}

function shareTable(subject: Subject): TableBlock {
  return {
    kind: 'table',
    caption: 'Share in place for each principle',
    columns: [...placeColumns('Principle'), bar, { title: 'In place', role: 'figure' }, knownColumn],
    rows: subject.result.principles.map((principle) => {
      const share = shareOf(clausesOf(subject, principle))
      const known = share === null ? '' : percentWords(principle.coverage ?? 0)
      return [...placeCells(principle), share, shareWordsOf(share), known]
    }),
    legend,
  }
}

const bar: Column = { title: 'Range', role: 'bar' }
const knownColumn: Column = { title: 'Known', role: 'words' }
const legend = 'Filled: what is shown today. Hatched: what it could be.'
