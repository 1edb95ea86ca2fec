import type { ClauseResult, PrincipleResult } from '@joinery/core'
import type { Block, Column } from '../document/blocks.ts'
import { reasonsOf } from '../document/reasons.ts'
import { clausesOf, levelOf, placeOf, scoreRangeOf, shareOf, shareWordsOf, type Subject } from '../document/subject.ts'
import { listed, type Text } from '../document/text.ts'
import type { ReportWords } from '../words/en.ts'
import { placeCells, placeColumns, withoutEmptyNumbers } from './place-columns.ts'
import type { SectionBuilder } from './section.ts'

/** The clauses of every principle in tables, for pages that do not fold. */
export const clauses: SectionBuilder = {
  id: 'clauses',
  formats: ['markdown'],
  build: (subject) => subject.result.principles.flatMap((principle) => groupOf(subject, principle)),
}

function groupOf(subject: Subject, principle: PrincipleResult): Block[] {
  const own = clausesOf(subject, principle)
  const { tables } = subject.words
  if (own.length === 0) return []
  return [
    {
      kind: 'group',
      title: placeOf(subject, principle),
      facts: [],
      bar: null,
      isFolded: false,
      blocks: [
        withoutEmptyNumbers({
          kind: 'table',
          caption: '',
          columns: [
            ...placeColumns(tables.number, tables.clause),
            ...(subject.scope === undefined ? scores(tables) : shares(tables)),
            { title: tables.heldBackBy, role: 'words' },
          ],
          rows: own.map((clause) => rowOf(subject, clause)),
        }),
      ],
    },
  ]
}

type Tables = ReportWords['tables']
const scores = (tables: Tables): readonly Column[] => [
  { title: tables.score, role: 'figure' },
  { title: tables.level, role: 'level' },
]
const shares = (tables: Tables): readonly Column[] => [{ title: tables.inPlace, role: 'figure' }]

function rowOf(subject: Subject, clause: ClauseResult): Text[] {
  const heldBackBy = listed(reasonsOf(subject, clause), ' ')
  const standing =
    subject.scope === undefined
      ? [scoreRangeOf(subject, clause), levelOf(subject, clause)]
      : [shareWordsOf(subject, shareOf([clause]))]
  return [...placeCells(subject, clause), ...standing, heldBackBy]
}
