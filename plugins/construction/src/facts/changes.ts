import type { PluginFact } from '@joinery/core/plugin'
import { constructionOf } from '../construction.ts'
import { dayOf } from '../days.ts'
import { shareOf } from '../shares.ts'

const reads = ['ext.construction.changes']

/** What the list of changes and the programme say. */
export const changeFacts: readonly PluginFact[] = [
  {
    id: 'construction/instructedFirstShare',
    type: 'share',
    reads,
    derive: (record) =>
      shareOf(
        constructionOf(record).changes,
        ({ startedAt }) => !Number.isNaN(dayOf(startedAt)),
        ({ instructedAt, startedAt }) => dayOf(instructedAt) <= dayOf(startedAt),
      ),
  },
  {
    id: 'construction/decidedInTimeShare',
    type: 'share',
    reads,
    derive: (record, { asOf }) =>
      shareOf(
        constructionOf(record).changes,
        ({ decisionDueAt, decidedAt }) => dayOf(decisionDueAt) < dayOf(asOf) || dayOf(decidedAt) <= dayOf(asOf),
        ({ decisionDueAt, decidedAt }) => dayOf(decidedAt) <= dayOf(decisionDueAt),
      ),
  },
  {
    id: 'construction/programmeAgeDays',
    type: 'number',
    reads: ['ext.construction.programmeRevisedAt'],
    derive: (record, { asOf }) => {
      const age = dayOf(asOf) - dayOf(constructionOf(record).programmeRevisedAt)
      return Number.isNaN(age) || age < 0 ? undefined : age
    },
  },
]
