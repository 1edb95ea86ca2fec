import type { TableBlock } from '../document/blocks.ts'
import { barOf, clausesOf, levelOf, scoreRangeOf, shareOf, shareWordsOf, type Subject } from '../document/subject.ts'
import { placeCells, placeColumns, withoutEmptyNumbers } from './place-columns.ts'
import { everyFormat } from '../document/document-format.ts'
import type { SectionBuilder } from './section.ts'

/** One bar per principle; in a scope, the share of its statements that is in place. */
export const principles: SectionBuilder = {
  id: 'principles',
  formats: everyFormat,
  build: (subject) => [withoutEmptyNumbers(subject.scope === undefined ? levelTable(subject) : shareTable(subject))],
}

function levelTable(subject: Subject): TableBlock {
  const { tables, figures } = subject.words
  return {
    kind: 'table',
    caption: tables.levels,
    columns: [
      ...placeColumns(tables.number, tables.principle),
      { title: tables.range, role: 'bar' },
      { title: tables.score, role: 'figure' },
      { title: tables.level, role: 'level' },
      { title: tables.known, role: 'words' },
    ],
    rows: subject.result.principles.map((principle) => [
      ...placeCells(subject, principle),
      barOf(subject, principle),
      scoreRangeOf(subject, principle),
      levelOf(subject, principle),
      principle.score === null ? '' : figures.percent(principle.coverage ?? 0),
    ]),
    legend: tables.legend,
  }
}

function shareTable(subject: Subject): TableBlock {
  const { tables, figures } = subject.words
  return {
    kind: 'table',
    caption: tables.shares,
    columns: [
      ...placeColumns(tables.number, tables.principle),
      { title: tables.range, role: 'bar' },
      { title: tables.inPlace, role: 'figure' },
      { title: tables.known, role: 'words' },
    ],
    rows: subject.result.principles.map((principle) => {
      const share = shareOf(clausesOf(subject, principle))
      const known = share === null ? '' : figures.percent(principle.coverage ?? 0)
      return [...placeCells(subject, principle), share, shareWordsOf(subject, share), known]
    }),
    legend: tables.legend,
  }
}
