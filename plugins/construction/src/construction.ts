import type { Data } from '@joinery/core/plugin'

/** One early warning; every field may be missing, for a firm fills in its record bit by bit. */
export interface EarlyWarning {
  readonly ref?: string
  readonly title?: string
  readonly raisedBy?: string
  readonly raisedAt?: string
  readonly eventAt?: string
  readonly owner?: string
  readonly due?: string
  readonly closedAt?: string
}

interface RegisterMeeting {
  readonly at?: string
  readonly registerUpdatedAt?: string
  readonly affectedFirms?: number
  readonly invitedFirms?: number
}

interface PaymentApplication {
  readonly ref?: string
  readonly appliedAt?: string
  readonly dueAt?: string
  readonly paidAt?: string
  readonly amount?: number
  readonly payLessAt?: string
  readonly payLessDueAt?: string
}

interface Retention {
  readonly ref?: string
  readonly amount?: number
  readonly releaseDueAt?: string
  readonly inDiary?: boolean
  readonly releasedAt?: string
}

interface Change {
  readonly ref?: string
  readonly title?: string
  readonly instructedAt?: string
  readonly startedAt?: string
  readonly decisionDueAt?: string
  readonly decidedAt?: string
}

/** What a record says under `ext.construction`. The rule set declares the same, and records are checked against it. */
export interface Construction {
  readonly earlyWarnings?: readonly EarlyWarning[]
  readonly registerMeetings?: readonly RegisterMeeting[]
  readonly programmeRevisedAt?: string
  readonly paymentApplications?: readonly PaymentApplication[]
  readonly retentions?: readonly Retention[]
  readonly changes?: readonly Change[]
}

/** The sector part of a record that was checked; empty where there is none. */
export function constructionOf(record: Data): Construction {
  const { construction } = (record['ext'] ?? {}) as { readonly construction?: Construction }
  return construction ?? {}
}
