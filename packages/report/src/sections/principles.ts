import type { PrincipleResult } from '@joinery/core'
import type { Cell, Column, TableBlock } from '../document/blocks.ts'
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
  const columns: readonly Column[] = [
    { title: tables.score, role: 'figure' },
    { title: tables.level, role: 'level' },
  ]
  return tableOf(subject, { caption: tables.levels, columns }, (principle) => [
    barOf(subject, principle),
    scoreRangeOf(subject, principle),
    levelOf(subject, principle),
    principle.score === null ? '' : figures.percent(principle.coverage ?? 0),
  ])
}

function shareTable(subject: Subject): TableBlock {
  const { tables, figures } = subject.words
  const columns: readonly Column[] = [{ title: tables.inPlace, role: 'figure' }]
  return tableOf(subject, { caption: tables.shares, columns }, (principle) => {
    const share = shareOf(clausesOf(subject, principle))
    return [share, shareWordsOf(subject, share), share === null ? '' : figures.percent(principle.coverage ?? 0)]
  })
}

/** `cells` follow the place of a principle: its bar, its figures, and how much of it is known. */
function tableOf(
  subject: Subject,
  { caption, columns }: Pick<TableBlock, 'caption' | 'columns'>,
  cells: (principle: PrincipleResult) => readonly Cell[],
): TableBlock {
  const { tables } = subject.words
  return {
    kind: 'table',
    caption,
    columns: [
      ...placeColumns(tables.number, tables.principle),
      { title: tables.range, role: 'bar' },
      ...columns,
      { title: tables.known, role: 'words' },
    ],
    rows: subject.result.principles.map((principle) => [...placeCells(subject, principle), ...cells(principle)]),
    legend: tables.legend,
  }
}
