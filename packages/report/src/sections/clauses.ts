import type { ClauseResult, PrincipleResult } from '@joinery/core'
import type { Block, Column } from '../document/blocks.ts'
import {
  clausesOf,
  levelOf,
  placeOf,
  reasonsOf,
  scoreRangeOf,
  shareOf,
  shareWordsOf,
  type Subject,
} from '../document/subject.ts'
import { placeCells, placeColumns, withoutEmptyNumbers } from './place-columns.ts'
import type { SectionBuilder } from './section.ts'

/** The clauses of every principle in tables, for pages that do not fold. */
export const clauses: SectionBuilder = {
  id: 'clauses',
  title: 'Clause by clause',
  formats: ['markdown'],
  build: (subject) => subject.result.principles.flatMap((principle) => groupOf(subject, principle)),
}

function groupOf(subject: Subject, principle: PrincipleResult): Block[] {
  const own = clausesOf(subject, principle)
  if (own.length === 0) return []
  return [
    {
      kind: 'group',
      title: placeOf(principle),
      facts: [],
      bar: null,
      isFolded: false,
      blocks: [
        withoutEmptyNumbers({
          kind: 'table',
          caption: '',
          columns: [
            ...placeColumns('Clause'),
            ...(subject.scope === undefined ? scores : shares),
            { title: 'Held back by', role: 'words' },
          ],
          rows: own.map((clause) => rowOf(subject, clause)),
        }),
      ],
    },
  ]
}

const scores: readonly Column[] = [
  { title: 'Score', role: 'figure' },
  { title: 'Level', role: 'level' },
]
const shares: readonly Column[] = [{ title: 'In place', role: 'figure' }]

function rowOf(subject: Subject, clause: ClauseResult): string[] {
  const heldBackBy = reasonsOf(clause).join(' ')
  const standing =
    subject.scope === undefined ? [scoreRangeOf(clause), levelOf(subject, clause)] : [shareWordsOf(shareOf([clause]))]
  return [...placeCells(clause), ...standing, heldBackBy]
}
